"""Rules about the value of one field."""

from __future__ import annotations

from practicebook.language import words as _
from practicebook.rules.row import ADVICE, MUST_FIX, Rule

RULES = (
    Rule(
        "unknown-term",
        MUST_FIX,
        _('"{given}" is not in the list of words for this field.'),
        (_('Did you mean "{nearest}"?'), _("Choose from: {choices}.")),
        _("Only shared words make practices findable together, in every language."),
    ),
    Rule(
        "term-in-words",
        MUST_FIX,
        _('"{given}" is a word for readers; the header has one fixed word for each idea.'),
        (_('Write "{nearest}"; the site shows it in every language.'),),
        _("One key for each idea makes a practice findable in every language."),
    ),
    Rule(
        "bad-date",
        MUST_FIX,
        _('"{given}" is not a date.'),
        (_("Write year-month-day, for example 2024-03-15; year-month or the year alone will do."),),
        _("One way of writing dates lets the site sort and count them."),
    ),
    Rule(
        "bad-month",
        MUST_FIX,
        _('"{given}" is not a date.'),
        (_("Write year-month, for example 2024-03, or the year alone."),),
        _("One way of writing dates lets the site sort and count them."),
    ),
    Rule(
        "year-range",
        MUST_FIX,
        _("The year {given} cannot be right."),
        (_("Write a year between {lowest} and {highest}."),),
        _("A slip in a year puts a practice in the wrong century."),
    ),
    Rule(
        "ends-before-start",
        MUST_FIX,
        _("It ends ({ended}) before it starts ({started})."),
        (_("Check both dates; one of them may be a slip."),),
        _("The length of a practice is shown to readers."),
    ),
    Rule(
        "not-a-number",
        MUST_FIX,
        _('"{given}" is not a number.'),
        (_("Write digits only, for example 200 or 1.5. Words and doubts belong in the sections."),),
        _("Numbers are compared and added up, in every language."),
    ),
    Rule(
        "number-range",
        MUST_FIX,
        _("{given} cannot be right here; it must be between {lowest} and {highest}."),
        (_("Check the number; there may be a sign or a digit too many."),),
        _("A wrong number is worse than a missing one."),
    ),
    Rule(
        "too-short",
        MUST_FIX,
        _("This is too short: {size} characters; at least {limit} are needed."),
        (_("Say a little more, so that a stranger understands it."),),
        _("Readers choose by title and summary."),
    ),
    Rule(
        "too-long",
        MUST_FIX,
        _("This is too long: {size} characters; at most {limit} fit."),
        (_("Shorten it; details belong in the sections."),),
        _("Long lines are cut off on a phone and in lists."),
    ),
    Rule(
        "no-words",
        MUST_FIX,
        _('There are no words in "{given}".'),
        (_("Write it in words."),),
        _("Signs alone cannot be searched, translated or read aloud."),
    ),
    Rule(
        "all-capitals",
        ADVICE,
        _("All letters are capitals."),
        (_("Use capitals only where the language needs them."),),
        _("Capitals are harder to read and are read out letter by letter by some programs."),
    ),
    Rule(
        "markup-in-line",
        MUST_FIX,
        _('Commands of web pages are not allowed here: "{given}".'),
        (_("Remove these signs and write the words alone."),),
        _("They could change the page instead of being shown on it."),
    ),
    Rule(
        "braces",
        MUST_FIX,
        _('Double braces are not allowed: "{given}".'),
        (_("Remove these signs and write the words alone."),),
        _("Double braces are commands in many programs that make pages."),
    ),
    Rule(
        "not-a-language",
        MUST_FIX,
        _('"{given}" is not a language code.'),
        (_("Write the two letters of the language, for example pl, ro, uk or en."),),
        _("The code tells browsers and screen readers how to read the text aloud."),
    ),
    Rule(
        "not-a-country",
        MUST_FIX,
        _('"{given}" is not a country code.'),
        (_("Write the two capital letters of the country, for example PL, RO or MD."),),
        _("Country codes are the same in every language."),
    ),
    Rule(
        "not-a-currency",
        MUST_FIX,
        _('"{given}" is not the code of a currency.'),
        (_("Write the three letters of the currency, for example EUR, PLN, RON or MDL."),),
        _("Costs can only be compared when the currency is known."),
    ),
    Rule(
        "cost-without-currency",
        ADVICE,
        _("There is an amount, but no currency."),
        (_("Add the currency, for example currency: PLN."),),
        _("Costs can only be compared when the currency is known."),
    ),
    Rule(
        "percent-over-100",
        ADVICE,
        _("{given} % is more than the whole."),
        (_("Check the number, or choose another unit."),),
        _("Shares above 100 % are usually a slip."),
    ),
    Rule(
        "population-large",
        ADVICE,
        _("{given} inhabitants is more than any city has."),
        (_("Check the number of zeros."),),
        _("Readers look for places of their own size."),
    ),
    Rule(
        "bad-name",
        MUST_FIX,
        _('"{given}" cannot be the name of a practice or an authority.'),
        (
            _(
                'Write the name of its file without the ending: letters a to z, digits and hyphens, '
                "for example pl-lublin-baobab."
            ),
        ),
        _("Practices and authorities are named by their file."),
    ),
    Rule(
        "not-yes-or-no",
        MUST_FIX,
        _('"{given}" is neither yes nor no.'),
        (_("Write yes or no."),),
        _("The site has to decide one way or the other."),
    ),
    Rule(
        "not-one-of",
        MUST_FIX,
        _('"{given}" is not one of the words for this field.'),
        (_('Did you mean "{nearest}"?'), _("Choose from: {choices}.")),
        _("A few fixed words let the site say the same thing in every language."),
    ),
    Rule(
        "no-source",
        MUST_FIX,
        _("A practice compiled from public sources must name at least one."),
        (_("Add sources, each with a title and an address (url)."),),
        _("What nobody has confirmed must be possible to look up."),
    ),
    Rule(
        "compiled-confirmed",
        MUST_FIX,
        _("A compiled practice cannot be confirmed by the authority."),
        (
            _(
                "Remove the date, or write origin: submitted if the authority stands behind the text."
            ),
        ),
        _("Readers must be able to tell what an authority has said from what was found about it."),
    ),
    Rule(
        "old-letters",
        ADVICE,
        _('"{given}" has letters with a cedilla (ş, ţ).'),
        (_("Write them with a comma below: {better}"),),
        _("Screen readers and search treat the two as different letters."),
    ),
)
