"""What a valid file is: kinds of values, addresses, and that nothing is guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from knowledge import EXAMPLE, checked
from pydantic import ValidationError

from practicebook import vocabulary
from practicebook.models import Authority, Practice
from practicebook.models.addresses import fault_of
from practicebook.models.base import is_name
from practicebook.project import Project

VOCABULARY = vocabulary.load(Project(EXAMPLE))
AUTHORITY = {"name": "Upper Mending", "country": "IE", "level": "village", "place": "Mending"}


def authority(**values: object) -> Authority:
    return Authority.model_validate({**AUTHORITY, **values}, context={"vocabulary": VOCABULARY})


def code_of(**values: object) -> str:
    with pytest.raises(ValidationError) as caught:
        authority(**values)
    (error,) = caught.value.errors()
    return str(error["type"])


def test_values_written_as_text_become_what_they_are() -> None:
    made = authority(lat="53.5", population={"value": "1240", "year": "2022", "approximate": "no"})
    assert made.lat == 53.5
    assert made.population is not None
    assert (made.population.value, made.population.year) == (1240, 2022)
    assert made.population.approximate is False


def test_results_keep_their_exact_number() -> None:
    practice = checked(Project(EXAMPLE)).catalogue.practices["ie-upper-mending-library-of-things"]
    assert [result.value for result in practice.results] == [Decimal(312), Decimal("96.5")]
    assert practice.staff == Decimal("0.2")


def test_a_checked_value_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        authority().name = "Lower Mending"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"lat": "91"}, "number-range"),
        ({"lat": "north"}, "not-a-number"),
        ({"lat": "5,5"}, "not-a-number"),
        ({"lat": "1" * 400}, "not-a-number"),
        ({"population": {"value": "0"}}, "number-range"),
        ({"population": {"value": "12", "approximate": "true"}}, "not-yes-or-no"),
        ({"country": "ie"}, "not-a-country"),
        ({"country": "ZZZ"}, "not-a-country"),
        ({"level": "hamlet-of-nowhere"}, "unknown-term"),
        ({"level": "wieś"}, "term-in-words"),
        ({"setting": "rural"}, "wants-list"),
        ({"setting": ["rural", "rural"]}, "repeated-entry"),
        ({"website": "example.org"}, "link-scheme"),
        ({"name": "<b>Mending</b>"}, "markup-in-line"),
        ({"name": "&lt;b&gt;"}, "markup-in-line"),
        ({"name": "{% x %}"}, "braces"),
        ({"name": ["Mending"]}, "wants-text"),
        ({"name": "  "}, "empty-field"),
        ({"association": "IE League"}, "bad-name"),
        ({"member_since": "2019-13"}, "bad-date"),
        ({"member_since": "1066"}, "year-range"),
        ({"mayor": "Maeve"}, "extra_forbidden"),
    ],
)
def test_a_wrong_value_names_its_rule(values: dict[str, object], code: str) -> None:
    assert code_of(**values) == code


def test_all_mistakes_of_a_header_are_told_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        authority(lat="91", country="x", name="")
    assert caught.value.error_count() == 3


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://example.org/", None),
        ("HTTPS://Example.org/a?b=c#d", None),
        ("http://example.org:8080/", None),
        ("https://приклад.укр/", None),
        ("https://xn--h1alffa9f.xn--j1amh/", None),
        ("javascript:alert(1)", "link-dangerous"),
        (" jAvAsCrIpT:alert(1)", "link-dangerous"),
        ("java\tscript:alert(1)", "link-dangerous"),
        ("java%0ascript:alert(1)", "link-dangerous"),
        ("data:text/html;base64,x", "link-dangerous"),
        ("vbscript:x", "link-dangerous"),
        ("file:///etc/passwd", "link-dangerous"),
        ("blob:https://example.org/x", "link-dangerous"),
        ("mailto:a@example.org", "link-scheme"),
        ("//example.org/", "link-scheme"),
        ("https:example.org", "link-scheme"),
        ("https:///example.org", "link-private"),
        ("https://", "link-private"),
        ("", "link-scheme"),
        ("https://example.org:99999/", "link-scheme"),
        ("https://[::1/", "link-scheme"),
        ("https://a:b@example.org/", "link-password"),
        ("https://a@example.org/", "link-password"),
        ("http://localhost/", "link-private"),
        ("http://intranet/", "link-private"),
        ("http://printer.local/", "link-private"),
        ("http://127.0.0.1/", "link-private"),
        ("http://10.0.0.1/", "link-private"),
        ("http://[fe80::1]/", "link-private"),
        ("http://0x7f000001/", "link-private"),
        ("http://017700000001/", "link-private"),
        ("http://127.1/", "link-private"),
        ("http://8.8.8.8/", "link-private"),
        ("https://exаmple.org/", "link-letters"),
        ("https://xn--exmple-4nf.org/", "link-letters"),
        ("https://example.org/" + "a" * 5_000, "link-too-long"),
    ],
)
def test_an_address_leads_to_a_public_page(address: str, code: str | None) -> None:
    fault = fault_of(address)
    assert (fault and fault[0]) == code


def test_a_password_in_an_address_is_not_repeated() -> None:
    fault = fault_of("https://office:secret@example.org/")
    assert fault == ("link-password", {"given": "https://***@example.org/"})


@pytest.mark.parametrize(
    ("address", "better"),
    [
        ("htps://example.org/a", "https://example.org/a"),
        ("http:/example.org/a", "https://example.org/a"),
        ("www.example.org", "https://www.example.org"),
        ("../../etc/passwd", None),
        ("shelf with words.org", None),
        ("#below", None),
        ("ftp://example.org", None),
    ],
)
def test_a_slip_in_an_address_is_mended(address: str, better: str | None) -> None:
    fault = fault_of(address)
    assert fault is not None
    assert fault[1].get("better") == better


@pytest.mark.parametrize(
    ("name", "is_right"),
    [
        ("ie-upper-mending", True),
        ("a1", True),
        ("a" * 80, True),
        ("a" * 81, False),
        ("", False),
        ("-a", False),
        ("a-", False),
        ("a--b", False),
        ("1a", False),
        ("A", False),
        ("ł", False),
        ("a_b", False),
        ("a.b", False),
        ("a/b", False),
        ("a\n", False),
    ],
)
def test_names_have_small_letters_digits_and_hyphens(name: str, is_right: bool) -> None:
    assert is_name(name) is is_right


def test_computed_fields_are_fields() -> None:
    assert Practice.computed <= set(Practice.model_fields)
