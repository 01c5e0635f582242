"""Rules about a file as a whole."""

from __future__ import annotations

from practicebook.language import words as _
from practicebook.rules.row import ADVICE, MUST_FIX, Rule

RULES = (
    Rule(
        "file-empty",
        MUST_FIX,
        _("The file is empty."),
        (_("Write the header and the sections, or remove the file."),),
        _("An empty page helps nobody."),
    ),
    Rule(
        "file-too-large",
        MUST_FIX,
        _("The file is {size} kB; the limit is {limit} kB."),
        (_("Shorten the text. Long documents belong behind a link under sources or tools."),),
        _("A practice is read in a few minutes; very large files are usually a mistake."),
    ),
    Rule(
        "line-too-long",
        MUST_FIX,
        _("This line has {size} characters; the limit is {limit}."),
        (_("Break it into shorter paragraphs with an empty line between them."),),
        _("Very long lines hide mistakes and can make reading the file extremely slow."),
    ),
    Rule(
        "not-a-file",
        MUST_FIX,
        _("This is a {sort}, not an ordinary file. It was not opened."),
        (_("Put the text itself into an ordinary file here."),),
        _("A link can lead to something private on the machine that builds the site."),
    ),
    Rule(
        "file-unreadable",
        MUST_FIX,
        _("The file cannot be opened: {reason}."),
        (_("Check that you may read it, then try again."),),
        _("What cannot be read cannot be checked."),
    ),
    Rule(
        "not-utf8",
        MUST_FIX,
        _("The letters of this file are stored in another way than UTF-8, probably {encoding}."),
        (_('In your editor choose "Save as" and the encoding UTF-8.'),),
        _("Only UTF-8 keeps Polish, Romanian and Ukrainian letters whole on every machine."),
    ),
    Rule(
        "hidden-characters",
        MUST_FIX,
        _("There is an invisible character here ({given})."),
        (_("Delete it; it often arrives when text is pasted from another program."),),
        _("Invisible characters can make a text read differently from what it says."),
    ),
    Rule(
        "file-name",
        MUST_FIX,
        _('"{given}" cannot be used as a file name here.'),
        (
            _('Rename the file, for example to "{better}".'),
            _(
                "Use small letters a to z, digits and hyphens, at most 80 characters, "
                "beginning with the country: pl-lublin-baobab.md."
            ),
        ),
        _("The file name is the address of the page for ever, and has to work on every computer."),
    ),
    Rule(
        "folder-mismatch",
        MUST_FIX,
        _("The file lies in the folder {folder}, but the country of its authority is {country}."),
        (_("Move the file to the folder {better}, or correct the authority."),),
        _("Editors find the practices of their country in its folder."),
    ),
    Rule(
        "folder-unknown",
        MUST_FIX,
        _("Files in this folder are not read."),
        (_("Move the file to one of these folders of the community: {choices}."),),
        _("The folder says what a file tells of; what lies elsewhere would be lost unnoticed."),
    ),
    Rule(
        "id-twice",
        MUST_FIX,
        _('There is another file with the name "{given}": {other}.'),
        (_("Give one of them another name."),),
        _("The file name is the address of the page; two pages cannot share one."),
    ),
    Rule(
        "original-missing",
        MUST_FIX,
        _('There is no "{given}" that this could be a translation of.'),
        (
            _('Did you mean "{nearest}"?'),
            _("Choose from: {choices}."),
            _("The name of a translation is the name of the original, a point and the language."),
        ),
        _("A translation belongs to an original."),
    ),
    Rule(
        "translation-same-language",
        MUST_FIX,
        _("The original is already written in this language ({given})."),
        (_("Edit the original itself and remove this translation."),),
        _("Two texts in one language would say different things after a while."),
    ),
    Rule(
        "translation-unseen",
        ADVICE,
        _('The site has no pages in this language ("{given}"), so nobody will see this.'),
        (_("The languages of the site: {choices}."),),
        _("A slip in the code of a language would hide a whole translation."),
    ),
    Rule(
        "translation-older",
        ADVICE,
        _("The original has changed since this translation was made."),
        (_("Compare the two, mend the translation, then write source_hash: {better}"),),
        _("Readers are told when the original is newer than what they read."),
    ),
    Rule(
        "translation-unstamped",
        ADVICE,
        _("It is not said which version of the original was translated."),
        (_("If the translation fits the text as it is now, write source_hash: {better}"),),
        _("Readers are told when the original is newer than what they read."),
    ),
    Rule(
        "translation-incomplete",
        MUST_FIX,
        _("The translation has some sections, but not all: {missing}."),
        (_("Translate all sections, or leave all of them out; title and summary are enough."),),
        _("A page half in one language and half in another reads as a mistake."),
    ),
    Rule(
        "translation-part-missing",
        MUST_FIX,
        _('The original says "{given}" here, and the translation says nothing.'),
        (_("Translate it; lists have as many entries as in the original, in the same order."),),
        _("A page half in one language and half in another reads as a mistake."),
    ),
    Rule(
        "translation-part-extra",
        MUST_FIX,
        _('The translation says "{given}" here, and the original says nothing.'),
        (_("Remove it, or add it to the original first."),),
        _("Readers of all languages get the same facts."),
    ),
    Rule(
        "translation-references",
        MUST_FIX,
        _('The section "{given}" does not name the same sources and practices as the original.'),
        (
            _("In the original there is also: {missing}."),
            _("Only in the translation: {extra}."),
        ),
        _("A claim can be looked up in every language, at the same place."),
    ),
    Rule(
        "section-untranslated",
        MUST_FIX,
        _('The section "{given}" has the same words as the original.'),
        (_("Translate all sections, or leave all of them out; title and summary are enough."),),
        _("A page half in one language and half in another reads as a mistake."),
    ),
)
