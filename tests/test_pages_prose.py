"""What a contributor writes can be shown, but can do nothing."""

from __future__ import annotations

import pytest

from practicebook.language import Language
from practicebook.pages.prose import Surroundings, html

AROUND = Surroundings(Language.of("en"), sources=2, practices=("known-one",), top="../../")


def cite(number: int) -> str:
    said = '<span class="said">source </span>'
    return f'<a href="#source-{number}" class="cite">[{said}{number}]</a>'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("A <b onclick=x>word</b>", "<p>A &lt;b onclick=x&gt;word&lt;/b&gt;</p>"),
        ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>"),
        ("[a](ftp://example.org)", "<p><a>a</a></p>"),
        ("![a](https://example.org/a.png)", "<p></p>"),
        ("{{ config }} {% raw %}", "<p>{{ config }} {% raw %}</p>"),
        ("word {: .hidden onclick=x }", "<p>word {: .hidden onclick=x }</p>"),
        ("`a`", "<p><code>a</code></p>"),
        ("`` ``` ``", "<p><code>&#96;&#96;&#96;</code></p>"),
        ("# One", "<h3>One</h3>"),
        ("### Three", "<h3>Three</h3>"),
    ],
)
def test_nothing_but_plain_text_comes_through(written: str, shown: str) -> None:
    assert html(written, AROUND).strip() == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("So [1].", f"So {cite(1)}."),
        ("So [1] [2].", f"So {cite(1)} {cite(2)}."),
        ("So [3].", "So [3]."),
        ("So [0].", "So [0]."),
        ("a < b [1]", f"a &lt; b {cite(1)}"),
        ("`[1]`", "<code>[1]</code>"),
        (
            "[see [1]](https://a.org)",
            '<a href="https://a.org" rel="noopener noreferrer">see [1]</a>',
        ),
    ],
)
def test_a_number_leads_to_its_source_when_there_is_one(written: str, shown: str) -> None:
    assert html(written, AROUND).strip() == f"<p>{shown}</p>"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("[x](practice:known-one)", 'href="../../practices/known-one/"'),
        ("[x](practice:unknown)", 'href="#"'),
        (
            "[x](https://a.org/?a=1&b=2)",
            'href="https://a.org/?a=1&amp;b=2" rel="noopener noreferrer"',
        ),
    ],
)
def test_a_link_leads_where_it_should_and_opens_no_window(written: str, address: str) -> None:
    shown = html(written, AROUND)
    assert address in shown
    assert "target" not in shown


def test_a_table_has_headers_for_its_columns() -> None:
    assert html("|a|b|\n|-|-|\n|1|2|\n", AROUND).count('<th scope="col">') == 2
