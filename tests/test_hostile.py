"""Files built to be slow or to break a program: each is answered, and none stops the check."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from knowledge import EXAMPLE, SHOWN, checked, copy_example, good, told

from practicebook.plain_yaml import MOST_VALUES
from practicebook.project import Project

pytestmark = pytest.mark.slow

# A guard against hanging, far above what any file takes; not a promise of speed.
SECONDS = 60
KB20 = 20_000
SIGNS = ["[", "(", "*", "`", "<", "_", "~", "!", "|", "\\", "&", "#", ">", "-", "+", "=", "{", "$"]

TEXTS = {
    **{f"20 kB of {sign}": sign * KB20 for sign in SIGNS},
    **{f"20 kB of {sign} in lines": f"{sign * 79}\n" * (KB20 // 80) for sign in SIGNS},
    **{f"20 kB of {sign} with blanks": f"{sign} " * 3_000 for sign in SIGNS},
    **{f"{sign} alone in paragraphs": f"{sign}\n\n" * 6_000 for sign in SIGNS},
    "nested brackets": "[" * 3_000 + "x" + "]" * 3_000,
    "nested links": "[a](" * 1_500,
    "pictures in pictures": "![" * 1_900 + "x" + "](y)" * 900,
    "emphasis that never ends": "*a_ " * 1_900,
    "emphasis in lines": "*a_ **b__ \n" * 1_800,
    "emphasis in paragraphs": "*a **a " * 20 + "\n\n" + ("*a **a " * 20 + "\n\n") * 130,
    "backticks of all lengths": " ".join("`" * n for n in range(1, 120)),
    "backticks in paragraphs": "\n\n".join(
        " ".join("`" * n for n in range(1, 19)) for _ in range(90)
    ),
    "nested quotes": "".join(">" * n + " x\n" for n in range(1, 180)),
    "nested lists": "".join("  " * n + "- x\n" for n in range(120)),
    "numbered lists of lists": "".join("1. " * n + "x\n" for n in range(1, 90)),
    "a long table": "| a | b |\n|---|---|\n" + "| x | y |\n" * 1_500,
    "a wide table": "|a" * 900 + "|\n" + "|-" * 900 + "|\n" + "|x" * 900 + "|\n",
    "a table of bars": "|" * 3_900 + "\n" + "|-" * 1_900 + "\n",
    "a line at the limit": "word " * 1_590,
    "reference bombs": "[a]: https://example.org/\n\n" + "[a][a] " * 800,
    "definitions of references": "".join(f"[a{n}]: https://example.org/\n" for n in range(700)),
    "references to themselves": "[a]: <a>\n[a]: [a]\n\n[a][a][a]",
    "open comments": "<!-- " * 1_500,
    "open tags": "<a " * 2_000,
    "tags with many attributes": "<a " + "b=c " * 1_900 + ">",
    "question marks": "<? " * 2_000,
    "entities": "&a" * 3_900 + ";",
    "entities of numbers": "&#x110000;&#0;&#xD800;" * 300,
    "long numbers": "9" * 7_900,
    "numbers between points": "1." * 3_900,
    "numbers and blanks": "1 1 " * 1_900,
    "addresses without an end": "a@" * 3_900,
    "dots and addresses": "a.a" * 2_000 + "@" + "a." * 900,
    "telephone numbers": "+48 22 695 20 00 " * 400,
    "plus signs and digits": "+1" * 3_900,
    "citations": "[1] " * 1_900,
    "citations in lines": "[1] [999]\n" * 1_900,
    "full stops": ". A" * 2_600,
    "quotation marks": "\" ' „ ” « » " * 700,
    "braces": "{a" * 3_900,
    "braces with names": "{: " + "a" * 7_000,
    "fences": "```\n~~~\n" * 1_200,
    "underlined headings": "a\n=\n" * 3_000,
    "lines under nothing": "-\n" * 6_000,
    "headings": "## Lessons\n" * 1_500,
    "headings of all ranks": "".join(f"{'#' * (n % 7 + 1)} a\n" for n in range(2_500)),
    "marks over one letter": "a" + "\u0301" * 3_900,
    "marks in wrong order": "a\u0315\u0300\u05ae" * 1_300,
    "the longest letter": "\ufdfa" * 2_500,
    "letters outside the first plane": "𝔞𐍈🏴" * 1_200,
    "letters with no partner": "\ufffd\uffff" * 1_000,
    "direction marks": "\u200f\u200e" * 2_000,
    "joiners": "\u200d\u200c" * 2_000,
    "blank signs": "\u00a0\u3000\u2003" * 1_300,
    "blank lines": "\n" * KB20,
    "blanks at the ends": (" " * 200 + "\n") * 90,
    "tabs": "\t" * 7_900,
    "practice links": "[x](practice:a) " * 300,
    "many lines of tabs": ("\t" * 7_900 + "\n\n") * 23,
    "many lines of digits": ("9" * 7_900 + "\n") * 23,
    "many lines of one word": ("a" * 7_900 + "\n") * 23,
    "many rulers": "| a |\n" + ("-- " + " " * 7_000 + "x\n") * 23,
}

DEEP = "".join("  " * n + f"k{n}:\n" for n in range(1, 400))
HEADERS = {
    "deep groups": f"costs:\n{DEEP}",
    "deep brackets": "themes: " + "[" * 3_900 + "]" * 3_900,
    "open brackets": "themes: " + "[" * 7_900,
    "open braces": "costs: " + "{a: " * 1_900,
    "dashes in dashes": "themes:\n" + "- " * 3_900 + "x",
    "questions in questions": "? " * 3_900,
    "thousands of fields": "".join(f"k{n}: v\n" for n in range(MOST_VALUES)),
    "too many fields": "".join(f"k{n}: v\n" for n in range(MOST_VALUES * 2)),
    "one field again and again": "started: 2023\n" * 4_000,
    "a list of thousands": "keywords: [" + ",\n ".join(f"w{n}" for n in range(4_500)) + "]",
    "thousands of sources": "sources:\n" + "- {title: a, url: b}\n" * 1_500,
    "a huge number": "staff: " + "9" * 7_900,
    "a huge fraction": "staff: 1." + "9" * 7_900,
    "a huge exponent": "staff: 1e999999999",
    "a huge year": "ended: " + "9" * 4_000,
    "a billion laughs": "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]",
    "a group as a key": "{a: b}: c",
    "a list as a key": "[a, b]: c",
    "a very long key": "k" * 7_900 + ": v",
    "a strange key": '"\\0\\x07": v',
    "a half letter": '"\\ud800": v',
    "a half letter as a value": 'image: "\\ud800"',
    "a half letter in a known field": 'keywords: ["\\ud800 word"]',
    "a hidden sign behind a code": 'keywords: ["\\u202e word"]',
    "a zero behind a code": 'keywords: ["\\0 word"]',
    "a second document": "a: b\n--- \nc: d",
    "a document end": "a: b\n...\nc: d",
    "a directive": "%YAML 1.1\n---",
    "a block that never ends": "note: |\n" + "  x\n" * 4_000,
    "a tag for a program": "a: !!python/object/apply:os.system ['true']",
    "a mark of everything": "a: @b\nc: `d`\ne: %f",
    "an empty key": ": v",
    "an address with everything": "contact: {organisation: a, url: 'http://[::1%25x]:99999/\\x'}",
    "an address with half a bracket": "contact: {organisation: a, url: 'https://[x/'}",
    "an address of dots": "contact: {organisation: a, url: 'https://" + "." * 1_900 + "'}",
    "letters in disguise": f"contact: {{organisation: a, url: 'https://xn--{'9' * 1_800}.org'}}",
    "groups where texts are wanted": "title: {title: {title: x}}\nsummary: [[[x]]]",
    "texts where groups are wanted": "costs: x\nsources: x\nresults: [x, [y]]\npartners: {a: b}",
}


def as_file(text: str) -> bytes:
    return good("Salt eats chains.", text)


def with_header(lines: str) -> bytes:
    return good("started: 2023-05\n", f"started: 2023-05\n{lines}\n")


HOSTILE = {f"text: {name}": as_file(text) for name, text in TEXTS.items()} | {
    f"header: {name}": with_header(lines) for name, lines in HEADERS.items()
}
PROGRAM = """
import sys
from pathlib import Path
from practicebook.project import Project
sys.path.insert(0, sys.argv[2])
from knowledge import told
print(told(Project(Path(sys.argv[1]))))
"""


def test_files_built_to_be_slow_are_all_answered(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    for number, content in enumerate(HOSTILE.values()):
        (project.practices / "ie" / f"ie-hostile-{number}.md").write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, str(project.root), str(EXAMPLE.parent)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        env={"PYTHONIOENCODING": "utf-8:strict"},
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_built_to_break_never_stops_the_others(what: str, tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    (project.root / SHOWN).write_bytes(HOSTILE[what])
    found = checked(project)
    assert {problem.file for problem in found.problems} <= {SHOWN}
    assert len(found.catalogue.practices) >= 6
    assert told(project).isprintable() or told(project).replace("\n", "").isprintable()
    told(project).encode()


def mutated(content: bytes, seed: int) -> bytes:
    """Some bytes of `content` changed, removed, doubled or moved; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - mutations, not secrets
    made = bytearray(content)
    for _turn in range(chance.randint(1, 12)):
        at = chance.randrange(len(made))
        end = min(len(made), at + chance.randint(1, 30))
        made[at:end] = chance.choice(
            [
                b"",
                bytes([chance.randrange(256)]),
                made[at:end] * 2,
                chance.choice(
                    [b"---\n", b"[", b"{", b'"', b": ", b"\n", b"\t", b"- ", b"<", b"&a"]
                ),
                made[at:end][::-1],
                bytes(chance.randrange(256) for _ in range(8)),
            ]
        )
    return bytes(made)


