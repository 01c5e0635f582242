"""Rules that protect people."""

from __future__ import annotations

from practicebook.language import words as _
from practicebook.rules.row import ADVICE, MUST_FIX, Rule

RULES = (
    Rule(
        "national-number",
        MUST_FIX,
        _("{given} is a personal number ({kind})."),
        (_("Remove it, and tell an editor, so that older versions of the file are erased too."),),
        _("A personal number can be misused for ever."),
    ),
    Rule(
        "national-number-like",
        ADVICE,
        _("{given} looks like a personal number ({kind})."),
        (_("Remove it if it is one."),),
        _("A personal number can be misused for ever."),
    ),
    Rule(
        "personal-email",
        ADVICE,
        _("{given} looks like the address of one person."),
        (_("Give a shared mailbox instead, for example office@example.org."),),
        _("People change posts, and private addresses attract misuse."),
    ),
    Rule(
        "personal-telephone",
        ADVICE,
        _("{given} looks like a telephone number."),
        (_("Name the office and the address of its page instead."),),
        _("A number in public attracts misuse, and goes out of date."),
    ),
)
