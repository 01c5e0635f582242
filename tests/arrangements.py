"""Mistakes that take more than one Markdown practice: what is done to a copy of the example.

Each row: the code of the rule, what is done, the lines of the report without the last one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

from knowledge import SHOWN, good

from practicebook.project import Project

Arrange = Callable[[Project], object]
TRANSLATION = "practices/ie/ie-upper-mending-library-of-things.fr.md"
CARD = "practices/ie/ie-upper-mending-library-of-things.pl.md"
EVENT = "community/events/day-of-the-screwdriver.yml"
VILLAGE = "community/authorities/ie-upper-mending.yml"
REVIEWS = "community/reviews/is-skrufvik-bicycle-harbour.yml"


def bytes_at(file: str, content: bytes) -> Arrange:
    return lambda project: (project.root / file).write_bytes(content)


def changed(file: str, old: str, new: str) -> Arrange:
    def change(project: Project) -> None:
        path = project.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def link(target: str) -> Arrange:
    return lambda project: (project.root / SHOWN).symlink_to(target)


def renamed(source: str, target: str) -> Arrange:
    return lambda project: (project.root / source).rename(project.root / target)


def folder(project: Project) -> None:
    (project.root / SHOWN).mkdir()


def pipe(project: Project) -> None:
    os.mkfifo(project.root / SHOWN)


def french(project: Project) -> None:
    source = project.root / "practices/lu/lu-reparville-tool-bus.en.md"
    source.rename(source.with_name("lu-reparville-tool-bus.fr.md"))


LESSONS = """## Enseignements

- Payer la personne qui ouvre la porte.
- Écrire sur chaque chose le nom de qui l’a donnée ; les gens viennent chercher la leur.

"""
SAME = """## Enseignements

- Pay the person who opens the door.
- Write the name of the giver on each thing; people come to look for theirs.

"""
POLISH = "Zażółć gęślą jaźń i naprawę.\n"
UKRAINIAN = "Полагодити все, що зламалося.\n"


NAMES = """names:
  fr: {name: Village de Haut-Raccommodage, place: Haut-Raccommodage}
  pl: {name: Wieś Górne Naprawy, place: Górne Naprawy}
