"""What search makes of texts and of what is looked for, in six languages."""

import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrdesk.language import ANALYSIS
from hrdesk.language.analysis import MOST_TERMS, MOST_WORDS, Term, analyse, marks, terms

PINNED = {2: "dd6d"}
"""The analysis of the texts below, by version: a change of it needs another version, or desks keep an old index."""

TEXTS = (
    "The Working Group recommends that States' laws protect human-rights defenders (A/HRC/RES/12/2).",
    "L’accès à l’eau : les États s’engagent à œuvrer pour les régions.",
    "La Comisión acordó fortalecer las negociaciones con los mecanismos regionales.",
    "Ещё раз: йод, правам человека, рекомендациями.",
    "توصي المجموعة بحماية اللاجئين والمدافعين عن حُقوق الإنسان",
    "人权理事会建议各国加强与区域机制的合作。",
)

SIX = st.one_of(
    *(
        st.characters(min_codepoint=first, max_codepoint=last)
        for first, last in ((0x20, 0x17F), (0x400, 0x45F), (0x600, 0x66F), (0x4E00, 0x9FFF), (0x2000, 0x206F))
    )
)
"""The letters of the six languages, with signs of direction and joining."""


def marked(text: str, query: str, *, typing: bool = False) -> list[str]:
    return [text[start:end] for start, end in marks(text, terms(query, typing=typing))]


def test_words_are_folded_and_stemmed() -> None:
    exact, stems = analyse("Les Négociations régionales", "fr")
    assert exact.split() == ["les", "negociations", "regionales"]
    assert set(stems.split()) == {"le", "negoci", "regional"}


def test_chinese_is_pairs_of_characters_and_the_last_by_itself() -> None:
    assert analyse("人权理事会")[0].split() == ["人权", "权理", "理事", "事会", "会"]


def test_an_elided_article_stands_in_the_words_and_not_in_the_stems() -> None:
    exact, stems = analyse("l’homme", "fr")
    assert exact.split() == ["l", "homme"]
    assert stems.split() == ["homm"]


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_an_elided_word_is_looked_for_without_its_article(apostrophe: str) -> None:
    assert [term.words for term in terms(f"l{apostrophe}homme")] == [("homme",)]
    assert [term.words for term in terms(f"State{apostrophe}s")] == [("state",)]


def test_a_symbol_is_looked_for_as_it_stands() -> None:
    assert terms("A/HRC/RES/12/2") == (Term(("a", "hrc", "res", "12", "2")),)


def test_quotation_marks_make_a_phrase() -> None:
    assert terms("“human rights” law")[0] == Term(("human", "rights"))
    assert terms("«人权理事会 NHRI»")[0].words == ("人权", "权理", "理事", "事会", "会", "nhri")


def test_the_last_word_may_be_unfinished_while_one_types() -> None:
    assert [term.begins for term in terms("human rig", typing=True)] == [False, True]
    assert [term.begins for term in terms("human rig ", typing=True)] == [False, False]
    assert [term.begins for term in terms("human rig")] == [False, False]
    assert [term.begins for term in terms("human r", typing=True)] == [False, False]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        (TEXTS[0], "recommendation law", ["recommends", "laws"]),
        (TEXTS[0], "A/HRC/RES/12", ["A/HRC/RES/12"]),
        (TEXTS[1], "etat region", ["États", "régions"]),
        (TEXTS[1], "oeuvrer", ["œuvrer"]),
        (TEXTS[2], "negociacion", ["negociaciones"]),
        ("Los derechos de la mujer", "mujeres", ["mujer"]),
        ("Los derechos de las mujeres", "mujer", ["mujeres"]),
        (TEXTS[3], "еще рекомендация", ["Ещё", "рекомендациями"]),
        (TEXTS[4], "حقوق", ["حُقوق"]),
        (TEXTS[4], "لاجئ", ["اللاجئين"]),
        (TEXTS[5], "人权", ["人权"]),
        (TEXTS[5], "制", ["制"]),
        (TEXTS[5], "区域机制", ["区域机制"]),
    ],
)
def test_hits_are_marked_on_the_text_as_it_was_written(text: str, query: str, found: list[str]) -> None:
    assert marked(text, query) == found


def test_marks_that_overlap_are_one() -> None:
    assert marked(TEXTS[5], "人权理 权理事") == ["人权理事"]


@pytest.mark.parametrize(
    "query",
    ["", "  ", '"', '""""', "AND OR NOT", "NEAR(a b)", "exact:a", "*", "a*", "-", "🙂", "\0", "\ud800", "(((", "^a"],
)
def test_no_query_is_an_error(query: str) -> None:
    terms(query)
    terms(query, typing=True)


def test_a_page_pasted_into_the_field_is_read_to_a_measure() -> None:
    assert len(terms("word " * 10_000)) == 1
    assert len(terms(" ".join(f"w{number}" for number in range(10_000)))) == MOST_TERMS
    assert len(terms("人" * 10_000)[0].words) == MOST_WORDS


@given(st.text(SIX))
@example("0\u206a0")
@example("حق\u061cوق")
@example("pro\ufefftect")
@example("一ء一")
def test_every_word_of_a_text_is_marked_when_it_is_looked_for(text: str) -> None:
    for word in text.split():
        wanted = terms(word)
        assert all(marks(text, [term]) for term in wanted)


@given(st.text(), st.text())
def test_marks_are_in_order_apart_and_inside_the_text(text: str, query: str) -> None:
    places = [place for mark in marks(text, terms(query, typing=True)) for place in mark]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


def test_another_analysis_has_another_version() -> None:
    told = repr([analyse(text, language) for text in TEXTS for language in ("en", "fr", "es", None)])
    assert {ANALYSIS: hashlib.sha256(told.encode()).hexdigest()[:4]} == PINNED


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("closer co-operation", "cooperation", ["co-operation"]),
        ("closer cooperation", "co-operation", ["cooperation"]),
        ("a follow‑up", "followup", ["follow‑up"]),
        ("聯合國的人權", "人权", ["人權"]),
    ],
)
def test_what_is_joined_or_written_otherwise_is_marked_whole(text: str, query: str, found: list[str]) -> None:
    assert marked(text, query) == found


@pytest.mark.parametrize("text", ["x" * 200_000, "x-" * 100_000, "-" * 200_000, "x1" * 100_000, "中" * 200_000])
def test_a_word_without_end_is_read_in_a_moment(text: str) -> None:
    """A pattern whose time grew by the square of the text would keep this test for an hour."""
    exact, stems = analyse(text, "en")
    assert bool(exact or stems) is bool(text.strip("-"))
