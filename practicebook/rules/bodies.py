"""Rules about the text below the header."""

from __future__ import annotations

from practicebook.language import words as _
from practicebook.rules.row import ADVICE, MUST_FIX, Rule

RULES = (
    Rule(
        "section-missing",
        MUST_FIX,
        _('The section "{given}" is missing.'),
        (_('Add a line "## {given}" and write below it; "Not known yet, because ..." will do.'),),
        _("Readers compare practices section by section."),
    ),
    Rule(
        "section-unknown",
        MUST_FIX,
        _('"{given}" is not one of the headings.'),
        (
            _('Did you mean "## {nearest}"?'),
            _('Put it inside a section, with three signs: "### {given}".'),
        ),
        _("The same headings on every page let readers find their place."),
    ),
    Rule(
        "section-twice",
        MUST_FIX,
        _('The section "{given}" stands twice; it was begun in line {first}.'),
        (_("Put both texts under the first heading and remove the second."),),
        _("The same headings on every page let readers find their place."),
    ),
    Rule(
        "section-order",
        MUST_FIX,
        _('The section "{given}" stands too late.'),
        (_('Move it up, before the section "{before}".'),),
        _("The same order on every page lets readers find their place."),
    ),
    Rule(
        "section-empty",
        MUST_FIX,
        _('There is nothing under "{given}".'),
        (_('Write what is known; "Not known yet, because ..." is welcome.'),),
        _("A gap that is named helps more than a blank."),
    ),
    Rule(
        "text-before-sections",
        MUST_FIX,
        _("There is text before the first heading."),
        (_('Move it under a heading, for example "## {given}".'),),
        _("Text outside the sections would not be shown."),
    ),
    Rule(
        "template-text",
        MUST_FIX,
        _("The question from the form still stands here."),
        (_("Replace it by your answer."),),
        _("Readers would take the question for your text."),
    ),
    Rule(
        "top-heading",
        MUST_FIX,
        _('"# {given}" is a main heading, but the page has one already: its title.'),
        (_('Begin sections with "## " and headings inside a section with "### ".'),),
        _("Screen readers use the rank of headings to move around."),
    ),
    Rule(
        "heading-jump",
        MUST_FIX,
        _('The heading "{given}" skips a rank.'),
        (_('Inside "## " use "### ", and inside that "#### "; count the signs.'),),
        _("Screen readers use the rank of headings to move around."),
    ),
    Rule(
        "raw-html",
        MUST_FIX,
        _('"{given}" is HTML, the code of web pages, and is not allowed.'),
        (_("Remove it, or write the words alone. For emphasis write **bold** or *italic*."),),
        _("HTML from strangers can harm readers."),
    ),
    Rule(
        "attribute-list",
        MUST_FIX,
        _('"{given}" would change how the page looks or works, and is not allowed.'),
        (_("Remove it. If you only meant a remark, put it in round brackets."),),
        _("What strangers make a page do can harm readers."),
    ),
    Rule(
        "include",
        MUST_FIX,
        _('"{given}" would bring in something from another file, and is not allowed.'),
        (_("Write the text itself here."),),
        _("Including files could publish something private."),
    ),
    Rule(
        "fence-open",
        MUST_FIX,
        _("A block is opened here with ``` or ~~~ and never closed."),
        (_("Write the same signs in a line of their own where it ends, or remove them here."),),
        _("The rest of the page would be shown as program text."),
    ),
    Rule(
        "table-uneven",
        ADVICE,
        _("This row of the table has {size} cells; the first row has {limit}."),
        (_("Give every row the same number of cells."),),
        _("Cells without a heading cannot be understood when read aloud."),
    ),
    Rule(
        "body-too-complex",
        MUST_FIX,
        _("There are too many brackets or other signs in one paragraph ({size})."),
        (_("Remove the ones that are not part of the text."),),
        _("Some texts are built to make a program hang."),
    ),
    Rule(
        "picture",
        MUST_FIX,
        _("Pictures are not published yet."),
        (_("Describe in words what it shows, or link to a page that has it."),),
        _("Pictures carry faces and places that can endanger people."),
    ),
    Rule(
        "source-unknown",
        MUST_FIX,
        _("There is no source [{given}]; the number of sources in the header is {size}."),
        (_("Correct the number, or add the source to the header."),),
        _("A number in brackets promises that the claim can be looked up."),
    ),
    Rule(
        "source-uncited",
        MUST_FIX,
        _("Source [{given}] is never cited in the text."),
        (_("Write [{given}] after the sentence it supports, or remove the source."),),
        _("A source says nothing unless readers see what it supports."),
    ),
    Rule(
        "figure-without-source",
        MUST_FIX,
        _('The figure "{given}" has no source.'),
        (_("Write the number of its source in brackets in the same sentence, for example [1]."),),
        _("In a practice compiled from public sources every figure can be looked up."),
    ),
)
