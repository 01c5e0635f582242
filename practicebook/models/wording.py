"""Words of a header in another language: told beside the original, never instead of its facts.

A class of words has the fields of its original that are words, in the same shape. Numbers, dates
and names of lists stay with the original alone, so the two can never contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, TypeVar, get_args

from pydantic import Field

from practicebook.language import words as _
from practicebook.models.base import Content, Line, one_of

C = TypeVar("C", bound=Content)
Path = tuple[str | int, ...]
Made = Annotated[str, one_of("human", "machine", "machine-checked")]


class Wording(Content):
    """Words in another language, how they were made, and from which state of the original.

    `source_hash` is the digest of the original's words at the time of translating.
    """

    about: ClassVar[frozenset[str]] = frozenset({"translation", "source_hash"})

    translation: Made = Field(title=_("Translation"))
    source_hash: Line | None = Field(None, title=_("State of the original"))


def inner_model(annotation: object) -> type[Content] | None:
    """The model inside `Costs | None`, `tuple[Source, ...]` or `dict[str, LocalNames]`."""
    if isinstance(annotation, type) and issubclass(annotation, Content):
        return annotation
    return next((found for arg in get_args(annotation) if (found := inner_model(arg))), None)


def names_of(words: type[Content]) -> list[str]:
    """The fields of a class of words that are words of the original's header."""
    about = words.about if issubclass(words, Wording) else frozenset()
    return [name for name in words.model_fields if name not in about]


def texts(content: Content, words: type[Content]) -> Iterator[tuple[Path, str]]:
    """Each text of a content that `words` has a field for, with the path that leads to it.

    Args:
        content: an original, or words in the same shape.
        words: the class of words.
    """
    for name in names_of(words):
        inner = inner_model(words.model_fields[name].annotation)
        yield from _texts((name,), getattr(content, name, None), inner)


def _texts(path: Path, value: object, inner: type[Content] | None) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for n, each in enumerate(value):
            yield from _texts((*path, n), each, inner)
    elif isinstance(value, Content) and inner:
        for below, text in texts(value, inner):
            yield (*path, *below), text


def told_with(content: C, words: Content) -> C:
    """The content with its words replaced by `words`, which must have the same shape.

    >>> from practicebook.models import Contact
    >>> told_with(Contact(organisation="Town"), Contact(organisation="Ville"))
    Contact(organisation='Ville', url=None, email=None)
    """
    told = {name: value for name in names_of(type(words)) if (value := getattr(words, name))}
    update = {name: _told(getattr(content, name), value) for name, value in told.items()}
    return content.model_copy(update=update)


def _told(old: object, new: object) -> object:
    if isinstance(old, Content) and isinstance(new, Content):
        return told_with(old, new)
    if isinstance(old, tuple) and isinstance(new, tuple):
        return tuple(_told(a, b) for a, b in zip(old, new, strict=True))
    return new
