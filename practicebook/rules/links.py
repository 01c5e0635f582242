"""Rules about addresses."""

from __future__ import annotations

from practicebook.language import words as _
from practicebook.rules.row import MUST_FIX, Rule

RULES = (
    Rule(
        "link-dangerous",
        MUST_FIX,
        _('"{given}" is not the address of a page; it could run a program.'),
        (_("Use an address that begins with https://."),),
        _("Such addresses can harm readers."),
    ),
    Rule(
        "link-scheme",
        MUST_FIX,
        _('"{given}" does not begin with https:// or http://.'),
        (
            _("Write {better}"),
            _("To lead to another practice write practice:{practice}"),
            _("Copy the whole address from your browser."),
        ),
        _("Without its beginning the address leads nowhere."),
    ),
    Rule(
        "link-private",
        MUST_FIX,
        _('"{given}" leads to a machine inside a network, not to a public page.'),
        (_("Use the public address of the page."),),
        _("Nobody outside could open it."),
    ),
    Rule(
        "link-password",
        MUST_FIX,
        _('There is a user name or a password in "{given}".'),
        (_("Remove what stands between :// and @, and the @ itself."),),
        _("The page is public; so would be the password."),
    ),
    Rule(
        "link-too-long",
        MUST_FIX,
        _("The address has {size} characters; the limit is {limit}."),
        (_("Use the short address of the page; what follows a ? is often not needed."),),
        _("Very long addresses usually carry tracking or private data."),
    ),
    Rule(
        "link-letters",
        MUST_FIX,
        _('"{given}" mixes letters of different alphabets.'),
        (_("Copy the address from your browser."),),
        _("Look-alike letters lead readers to somebody else's page."),
    ),
    Rule(
        "link-unknown",
        MUST_FIX,
        _('There is no practice "{given}".'),
        (
            _('Did you mean "{nearest}"?'),
            _("Choose from: {choices}."),
            _("Write its file name without the ending, for example practice:pl-lublin-baobab."),
        ),
        _("A link that leads nowhere costs trust."),
    ),
)