def rewritten(content: bytes, seed: int) -> bytes:
    """Some lines of a text lost, doubled or replaced, as people do; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - mutations, not secrets
    lines = content.decode().split("\n")
    for _turn in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        key = lines[at].partition(":")[0]
        made = [[], [lines[at]] * 2, [f"{key}:"], [f"{key}: []"], [f"{key}: {{a: b}}"], ["- x"]]
        lines[at : at + 1] = chance.choice(made)
        lines = lines or [""]
    changes = (lines, lines[: chance.randrange(len(lines)) + 1], [x for x in lines if x[:1] != "#"])
    return "\n".join(chance.choice(changes)).encode()


def answer(project: Project, file: str, content: bytes) -> str:
    """The last line of the report: every file is counted, whatever is in this one."""
    (project.root / file).write_bytes(content)
    return told(project).rstrip().split("\n")[-1]


@pytest.mark.parametrize(
    "file",
    [
        "practices/ie/ie-upper-mending-library-of-things.md",
        "practices/ie/ie-upper-mending-library-of-things.fr.md",
        "community/authorities/is-skrufvik.yml",
        "community/reviews/is-skrufvik-bicycle-harbour.yml",
        "community/questions/who-pays-for-spare-parts.md",
    ],
)
def test_changed_files_are_always_answered(file: str, tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    content = (project.root / file).read_bytes()
    for seed in range(100):
        assert "file" in answer(project, file, mutated(content, seed))
        assert "file" in answer(project, file, rewritten(content, seed))


def test_files_of_random_bytes_are_always_answered(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    chance = random.Random(7)  # noqa: S311 - any bytes will do
    for size in (1, 2, 3, 4, 10, 100, 1_000, 10_000):
        for _turn in range(10):
            content = chance.randbytes(size)
            for whole in (content, b"---\n" + content + b"\n---\n", with_header("") + content):
                assert "file" in answer(project, SHOWN, whole)
