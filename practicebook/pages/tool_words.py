"""What the scripts of comparing, keeping and choosing say, in the reader's language.

They stand in an attribute of the page, so that the scripts have no language of their own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from practicebook.language import Language, words

_KEEPING = {
    "refused": words(
        "Your browser does not let this site keep anything, or has no more room for it."
    ),
    "full": words("Your list is full. Take something out of it first."),
}
_SHOWING = {
    "copied": words("The address is copied."),
    "marked": words("The address is marked. Copy it with your keyboard or menu."),
    "missing": words("Not known"),
    "title": words("Title"),
    "link": words("Address"),
    "unknown": words("Some practices in the address do not exist and were left out."),
    "failed": words("Some practices could not be loaded just now. Try again later."),
}
_BROKEN = words("The file could not be made just now. Try again later.")
_FORGOTTEN = words("Nothing about your authority is left in this browser.")
TEXTS = {
    "practice": {
        **_KEEPING,
        "add": words("Add to my list"),
        "added": words("It is in your list. The list stays in this browser."),
        "drop": words("Remove from my list"),
        "dropped": words("It is no longer in your list."),
        "compare": words("Compare"),
        "together": words("It will be compared. Choose 2 to 4 practices in the same way."),
        "apart": words("Do not compare"),
        "parted": words("It will not be compared."),
        "enough": words("Four practices are chosen already. Remove one on the page of comparing."),
        "fits": words("Why it fits your authority: {reasons}"),
        "strange": words("Nothing that is known of your authority and this one is alike."),
        "forgotten": _FORGOTTEN,
    },
    "compare": {
        **_SHOWING,
        "remove": words("Remove"),
        "many": words("Only the first four are compared."),
        "few": words(
            "Choose 2 to 4 practices: open one, press “Compare”, then do the same with the next."
        ),
        "ready": words("The table shows what is known of each."),
    },
    "my-list": {
        **_KEEPING,
        **_SHOWING,
        "broken": _BROKEN,
        "heading": words("My list"),
        "empty": words("Your list is empty. Open a practice and press “Add to my list”."),
        "many": words("An address can carry 50 practices; the others were left out."),
        "shared": words("You are looking at a list that somebody shared with you."),
        "nothing": words("This address names no practice that exists."),
        "kept": words("They are in your list now."),
        "note": words("My note"),
        "moved": words("{title} is now number {place} of {all}."),
        "edge": words("It cannot be moved further."),
        "removed": words("Removed: {title}"),
        "gone": words("This practice could not be loaded: {title}"),
        "few": words("Tick 2 to 4 practices to compare them."),
    },
    "worksheet": {
        **_KEEPING,
        "broken": _BROKEN,
        "stays": words("What you write stays in this browser."),
        "cleared": words("Your side is empty again."),
    },
    "mine": {
        **_KEEPING,
        "kept": words("Kept in this browser only."),
        "number": words(
            "The number of inhabitants cannot be read. Write it in digits, for example 18400."
        ),
        "nothing": words("Say at least one thing about your authority."),
        "forgotten": _FORGOTTEN,
        "none": words("No authority here has anything in common with what you said."),
        "failed": words("The list of authorities could not be loaded just now. Try again later."),
    },
}
# How an authority is like the reader's, told with the facts it rests on.
REASONS = {
    "own": words("this is your own authority"),
    "setting": words("a similar place: {terms}"),
    "level": words("the same kind of authority: {level}"),
    "country": words("the same country, so the same law"),
}


def texts(page: str, language: Language) -> str:
    """The words that the script of a page says, as JSON."""
    return as_json({name: language.gettext(text) for name, text in TEXTS[page].items()})


def reasons(language: Language) -> dict[str, object]:
    """The words that tell why an authority is like another; sizes in every plural form."""
    told: dict[str, object] = {name: language.gettext(text) for name, text in REASONS.items()}
    forms = language.plural_forms("similar size: {n} inhabitant", "similar size: {n} inhabitants")
    return {**told, "size": forms}


def as_json(values: Mapping[str, object]) -> str:
    """Values as short JSON, letters of all languages as they are."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
