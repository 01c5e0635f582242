"""What a collection holds, counted: for coordinators and editors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from practicebook.catalogue import Catalogue
from practicebook.language import Language
from practicebook.models import REVIEW_STATES
from practicebook.vocabulary import Vocabulary

_TERMS = (("themes", "themes"), ("target_groups", "target-groups"), ("stages", "stages"))


def counts(
    catalogue: Catalogue, vocabulary: Vocabulary, languages: Sequence[str], reader: Language
) -> str:
    """Counts per country, theme, group, stage, kind, evidence and language as text.

    Words that no practice uses yet are listed with 0: a gap is what a coordinator looks for.
    """
    said = reader.gettext
    practices = list(catalogue)
    places = len(catalogue.countries)
    head = (
        reader.counted("{n} practice", "{n} practices", len(practices))
        + " · "
        + reader.counted("{n} country", "{n} countries", places)
        + " · "
        + reader.counted(
            "{n} authority or organisation",
            "{n} authorities and organisations",
            len(catalogue.authorities),
        )
    )
    countries = Counter(reader.name_of_country(p.country) for p in practices)
    parts = [head, _table(said("Country"), countries.most_common())]
    titles = {
        "themes": said("Themes"),
        "target_groups": said("Who it is for"),
        "stages": said("Stage"),
    }
    for field, scheme in _TERMS:
        found = Counter(key for p in practices for key in getattr(p, field))
        parts.append(_terms(titles[field], found, vocabulary, scheme, reader))
    evidence = Counter(p.evidence for p in practices)
    parts.append(_terms(said("Evidence"), evidence, vocabulary, "evidence-levels", reader))
    kinds = Counter(p.kind for p in practices)
    rows = [(said("Practice"), kinds["practice"]), (said("Did not work"), kinds["did-not-work"])]
    parts.append(_table(said("Kind"), rows))
    parts.append(_reviews(catalogue, reader))
    parts.append(_languages(catalogue, languages, reader))
    parts.extend(_community(catalogue, vocabulary, reader))
    return "\n\n".join(parts) + "\n"


def _terms(
    title: str, found: Counter[str], vocabulary: Vocabulary, scheme: str, reader: Language
) -> str:
    rows = [(term.in_language(reader.code), found[term.key]) for term in vocabulary[scheme]]
    return _table(title, rows)


def _languages(catalogue: Catalogue, languages: Sequence[str], reader: Language) -> str:
    """Per language: written in it, wholly translated, title and summary only, out of date."""
    said = reader.gettext
    lines = [said("Language")]
    for code in languages:
        texts = [catalogue.text(practice, code) for practice in catalogue]
        own = sum(text.is_original and text.language == code for text in texts)
        whole = sum(not text.is_original and not text.is_card_only for text in texts)
        cards = sum(text.is_card_only for text in texts)
        older = sum(text.older for text in texts)
        told = [
            said("{n} written in it").format(n=own),
            said("{n} wholly translated").format(n=whole),
            said("{n} with title and summary").format(n=cards),
            said("{n} older than the original").format(n=older),
        ]
        lines.append(f"  {reader.name_of_language(code)}: " + ", ".join(told))
    return "\n".join(lines)


def _reviews(catalogue: Catalogue, reader: Language) -> str:
    """How many practices are in each state of review."""
    found = Counter(catalogue.review_state(practice.id) for practice in catalogue)
    rows = [(reader.gettext(label), found[state]) for state, label in REVIEW_STATES.items()]
    return _table(reader.gettext("Review"), rows)


def _community(catalogue: Catalogue, vocabulary: Vocabulary, reader: Language) -> Iterator[str]:
    """Adoptions, events, and questions by kind: all of them, and how many have a reply."""
    adoptions, events = len(catalogue.adoptions), len(catalogue.events)
    if adoptions or events:
        yield (
            reader.counted("{n} adoption", "{n} adoptions", adoptions)
            + " · "
            + reader.counted("{n} event", "{n} events", events)
        )
    questions = catalogue.questions.values()
    if not questions:
        return
    lines = [reader.gettext("Questions and concerns")]
    for kind in vocabulary["question-kinds"]:
        of_kind = [question for question in questions if question.kind == kind.key]
        answered = sum(question.is_answered for question in of_kind)
        told = [
            reader.gettext("{n} answered").format(n=answered),
            reader.gettext("{n} not yet answered").format(n=len(of_kind) - answered),
        ]
        lines.append(f"  {len(of_kind):>4}  {kind.in_language(reader.code)}: " + ", ".join(told))
    yield "\n".join(lines)


def _table(title: str, rows: Iterable[tuple[str, int]]) -> str:
    return "\n".join([title, *(f"  {count:>4}  {name}" for name, count in rows)])
