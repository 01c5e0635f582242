"""A small fictional commons: gardens, choirs and ferries in places that do not exist."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from practicebook.catalogue import Catalogue, Parts, collect
from practicebook.models import Authority, Practice, PracticeTranslation, Section, Translation
from practicebook.vocabulary import Scheme, Term, Vocabulary

LANGUAGES = ("en", "pl", "ro", "uk", "fr")


def term(key: str, label: Mapping[str, str], **synonyms: tuple[str, ...]) -> Term:
    return Term(key, MappingProxyType(dict(label)), {}, MappingProxyType(synonyms))


def scheme(name: str, *terms: Term) -> Scheme:
    return Scheme(name, MappingProxyType({each.key: each for each in terms}))


GARDENS = term(
    "gardens",
    {"en": "Gardens", "pl": "Ogrody", "ro": "Grădini", "uk": "Сади", "fr": "Jardins"},
    en=("allotment",),
    pl=("działka",),
    ro=("legume",),
    uk=("город",),
    fr=("potager",),
    ru=("огород",),
)
MUSIC = term("music", {"en": "Music", "pl": "Muzyka", "ro": "Muzică", "uk": "Музика"}, en=("DJ",))
FERRIES = term("ferries", {"en": "Ferries", "pl": "Promy", "uk": "Пороми"})
TREES = term("trees", {"en": "Trees"})


def vocabulary(*themes: Term) -> Vocabulary:
    schemes = (
        scheme("themes", *(themes or (GARDENS, MUSIC, FERRIES, TREES))),
        scheme("target-groups", term("all", {"en": "Everybody"}), term("old", {"en": "Elders"})),
        scheme("stages", term("start", {"en": "Start"})),
        scheme("settings", term("island", {"en": "Island"}), term("hill", {"en": "Hills"})),
        scheme("authority-levels", term("village", {"en": "Village"})),
        scheme("evidence-levels", term("told", {"en": "Told"}), term("counted", {"en": "Counted"})),
    )
    return Vocabulary(MappingProxyType({each.name: each for each in schemes}))


def authority(name: str, place: str, people: int | None = None, **fields: Any) -> Authority:
    header = {"name": f"Village of {place}", "country": "IE", "level": "village", "place": place}
    population = {"population": {"value": str(people)}} if people else {}
    return Authority.model_validate(
        {**header, **population, **fields, "id": name}, context={"vocabulary": vocabulary()}
    )


def practice(name: str, title: str, summary: str, text: str = "", **fields: Any) -> Practice:
    header = {
        "title": title,
        "summary": f"{summary} It went on for a long while.",
        "language": "en",
        "kind": "practice",
        "authority": "ie-brill",
        "themes": ["trees"],
        "target_groups": ["all"],
        "stages": ["start"],
        "started": "2020",
        "evidence": "told",
        "origin": "submitted",
    }
    section = Section(key="done", text=text or "Nothing more was told.", line=1)
    computed = {"id": name, "country": "IE", "sections": (section,)}
    return Practice.model_validate(
        {**header, **fields, **computed}, context={"vocabulary": vocabulary()}
    )


def translation(name: str, language: str, title: str, summary: str, *keywords: str) -> Translation:
    header = {"title": title, "summary": f"{summary} {'.' * 40}", "translation": "machine"}
    computed = {"keywords": list(keywords), "id": name, "language": language}
    return PracticeTranslation.model_validate({**header, **computed})


AUTHORITIES = (
    authority("ie-brill", "Brill", 16_000, setting=["island"]),
    authority("ie-corry", "Corry", 17_000, setting=["island"]),
    authority("ie-dunmore", "Dunmore", 900_000, setting=["hill"]),
    authority("ie-elk", "Ełk", None, names={"uk": {"place": "Елк"}}),
)

PRACTICES = (
    practice(
        "ie-brill-beds",
        "Vegetable beds behind the town hall",
        "Neighbours grow beans together.",
        "The village lent tools [1]. Two women taught pruning.\n\n- A shed was built for rakes.",
        themes=["gardens"],
        keywords=["compost", "who pays for the water"],
        evidence="counted",
    ),
    practice(
        "ie-brill-plots",
        "Small plots for every household",
        "Plots are drawn by lot.",
        "Households share one well.",
        themes=["gardens", "trees"],
        target_groups=["old"],
    ),
    practice(
        "ie-corry-orchard",
        "An orchard on the green",
        "Neighbours planted apples.",
        "Beans were tried as well.",
        authority="ie-corry",
        themes=["gardens"],
        target_groups=["old"],
    ),
    practice(
        "ie-dunmore-choir",
        "A choir that rehearses in the library",
        "People sing on Tuesdays.",
        "The choir bought a piano.",
        authority="ie-dunmore",
        themes=["music"],
    ),
    practice(
        "ie-elk-ferry",
        "A ferry that runs at night",
        "The boat crosses at two.",
        "Neighbours steer it in turns.",
        authority="ie-elk",
        themes=["ferries"],
        kind="did-not-work",
    ),
)

TRANSLATIONS = (
    translation("ie-brill-beds", "pl", "Grządki za ratuszem", "Sąsiedzi sadzą fasolę.", "kompost"),
    translation("ie-dunmore-choir", "pl", "Chór w bibliotece", "Dzieci śpiewają we wtorki."),
    translation("ie-dunmore-choir", "ro", "Un cor la bibliotecă", "Se cântă marțea.", "bunici"),
    translation("ie-elk-ferry", "uk", "Пором уночі", "Човен іде о другій для сусідів."),
)


def commons(
    practices: tuple[Practice, ...] = PRACTICES,
    translations: tuple[Translation, ...] = TRANSLATIONS,
    authorities: tuple[Authority, ...] = AUTHORITIES,
) -> Catalogue:
    return collect(Parts(practices, authorities, translations))
