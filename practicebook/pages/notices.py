"""What readers must know about words before reading them: whose language, how they were made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from practicebook.catalogue import Text, Told
from practicebook.language import Language


def notices(text: Text[Any], language: Language) -> Iterator[str]:
    """Sentences to stand above a text: what is not translated, and how the rest was made."""
    spoken = language.name_of_language(text.body_language)
    if text.is_original and text.language != language.code:
        told = language.gettext(
            "This page is not yet translated. You are reading it in {language}."
        )
        yield told.format(language=spoken)
    elif text.is_card_only and text.header_language == text.language:
        told = language.gettext(
            "The title, the summary and the facts are translated. The text is in {language}."
        )
        yield told.format(language=spoken)
    elif text.is_card_only:
        told = language.gettext(
            "Only the title and the summary are translated. The text is in {language}."
        )
        yield told.format(language=spoken)
    yield from made(text, language)


def made(told: Text[Any] | Told[Any], language: Language) -> Iterator[str]:
    """Sentences about a translation: how it was made, whether it is older than its original."""
    if told.origin == "machine":
        yield language.gettext("Machine translation, not yet checked by a person.")
    elif told.origin == "machine-checked":
        yield language.gettext("Machine translation, checked by a person.")
    if told.older:
        yield language.gettext("The original has changed since it was translated.")
