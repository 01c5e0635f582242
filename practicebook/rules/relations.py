"""Rules about how files refer to each other."""

from __future__ import annotations

from practicebook.language import words as _
from practicebook.rules.row import ADVICE, MUST_FIX, Rule

RULES = (
    Rule(
        "authority-unknown",
        MUST_FIX,
        _('There is no authority "{given}".'),
        (
            _('Did you mean "{nearest}"?'),
            _("Add a file {better} for it, or ask an editor to do so."),
        ),
        _("The place, its size and its country come from the authority."),
    ),
    Rule(
        "practice-unknown",
        MUST_FIX,
        _('There is no practice "{given}".'),
        (_('Did you mean "{nearest}"?'), _("Check the name; it is the name of its file.")),
        _("A link that leads nowhere costs trust."),
    ),
    Rule(
        "refers-to-itself",
        MUST_FIX,
        _("A practice cannot refer to itself here."),
        (_("Remove it."),),
        _("A link to the same page helps nobody."),
    ),
    Rule(
        "alias-taken",
        MUST_FIX,
        _('The former name "{given}" is in use: {other}.'),
        (_("Remove it here or there."),),
        _("One address can lead to one page only."),
    ),
    Rule(
        "near-duplicate",
        ADVICE,
        _('This is very close to "{given}" ({other}).'),
        (_("If both tell of the same thing, extend the other one instead."),),
        _("Two half-told stories help less than one whole."),
    ),
)
