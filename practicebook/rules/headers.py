"""Rules about the shape of the header."""

from __future__ import annotations

from practicebook.language import words as _
from practicebook.rules.row import MUST_FIX, Rule

RULES = (
    Rule(
        "header-missing",
        MUST_FIX,
        _("The file does not begin with a header."),
        (_('Begin with a line "---", then the fields, then another line "---".'),),
        _("The header carries what makes a practice findable: place, themes, sources."),
    ),
    Rule(
        "header-not-closed",
        MUST_FIX,
        _("The header is opened here but never closed."),
        (_('Write a line "---" after its last field.'),),
        _("Without the closing line the whole text would count as header."),
    ),
    Rule(
        "header-empty",
        MUST_FIX,
        _("The header has no fields."),
        (_("Write one field in each line, for example title: Flats for families."),),
        _("The header carries what makes a practice findable: place, themes, sources."),
    ),
    Rule(
        "header-unreadable",
        MUST_FIX,
        _('This line of the header cannot be understood: "{given}".'),
        (_('Write one field in each line, as "name: value"; put values with brackets in quotes.'),),
        _("A header is read by people and by programs; both need the same simple form."),
    ),
    Rule(
        "header-tab",
        MUST_FIX,
        _("This line begins with a tab character."),
        (_("Use two spaces instead."),),
        _("Tabs look different in every editor, so they cannot mark what belongs together."),
    ),
    Rule(
        "header-colon",
        MUST_FIX,
        _("There is a second colon here, so it is not clear where the value begins."),
        (_("Put the value in quotes: {better}"),),
        _("A colon followed by a space separates the name of a field from its value."),
    ),
    Rule(
        "header-quote",
        MUST_FIX,
        _("A quotation mark is opened here and not closed."),
        (_("Close it at the end of the value, or remove it."),),
        _("Everything up to the next quotation mark would become part of the value."),
    ),
    Rule(
        "header-bracket",
        MUST_FIX,
        _("A bracket is opened here and not closed."),
        (_("Close it at the end of the list, or put the value in quotes."),),
        _("Everything up to the next bracket would become part of the list."),
    ),
    Rule(
        "header-special",
        MUST_FIX,
        _('Signs such as "{given}" have a special meaning in a header and are not allowed.'),
        (_("Write the value out in full, or put it in quotes."),),
        _("They let a few lines stand for millions, or for something else than they show."),
    ),
    Rule(
        "header-not-fields",
        MUST_FIX,
        _("The header is a list or a text, not a set of fields."),
        (_("Write one field in each line, for example title: Flats for families."),),
        _("Each value needs its name."),
    ),
    Rule(
        "header-too-large",
        MUST_FIX,
        _("The header has more than {limit} values, or too many groups inside each other."),
        (_("Keep to the fields of the form, and move long texts into the sections."),),
        _("The header is for facts; the story belongs in the sections."),
    ),
    Rule(
        "repeated-field",
        MUST_FIX,
        _('"{given}" stands twice, in lines {first} and {second}.'),
        (_("Keep one of them."),),
        _("Only one of the two could count, and nobody could tell which."),
    ),
    Rule(
        "unknown-field",
        MUST_FIX,
        _('There is no field "{given}".'),
        (
            _('Did you mean "{nearest}"?'),
            _("Remove the line; the folder of the file gives the country ({country})."),
            _("Remove the line, or move what it says into a section."),
        ),
        _("A misspelt field would be lost without anybody noticing."),
    ),
    Rule(
        "computed-field",
        MUST_FIX,
        _('"{given}" is not written by hand.'),
        (
            _("Remove the line; the folder of the file gives the country ({country})."),
            _("Remove the line; the site works it out or does not need it."),
        ),
        _("Such fields steer the look of a page or are counted from other files."),
    ),
    Rule(
        "missing-field",
        MUST_FIX,
        _("This field is missing."),
        (_("Add it to the header, for example {example}"),),
        _("Readers need it to judge whether a practice could work for them."),
    ),
    Rule(
        "empty-field",
        MUST_FIX,
        _("There is no value here."),
        (
            _("Write a value, for example {example}"),
            _("Write a value, or remove the line."),
        ),
        _("An empty field says neither yes nor no."),
    ),
    Rule(
        "wants-text",
        MUST_FIX,
        _("This should be one value, but it is a list or a group of fields."),
        (_("Write it in one line: {example}"), _("Write it in one line.")),
        _("Each field has one shape, so that all pages can show it in the same way."),
    ),
    Rule(
        "wants-list",
        MUST_FIX,
        _("This should be a list."),
        (_("Write the list like this: {example}"),),
        _("Each field has one shape, so that all pages can show it in the same way."),
    ),
    Rule(
        "wants-group",
        MUST_FIX,
        _("This should be a group of fields."),
        (_("Write the group like this: {example}"),),
        _("Each field has one shape, so that all pages can show it in the same way."),
    ),
    Rule(
        "repeated-entry",
        MUST_FIX,
        _('"{given}" stands in the list twice.'),
        (_("Keep one of them."),),
        _("A word that stands twice would be counted twice."),
    ),
    Rule(
        "too-many",
        MUST_FIX,
        _("There are {size} entries; at most {limit} are allowed."),
        (_("Keep the ones that matter most."),),
        _("A practice that is about everything is found for nothing."),
    ),
    Rule(
        "too-few",
        MUST_FIX,
        _("The list has no entries."),
        (_("Write at least one: {example}"),),
        _("An empty list says neither yes nor no."),
    ),
)