"""


def two_cards(project: Project) -> None:
    shutil.copy(project.root / CARD, project.practices / "lu")


def same_alias(project: Project) -> None:
    alias = "aliases: [ie-upper-mending-fix-it-night]\n"
    bytes_at(SHOWN, good("origin: submitted\n", f"origin: submitted\n{alias}"))(project)


def far_away(file: str) -> Arrange:
    def write(project: Project) -> None:
        (project.root / file).parent.mkdir(parents=True, exist_ok=True)
        (project.root / file).write_bytes(good())

    return write


def in_reparville() -> bytes:
    text = good("adapted_from: ie-upper-mending-repair-evening\n")
    return text.replace(b"authority: ie-upper-mending", b"authority: lu-reparville")


ARRANGEMENTS: dict[str, tuple[str, Arrange, str]] = {
    "a file larger than allowed": (
        "file-too-large",
        bytes_at(SHOWN, b"x" * 5_000_000),
        "The file is 4882 kB; the limit is 200 kB.",
    ),
    "a very long line": (
        "line-too-long",
        bytes_at(SHOWN, good("Salt eats chains.", "Salt " * 2_000)),
        "This line has 10045 characters; the limit is 8000.",
    ),
    "a link to a file": (
        "not-a-file",
        link("/etc/hostname"),
        "This is a link, not an ordinary file. It was not opened.",
    ),
    "a link to a folder": ("not-a-file", link("/etc"), "This is a link, not an ordinary file."),
    "a link to itself": ("not-a-file", link("ie-shown.md"), "This is a link, not an ordinary"),
    "a link to nowhere": ("not-a-file", link("nowhere.md"), "This is a link, not an ordinary"),
    "a folder with the name of a file": ("not-a-file", folder, "This is a folder, not an ordinary"),
    "a named pipe": ("not-a-file", pipe, "This is a device or pipe, not an ordinary file."),
    "letters in Windows-1250": (
        "not-utf8",
        bytes_at(SHOWN, good("Salt", "ok\n").replace(b"ok", POLISH.encode("cp1250"))),
        "stored in another way than UTF-8, probably Windows-1250.",
    ),
    "letters in Windows-1251": (
        "not-utf8",
        bytes_at(SHOWN, (UKRAINIAN * 40).encode("cp1251")),
        "stored in another way than UTF-8, probably Windows-1251.",
    ),
    "a file in UTF-16": (
        "not-utf8",
        bytes_at(SHOWN, good().decode().encode("utf-16")),
        "stored in another way than UTF-8, probably UTF-16.",
    ),
    "a name with capitals and spaces": (
        "file-name",
        bytes_at("practices/ie/IE Puzzle Shelf.md", good()),
        'Rename the file, for example to "ie-puzzle-shelf.md".',
    ),
    "a name without any letters that can be kept": (
        "file-name",
        bytes_at("practices/ie/CON.md", good()),
        "Use small letters a to z, digits and hyphens",
    ),
    "one name in two folders": (
        "id-twice",
        bytes_at("practices/lu/ie-upper-mending-repair-evening.md", in_reparville()),
        'There is another file with the name "ie-upper-mending-repair-evening"',
    ),
    "one translation in two folders": (
        "id-twice",
        two_cards,
        'There is another file with the name "ie-upper-mending-library-of-things.pl"',
    ),
    "a translation in the folder of another country": (
        "folder-mismatch",
        renamed(CARD, CARD.replace("practices/ie", "practices/lu")),
        "Move the file to the folder practices/ie/",
    ),
    "one former name of two practices": (
        "alias-taken",
        same_alias,
        "leads to another practice already: ie-shown.",
    ),
    "a file in a folder nobody knows": (
        "folder-unknown",
        far_away("community/authoritis/ie-lower-mending.yml"),
        "Move the file to one of these folders of the community: authorities, adoptions,",
    ),
    "a file in no folder of the community": (
        "folder-unknown",
        far_away("community/ie-lower-mending.md"),
        "Files in this folder are not read.",
    ),
    "a file too deep in the community": (
        "folder-unknown",
        far_away("community/authorities/ie/ie-lower-mending.yml"),
        "Files in this folder are not read.",
    ),
    "a translation with a section of the original": (
        "section-untranslated",
        changed(TRANSLATION, LESSONS, SAME),
        'The section "Enseignements" has the same words as the original.',
    ),
    "a translation of a practice with a similar name": (
        "original-missing",
        renamed(CARD, "practices/ie/ie-upper-kite.pl.md"),
        "Choose from: ie-upper-mending-library-of-things, ie-upper-mending-repair-evening.",
    ),
    "a translation of a misspelt practice": (
        "original-missing",
        renamed(CARD, "practices/ie/ie-upper-mending-library-of-thing.pl.md"),
        'Did you mean "ie-upper-mending-library-of-things"?',
    ),
    "a translation of nothing": (
        "original-missing",
        renamed(CARD, "practices/ie/xx-zzz.pl.md"),
        "The name of a translation is the name of the original, a point and the language.",
    ),
    "a translation into the language of the original": (
        "translation-same-language",
        french,
        "The original is already written in this language (fr).",
    ),
    "a translation of an older text": (
        "translation-older",
        changed(CARD, "source_hash: 09e198a5b1f7", "source_hash: 0123456789ab"),
        "then write source_hash: 09e198a5b1f7",
    ),
    "a translation that does not say of which text": (
        "translation-unstamped",
        changed(CARD, "source_hash: 09e198a5b1f7\n", ""),
        "write source_hash: 09e198a5b1f7",
    ),
    "a translation that leaves out a partner": (
        "translation-part-missing",
        changed(TRANSLATION, "  - name: La quincaillerie du Pont\n", ""),
        'Partners, 2, Name: The original says "Ironmonger at the Bridge" here, and the',
    ),
    "a translation with a partner more": (
        "translation-part-extra",
        changed(TRANSLATION, "results:\n", "  - name: Le forgeron\nresults:\n"),
        'Partners, 3, Name: The translation says "Le forgeron" here, and the original says',
    ),
    "an event translated without what it is about": (
        "translation-part-missing",
        changed(EVENT, "    topics: [części zamienne, wilgoć]\n", ""),
        'Translations, pl, Topics, 1: The original says "spare parts" here, and the',
    ),
    "an event translated from an older text": (
        "translation-older",
        changed(EVENT, "topics: [spare parts, damp]", "topics: [spare parts, rust]"),
        "Translations, pl, State of the original: The original has changed since",
    ),
    "a practice that helps, of which nothing is said": (
        "practice-unused",
        changed(
            "community/questions/who-pays-for-spare-parts.md",
            "practices: [ie-upper-mending-repair-evening]",
            "practices: [ie-upper-mending-repair-evening, is-skrufvik-sewing-room]",
        ),
        'The practice "is-skrufvik-sewing-room" is listed as helping, but the reply does not',
    ),
    "an event translated for nobody": (
        "translation-unseen",
        changed(EVENT, "  pl:\n", "  pt:\n"),
        'Translations, pt: The site has no pages in this language ("pt"), so nobody will see',
    ),
    "a translation that drops a source": (
        "translation-references",
        changed(TRANSLATION, " [1]", ""),
        "In the original there is also: [1]",
    ),
    "a translation that names one source more": (
        "translation-references",
        changed(TRANSLATION, "assez longue.", "assez longue [1]."),
        "Only in the translation: [1]",
    ),
    "an event translated into its own language": (
        "translation-same-language",
        changed(EVENT, "  pl:\n", "  en:\n"),
        "Translations, en: ",
    ),
    "translations as a list": (
        "wants-group",
        changed("community/authorities/ie-upper-mending.yml", NAMES, "translations: [fr]\n"),
        "translations: {fr: {translation: human}}",
    ),
    "a translation into a language that is not one": (
        "not-a-language",
        changed(EVENT, "  pl:\n", "  polski:\n"),
        'Translations, polski: "polski" is not a language code.',
    ),
    "half a translation": (
        "translation-incomplete",
        changed(TRANSLATION, LESSONS, ""),
        "not all: Enseignements.",
    ),
    "a translated text without any heading": (
        "text-before-sections",
        changed(CARD, "gałęzi]\n---\n", "gałęzi]\n---\n\nMłotek i wiertarka.\n"),
        'Move it under a heading, for example "## Wyzwanie".',
    ),
    "an authority with more people than any city": (
        "population-large",
        changed(VILLAGE, "value: 1240", "value: 10000000000"),
        "10000000000 inhabitants is more than any city has.",
    ),
    "an authority that learnt from itself": (
        "adopted-from-itself",
        changed(
            "community/adoptions/is-skrufvik-repair-evening.yml",
            "authority: is-skrufvik",
            "authority: ie-upper-mending",
        ),
        '"ie-upper-mending" cannot have taken over its own practice.',
    ),
    "a review that accepts what may do harm": (
        "review-gate",
        changed(REVIEWS, "rights: yes", "rights: no"),
        "although one of the first questions is answered with no.",
    ),
    "an organisation that reviews twice": (
        "review-twice",
        changed(REVIEWS, "Ville de Réparville", "League of Mending"),
        '"League of Mending" has reviewed this practice already.',
    ),
    "an authority that reviews itself without saying so": (
        "review-interest",
        changed(REVIEWS, "League of Mending", "Skrúfvík"),
        "did this itself and declares no interest in it.",
    ),
    "an authority with a country in words": (
        "not-a-country",
        changed(VILLAGE, "country: IE", "country: Ireland"),
        '"Ireland" is not a country code.',
    ),
    "an authority that is half approximate": (
        "not-yes-or-no",
        changed("community/authorities/is-skrufvik.yml", "approximate: yes", "approximate: maybe"),
        '"maybe" is neither yes nor no.',
    ),
}
