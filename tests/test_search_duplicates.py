"""Texts told twice are noticed; texts about the same thing are not."""

from __future__ import annotations

from practicebook.search.duplicates import near

TEXT = " ".join(f"word{n}" for n in range(100))


def test_the_same_text_with_other_marks_and_capitals_is_a_duplicate():
    assert near({"b": TEXT.upper() + "!", "a": TEXT}) == (("a", "b", 1.0),)


def test_a_text_with_a_few_words_changed_is_a_duplicate():
    changed = TEXT.replace("word20 ", "another ").replace("word70 ", "else ")
    ((one, other, likeness),) = near({"a": TEXT, "b": changed, "c": "quite another text it is"})
    assert (one, other) == ("a", "b")
    # 98 rows of three words each; two changed words spoil three rows each.
    assert likeness == (98 - 6) / (98 + 6)


def test_texts_that_share_a_third_are_not_duplicates():
    rest = " ".join(f"other{n}" for n in range(50))
    assert near({"a": TEXT, "b": f"{TEXT[: len(TEXT) // 2]} {rest}"}) == ()


def test_the_most_alike_stand_first_in_a_stable_order():
    longer = TEXT + " and some words more"
    found = near({"c": longer, "b": TEXT, "a": TEXT})
    assert [(one, other) for one, other, _likeness in found] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert found[0][2] == 1.0 > found[1][2] == found[2][2]


def test_texts_without_enough_words_are_passed_over():
    assert near({"a": "", "b": "", "c": "two words", "d": "two words"}) == ()
    assert near({}) == ()
