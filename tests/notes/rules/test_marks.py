"""Marks in a line: read in every layout, taken out of the text, and nothing else with them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.notes.rules.marks import NUMBERED, SIGNS, Known, Mark, Read, begun, places, read, show, show_mark

KNOWN = Known({"ACHPR", "АКПЧ", "African Union", "Африканская комиссия"}.__contains__, questions=3, kinds=8)


def tag(name: str) -> Mark:
    return Mark("tag", name)


def body(name: str) -> Mark:
    return Mark("body", name)


@pytest.mark.parametrize(
    ("typed", "text", "marks"),
    [
        ("Reports arrive late #torture @ACHPR", "Reports arrive late", (tag("torture"), body("ACHPR"))),
        ("#torture Reports arrive late.", "Reports arrive late.", (tag("torture"),)),
        ("Reports #torture arrive late", "Reports arrive late", (tag("torture"),)),
        ("Reports arrive late (#torture, #women).", "Reports arrive late (,).", (tag("torture"), tag("women"))),
        ('Education #"rights of the child" is due', "Education is due", (tag("rights of the child"),)),
        ("Education #rights_of_the_child", "Education", (tag("rights of the child"),)),
        ("教育＃儿童权利 ＠非洲委员会", "教育", (tag("儿童权利"), body("非洲委员会"))),
        ("代表团说，#“儿童 权利”，很好", "代表团说，，很好", (tag("儿童 权利"),)),
        ("ذكر المندوب #التعذيب @اللجنة_الأفريقية", "ذكر المندوب", (tag("التعذيب"), body("اللجنة الأفريقية"))),
        ("مُعَذَّب #مُعَذَّب", "مُعَذَّب", (tag("مُعَذَّب"),)),
        ("Доклад №пытки", "Доклад", (tag("пытки"),)),
        ('Доклад "АКПЧ', "Доклад", (body("АКПЧ"),)),
        ('Доклад "Африканская_комиссия.', "Доклад.", (body("Африканская комиссия"),)),
        ("To the second question ?2", "To the second question", (Mark("question", "2"),)),
        ("إلى السؤال ؟٢", "إلى السؤال", (Mark("question", "2"),)),
        ("*4 Deadlines", "Deadlines", (Mark("note_kind", "4"),)),
        ("twice #a and #a", "twice and", (tag("a"),)),
        ("#l'enfant", "", (tag("l'enfant"),)),
        ("@U.N.", ".", (body("U.N"),)),
        ("one\n#two three", "one three", (tag("two"),)),
    ],
)
def test_marks_are_taken_out_of_the_text(typed, text, marks):
    assert read(typed, KNOWN) == Read(text, marks)


@pytest.mark.parametrize(
    "text",
    [
        "Резолюция №5 и № 5",
        'он сказал "вот так"',
        'он сказал "АКПЧ"',
        "write to desk@example.org",
        "https://example.org/#part",
        "in C#, in F# and in A#b#c",
        "resolution #5",
        "is it so? 3 of them",
        "?4 ?0 ?123 *9",
        "2*3 4*",
        "####",
        "#5 @5",
        "#a#b",
        "item # 5",
        "",
        "  blanks  stay ",
    ],
)
def test_what_is_no_mark_stays(text):
    assert read(text, KNOWN) == Read(text)


@pytest.mark.parametrize(
    ("typed", "malformed"),
    [
        ('late #"rights of the child', ('#"rights of the child',)),
        ("late @", ("@",)),
        ("@ ACHPR", ("@",)),
        ("＃ 儿童", ("＃",)),
        ('late #"" x', ('#"" x',)),
    ],
)
def test_what_looks_like_a_mark_and_is_none_is_told_and_stays(typed, malformed):
    assert read(typed, KNOWN) == Read(typed, (), malformed)


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("late #to", tag("to")),
        ("late #", tag("")),
        ('late #"rights of', tag("rights of")),
        ("late @African_U", body("African U")),
        ('Доклад "АК', body("АК")),
        ("late #to ", None),
        ('late #"rights" ', None),
        ("late", None),
        ("a@b", None),
        ("#one two", None),
    ],
)
def test_what_is_begun_is_known_for_completion(typed, mark):
    place = begun(typed, len(typed))
    assert (place.mark if place else None) == mark
    if place:
        assert typed[place.start] in SIGNS
        assert place.end == len(typed)


SIGNS_ALL = "".join({**SIGNS, **NUMBERED})
TYPED = st.text(
    st.one_of(st.sampled_from(SIGNS_ALL + ' "“”«»ab5,.!_-(عَ中И\n'), st.characters(exclude_categories=["Cs"]))
)
NAMES = st.lists(st.text(st.sampled_from("abçИжعَ中5_-'.\"”»"), min_size=1, max_size=20), min_size=1, max_size=3).map(
    " ".join
)


@given(st.text(st.characters(exclude_characters=SIGNS_ALL, exclude_categories=["Cs"])))
@settings(deadline=None, max_examples=200)
def test_a_text_without_signs_is_untouched(text):
    assert read(text, KNOWN) == Read(text)


@given(TYPED)
@settings(deadline=None, max_examples=400)
def test_no_letter_is_lost_that_is_no_mark(text):
    told = read(text, KNOWN)
    if not told.marks:
        assert told.text == text
    rest, left = iter(text), told.text
    assert all(sign in rest for sign in left), "what is left stands in the text, in its order"
    letters = [sign for sign in text if sign.isalnum()]
    kept = [sign for sign in left if sign.isalnum()]
    if len({place.mark for place in places(text, KNOWN)}) == len(places(text, KNOWN)) == len(told.marks):
        named = [sign for mark in told.marks for sign in mark.name if sign.isalnum()]
        numbers = any(mark.kind in NUMBERED.values() for mark in told.marks)
        assert numbers or sorted(letters) == sorted(kept + named)


@given(TYPED)
@settings(deadline=None, max_examples=400)
def test_nothing_is_left_to_read_in_what_was_read(text):
    told = read(text, KNOWN)
    assert read(told.text, KNOWN) == Read(told.text, (), told.malformed)


@given(TYPED)
@settings(deadline=None, max_examples=400)
def test_what_is_shown_is_read_as_the_same(text):
    told = read(text, KNOWN)
    if told.malformed:
        return  # an open quote would swallow what follows it
    again = read(show(told), KNOWN)
    assert set(again.marks) == set(told.marks)
    assert again.text.split() == told.text.split()


@given(st.sampled_from(("tag", "body")), NAMES)
@settings(deadline=None, max_examples=300)
def test_a_mark_is_shown_so_that_it_is_read_again(kind, name):
    mark = Mark(kind, " ".join(name.split()))
    assert read(show_mark(mark), KNOWN) == Read("", (mark,))
