"""What is told about a bad file: the whole text, the right line, and never more than the cause."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from arrangements import ARRANGEMENTS
from knowledge import (
    BAD,
    ENGLISH,
    EXAMPLE,
    SHOWN,
    checked,
    copy_example,
    good,
    places,
    told,
    with_practice,
)

from practicebook.project import Project
from practicebook.rules import sentences
from practicebook.search import duplicates

FIXTURES = sorted(BAD.glob("*.md"))


def test_the_example_has_nothing_to_fix() -> None:
    found = checked(Project(EXAMPLE))
    assert found.problems == ()
    assert len(found.catalogue.practices) == 6
    assert len(found.catalogue.authorities) == 4
    assert len(found.catalogue.translations) == 3
    assert len(found.catalogue.adoptions) == 1
    assert len(found.catalogue.questions) == 1
    assert len(found.catalogue.events) == 1


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_a_bad_practice_gets_exactly_this_report(fixture: Path, tmp_path: Path) -> None:
    project = with_practice(tmp_path, fixture.read_bytes())
    assert told(project) == fixture.with_suffix(".expected").read_text(encoding="utf-8")
    codes = {problem.code for problem in checked(project).problems}
    assert codes == {fixture.stem.partition("--")[0]}


def test_a_text_without_any_heading_is_told_every_section_it_lacks(tmp_path: Path) -> None:
    header = good().split(b"---\n")[1]
    project = with_practice(tmp_path, b"---\n" + header + b"---\n\nWe mended bicycles.\n")
    counted = Counter(code for code, _line in places(project))
    assert counted == {"text-before-sections": 1, "section-missing": 7}


@pytest.mark.parametrize("what", ARRANGEMENTS)
def test_a_mistake_beyond_one_practice_is_told_once(what: str, tmp_path: Path) -> None:
    code, arrange, words = ARRANGEMENTS[what]
    project = copy_example(tmp_path)
    arrange(project)
    problems = checked(project).problems
    assert {problem.code for problem in problems} == {code}
    assert len({(problem.file, problem.line) for problem in problems}) == len(problems)
    assert words in " ".join(told(project).split())


def test_five_mistakes_in_one_file_are_five_findings_in_their_lines(tmp_path: Path) -> None:
    text = good().decode()
    for old, new in {
        "language: en": "language: English",
        "themes: [bicycles, repair]": "themes: [bicycels, repair]",
        "started: 2023-05": "started: 2023-13",
        "## Lessons": "## Lesson",
        "Heating.": "<blink>Heating.</blink>",
    }.items():
        assert old in text
        text = text.replace(old, new)
    assert places(with_practice(tmp_path, text.encode())) == [
        ("not-a-language", 4),
        ("unknown-term", 7),
        ("bad-month", 10),
        ("raw-html", 37),
        ("section-unknown", 39),
    ]


def test_mistakes_of_all_layers_are_told_in_one_run(tmp_path: Path) -> None:
    text = good().decode()
    for old, new in {
        "themes: [bicycles, repair]": "themes: [bicycels, repair]",
        "authority: ie-upper-mending": "authority: ie-uper-mending",
        "started: 2023-05": "started: 2023-05\nended: 2022-01\nrelated: [ie-nothing]",
        "## Lessons": "### Lessons",
    }.items():
        assert old in text
        text = text.replace(old, new)
    found = [code for code, _line in places(with_practice(tmp_path, text.encode()))]
    assert sorted(found) == [
        "authority-unknown",
        "ends-before-start",
        "practice-unknown",
        "section-missing",
        "unknown-term",
    ]


WRONG_THEME = ("themes: [bicycles, repair]", "themes: [bicycels, repair]")
BESIDE = {
    "compiled without sources": ("origin: submitted", "origin: compiled", {"no-source"}),
    "a source of a result that is not there": (
        "started: 2023-05",
        "started: 2023-05\nresults: [{what: Chains, value: 3, source: 2}]",
        {"source-unknown"},
    ),
    "a date that cannot be read, and an end": (
        "started: 2023-05",
        "started: 2023-13\nended: 2022",
        {"bad-month"},
    ),
    "sources that are no list": (
        "origin: submitted",
        "origin: compiled\nsources: The Daily Screwdriver",
        {"wants-list"},
    ),
    "a link in the text": ("Salt eats", "[x](practice:zz-top) Salt eats", {"link-unknown"}),
    "an alias that is taken": (
        "started: 2023-05",
        "started: 2023-05\naliases: [is-skrufvik-sewing-room]",
        {"alias-taken"},
    ),
}


@pytest.mark.parametrize("what", BESIDE)
def test_a_wrong_field_neither_hides_nor_invents_others(what: str, tmp_path: Path) -> None:
    old, new, codes = BESIDE[what]
    content = good(old, new).replace(WRONG_THEME[0].encode(), WRONG_THEME[1].encode())
    project = with_practice(tmp_path, content)
    assert {code for code, _line in places(project)} == codes | {"unknown-term"}
    assert "ie-shown" not in checked(project).catalogue.practices


def test_a_wrong_original_does_not_make_its_translations_old(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    path = project.practices / "ie/ie-upper-mending-library-of-things.md"
    text = path.read_text(encoding="utf-8")
    title = next(line for line in text.split("\n") if line.startswith("title:"))
    path.write_text(text.replace(title + "\n", ""), encoding="utf-8")
    assert [code for code, _line in places(project)] == ["missing-field"]


def test_a_tag_is_quoted_as_it_was_written(tmp_path: Path) -> None:
    project = with_practice(tmp_path, good("started: 2023-05", "started: !!binary aGVsbG8="))
    assert '"!!binary"' in told(project)


@pytest.mark.parametrize("language", ["", "language: English\n"])
def test_a_missing_language_is_not_told_again_for_each_heading(
    language: str, tmp_path: Path
) -> None:
    source = EXAMPLE / "practices/lu/lu-reparville-tool-bus.md"
    project = copy_example(tmp_path)
    text = source.read_text(encoding="utf-8").replace("language: fr\nkind", f"{language}kind")
    (project.root / project.relative(project.practices / "lu" / source.name)).write_text(
        text, encoding="utf-8"
    )
    (problem,) = checked(project).problems
    assert problem.code == ("not-a-language" if language else "missing-field")
    assert problem.field == "language"


def test_one_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    found = checked(with_practice(tmp_path, b"\x00\xff not a practice"))
    assert len(found.catalogue.practices) == 6
    assert {problem.file for problem in found.problems} == {SHOWN}


def test_the_same_files_give_the_same_report(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    for fixture in FIXTURES:
        (project.practices / "ie" / f"ie-{fixture.stem.replace('--', '-')}.md").write_bytes(
            fixture.read_bytes()
        )
    assert told(project) == told(Project(project.root))


@pytest.mark.parametrize(
    "change",
    {
        "line ends of Windows": lambda b: b.replace(b"\n", b"\r\n"),
        "line ends of old machines": lambda b: b.replace(b"\n", b"\r"),
        "a byte-order mark": lambda b: b"\xef\xbb\xbf" + b,
        "a line separator in a sentence": lambda b: b.replace(
            b"Salt eats", b"Salt\xe2\x80\xa8eats"
        ),
        "a next-line sign in the header": lambda b: b.replace(
            b"Bicycle harbour", b"Bicycle\xc2\x85harbour"
        ),
        "decomposed letters": lambda b: b.replace(b"Heating.", "Heating café.".encode()),
        "right-to-left words": lambda b: b.replace(
            b"Heating.", "Heating (תיקון, إصلاح\u200f).".encode()
        ),
        "spaces after the marks of the header": lambda b: b.replace(b"---\n", b"--- \t\n"),
    }.items(),
    ids=lambda row: row[0],
)
def test_ways_of_saving_a_file_are_accepted_and_lines_stay_right(change, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    saved = change[1](good("## Lessons", "## Lesson"))
    assert saved != good("## Lessons", "## Lesson")
    assert places(with_practice(tmp_path, saved)) == [("section-unknown", 39)]


HEADERS = {
    "a title that is a list": ('title: "Bicycle', 'title: [a]\nx: "Bicycle', "wants-text"),
    "an empty entry": ("themes: [bicycles, repair]", 'themes: [bicycles, ""]', "empty-field"),
    "an unfamiliar kind of value": ("themes: [", "themes: !!python/object [", "header-special"),
    "binary text": ("started: 2023-05", "started: !!binary aGVsbG8=", "header-special"),
    "an anchor": ("started: 2023-05", "started: &a 2023-05", "header-special"),
    "a merge": ("started: 2023-05", "started: 2023-05\n<<: {a: b}", "header-special"),
    "a field called 1": ("started: 2023-05", "started: 2023-05\n1: one", "unknown-field"),
    "a field called true": ("started: 2023-05", "started: 2023-05\ntrue: one", "unknown-field"),
    "the word NO": ("language: en", "language: NO", "not-a-language"),
    "a date with points": ("started: 2023-05", "started: 30.02.2024", "bad-month"),
    "a clock time": ("started: 2023-05", "started: 12:30", "bad-month"),
    "a year in the far future": ("started: 2023-05", "started: 2204", "year-range"),
    "not a number": ("started: 2023-05", "started: 2023\nstaff: .nan", "not-a-number"),
    "an endless number": ("started: 2023-05", "started: 2023\nstaff: .inf", "not-a-number"),
    "a number with an exponent": ("started: 2023-05", "started: 2023\nstaff: 1e9", "not-a-number"),
    "digits of another script": ("started: 2023-05", "started: ٢٠٢٣", "bad-month"),
    "a path as a name": ("authority: ie-upper-mending", "authority: ../../x", "bad-name"),
    "a name with a slash": ("authority: ie-upper-mending", "authority: a/b", "bad-name"),
    "look-alike letters in a name": ("authority: ie-upper", "authority: iе-upper", "bad-name"),
    "a very long name": ("authority: ie-upper-mending", f"authority: {'a' * 200}", "bad-name"),
    "a quote and a bracket": (
        "Bicycle harbour",
        "Bicycle <img src=x onerror=alert(1)> h",
        "markup-in-line",
    ),
    "a title of spaces": (
        'title: "Bicycle harbour: mending bicycles in the old net shed"',
        'title: "   "',
        "empty-field",
    ),
    "a hide field": ("started: 2023-05", "started: 2023-05\nhide: [navigation]", "computed-field"),
    "a status field": ("started: 2023-05", "started: 2023-05\nstatus: new", "computed-field"),
    "an id written by hand": ("started: 2023-05", "started: 2023-05\nid: other", "computed-field"),
    "a practice that was itself before": (
        "started: 2023-05",
        "started: 2023-05\naliases: [ie-shown]",
        "refers-to-itself",
    ),
    "an impossible port": (
        "started: 2023-05",
        "started: 2023-05\ncontact: {organisation: We, url: 'https://example.org:99999/'}",
        "link-scheme",
    ),
}


@pytest.mark.parametrize("what", HEADERS)
def test_a_strange_header_is_one_finding(what: str, tmp_path: Path) -> None:
    old, new, code = HEADERS[what]
    found = places(with_practice(tmp_path, good(old, new)))
    assert [found_code for found_code, _line in found if found_code != "unknown-field"] == [
        code
    ] or [found_code for found_code, _line in found] == [code]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1 metre", "@home today", "'quoted'"])
def test_values_a_spreadsheet_would_run_are_accepted(value: str, tmp_path: Path) -> None:
    content = good("started: 2023-05", f'started: 2023-05\nkeywords_: ["{value}"]')
    content = content.replace(b"keywords:", b"ignored:").replace(b"keywords_:", b"keywords:")
    content = b"\n".join(line for line in content.split(b"\n") if not line.startswith(b"ignored"))
    assert places(with_practice(tmp_path, content)) == []


BODIES = {
    "a script": ("<script>alert(1)</script>", "raw-html"),
    "a picture that fails": ("<img src=x onerror=alert(1)>", "raw-html"),
    "a drawing": ("<svg onload=alert(1)></svg>", "raw-html"),
    "a form": ('<form action="https://example.org">', "raw-html"),
    "a style": ("<style>*{display:none}</style>", "raw-html"),
    "another base": ('<base href="//example.org/">', "raw-html"),
    "a refresh": ('<meta http-equiv="refresh" content="0">', "raw-html"),
    "a toggle": ("<details open ontoggle=alert(1)>", "raw-html"),
    "a conditional comment": ("<!--[if IE]><p>x</p><![endif]-->", "raw-html"),
    "a comment": ("Words <!-- hidden --> words", "raw-html"),
    "a closing tag alone": ("Words </div> words", "raw-html"),
    "attributes of a paragraph": ("{: .wide onclick=x }", "attribute-list"),
    "a template command": ("{% include 'x' %}", "include"),
    "a module": ("::: os.path", "include"),
    "a coloured box": ("!!! note", "include"),
    "an expression": ("{{ config }}", "braces"),
    "a link with a tab in it": ("[x](<java\tscript:alert(1)>)", "link-dangerous"),
    "a link written with entities": ("[x](&#106;avascript:alert(1))", "link-dangerous"),
    "a link with percent signs": ("[x](java%73cript:alert(1))", "link-dangerous"),
    "a link to data": ("[x](data:text/html,x)", "link-dangerous"),
    "a link to vbscript": ("[x](VBScript:x)", "link-dangerous"),
    "a link to a file": ("[x](file:///etc/passwd)", "link-dangerous"),
    "an automatic link": ("<javascript:alert(1)>", "link-dangerous"),
    "a link by reference": ("[x][y]\n\n[y]: javascript:alert(1)", "link-dangerous"),
    "a link to this machine": ("[x](http://localhost/)", "link-private"),
    "a link to a local number": ("[x](http://127.0.0.1/)", "link-private"),
    "a link to one long number": ("[x](http://2130706433/)", "link-private"),
    "a link to a number in hexadecimal": ("[x](http://0x7f.1/)", "link-private"),
    "a link to an IPv6 address": ("[x](http://[::1]/)", "link-private"),
    "a link to a cloud's inner address": ("[x](http://169.254.169.254/)", "link-private"),
    "a link without a scheme": ("[x](//example.org/)", "link-scheme"),
    "a link without anything": ("[x](www.example.org)", "link-scheme"),
    "an empty link": ("[x]()", "link-scheme"),
    "a link into the page": ("[x](#nowhere)", "link-scheme"),
    "a link out of the tree": ("[x](../../../etc/passwd)", "link-scheme"),
    "a letter": ("[x](mailto:a@example.org?bcc=b@example.org)", "link-scheme"),
    "a picture from elsewhere": ("![x](https://example.org/x.png)", "picture"),
    "a picture without words": ("![](x.png)", "picture"),
}


@pytest.mark.parametrize("what", BODIES)
def test_a_dangerous_text_is_one_finding_in_its_line(what: str, tmp_path: Path) -> None:
    text, code = BODIES[what]
    project = with_practice(tmp_path, good("Salt eats chains.", f"Salt.\n\n{text}\n\nSalt"))
    assert places(project) == [(code, 23)]
    assert "ie-shown" not in checked(project).catalogue.practices


FINE = {
    "a lone sign": "Children < 3 and > 1 & others.",
    "shouting": "They came!!! And why not??? Because.",
    "code in backticks": "Write `a < b` there.",
    "a list of lists": "- one\n    - two\n        - three\n",
    "a public page": "[x](https://example.org/a?b=c#d)",
    "a page in another alphabet": "[x](https://приклад.укр/)",
    "another practice": "[x](practice:ie-upper-mending-repair-evening)",
    "the sign of a book": "ISBN 9788301000004 and 978-83-01-00000-4.",
    "an account": "IBAN PL61 1090 1014 0000 0712 1981 2874.",
    "an amount": "It cost 1500000000 crowns.",
    "a shared mailbox": "Write to office@example.org.",
}


@pytest.mark.parametrize("what", FINE)
def test_an_ordinary_text_is_fine(what: str, tmp_path: Path) -> None:
    project = with_practice(tmp_path, good("Salt eats chains.", f"Salt.\n\n{FINE[what]}\n\nSalt"))
    assert places(project) == []


PEOPLE = {
    "PESEL": ("44051401359", "national-number"),
    "CNP": ("1630615123457", "national-number"),
    "IDNP": ("2003400012345", "national-number"),
    "EGN": ("7523169263", "national-number"),
    "RNOKPP": ("1759013776", "national-number"),
    "wrong check digit": ("44051401358", "national-number-like"),
    "mailbox of a person": ("jan.kowalski@example.org", "personal-email"),
    "mailbox at home": ("mender1@gmail.com", "personal-email"),
    "telephone": ("+48 22 695 20 00", "personal-telephone"),
}


@pytest.mark.parametrize("where", ["Salt eats chains.", "Anybody may come in"])
@pytest.mark.parametrize("what", PEOPLE)
def test_what_belongs_to_a_person_is_found_and_masked(
    what: str, where: str, tmp_path: Path
) -> None:
    given, code = PEOPLE[what]
    project = with_practice(tmp_path, good(where, f"{where} {given}"))
    assert [found for found, _line in places(project)] == [code]
    assert given not in told(project)


def test_a_text_told_twice_is_advised_to_be_told_once(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    source = project.practices / "ie/ie-upper-mending-repair-evening.md"
    twin = source.read_text(encoding="utf-8").replace(
        "aliases: [ie-upper-mending-fix-it-night]\n", ""
    )
    (project.root / SHOWN).write_text(twin, encoding="utf-8")
    catalogue = checked(project).catalogue
    (problem,) = duplicates.problems(catalogue, lambda practice: f"practices/ie/{practice.id}.md")
    assert (problem.file, problem.code) == (SHOWN, "near-duplicate")
    said = sentences(problem, ENGLISH)
    assert said.message.startswith('This is very close to "Repair evening on the first Thursday"')
    assert said.hint


def test_long_numbers_are_masked_in_every_message(tmp_path: Path) -> None:
    project = with_practice(tmp_path, good("started: 2023-05", "started: 44051401359"))
    assert "44051401359" not in told(project)
    assert "44051******" in told(project)
