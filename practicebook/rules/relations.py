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
            _("Choose from: {choices}; or add a file {better}."),
            _("Add a file {better} for it, or ask an editor to do so."),
        ),
        _("The place, its size and its country come from the authority."),
    ),
    Rule(
        "practice-unknown",
        MUST_FIX,
        _('There is no practice "{given}".'),
        (
            _('Did you mean "{nearest}"?'),
            _("Choose from: {choices}."),
            _("Check the name; it is the name of its file without the ending."),
        ),
        _("A link that leads nowhere costs trust."),
    ),
    Rule(
        "practice-unused",
        ADVICE,
        _('The practice "{given}" is listed as helping, but the reply does not speak of it.'),
        (_("Link to it in the reply with [words](practice:{given}), or remove it from the list."),),
        _("Readers want to know what in a practice answers the question."),
    ),
    Rule(
        "refers-to-itself",
        MUST_FIX,
        _("A practice cannot name itself here."),
        (_("Remove its own name from this field."),),
        _("A link to the same page helps nobody."),
    ),
    Rule(
        "alias-taken",
        MUST_FIX,
        _('The former name "{given}" leads to another practice already: {other}.'),
        (_("Remove it from one of the two."),),
        _("One address can lead to one page only."),
    ),
    Rule(
        "adopted-from-itself",
        MUST_FIX,
        _('"{given}" cannot have taken over its own practice.'),
        (_("Name the authority that took it over from another one."),),
        _("An adoption shows that a practice works in a second place."),
    ),
    Rule(
        "review-gate",
        MUST_FIX,
        _("The decision is to accept, although one of the first questions is answered with no."),
        (_("Answer yes to all of them, or write not-yet as the decision."),),
        _("A practice that may do harm is not good because the rest of it is."),
    ),
    Rule(
        "review-interest",
        MUST_FIX,
        _('"{given}" did this itself and declares no interest in it.'),
        (_("Say what its interest is; such a review is shown, but decides nothing."),),
        _("Readers trust a review because the reviewer has nothing to gain."),
    ),
    Rule(
        "review-twice",
        MUST_FIX,
        _('"{given}" has reviewed this practice already.'),
        (_("Change its review above, or ask another organisation."),),
        _("Two reviews of one organisation are not two opinions."),
    ),
    Rule(
        "near-duplicate",
        ADVICE,
        _('This is very close to "{given}" ({other}).'),
        (_("If both tell of the same thing, extend the other one instead."),),
        _("Two half-told stories help less than one whole."),
    ),
)
