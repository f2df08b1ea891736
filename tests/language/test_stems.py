"""Stems: forms of one word meet in one stem, in five languages."""

import pytest

from hrdesk.language.folding import fold
from hrdesk.language.stems import stems


def meet(one: str, other: str, language: str | None = None) -> bool:
    return not set(stems(fold(one), language)).isdisjoint(stems(fold(other), language))


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("recommendation", "recommendations", "en"),
        ("adopted", "adopting", "en"),
        ("obligation", "obligations", "fr"),
        ("régional", "régionales", "fr"),
        ("negociacion", "negociaciones", "es"),
        ("pueblo", "pueblos", "es"),
        ("рекомендация", "рекомендациями", "ru"),
        ("права", "правам", "ru"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str, language: str) -> None:
    assert meet(one, other, language)
    assert meet(one, other), "a text in nobody knows which language has the stems of all"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("اللاجئين", "لاجئ"),
        ("للاجئين", "اللاجئين"),
        ("حقوق", "والحقوق"),
        ("الدول", "للدول"),
        ("دولة", "الدول"),
        ("توصيات", "التوصية"),
        ("الآليات", "آلية"),
        ("المرأة", "للمرأة"),
        ("بلد", "البلدان"),
        ("المدافعين", "مدافع"),
        ("بحماية", "الحماية"),
    ],
)
def test_arabic_words_meet_without_article_ending_and_joined_letters(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize(("one", "other"), [("دولة", "محكمة"), ("حقوق", "حماية"), ("تعليم", "توصية")])
def test_different_arabic_words_stay_apart(one: str, other: str) -> None:
    assert not meet(one, other)


def test_a_number_and_a_chinese_word_have_no_stem() -> None:
    assert stems("2027", None) == ()
    assert stems("人权", None) == ()


def test_a_stem_has_no_accents_but_keeps_the_short_i() -> None:
    assert stems("médiatrice", "fr") == tuple(fold(one) for one in stems("médiatrice", "fr"))
    assert stems("йога", "ru")[0].startswith("й")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("woman", "women"),
        ("child", "children's"),
        ("people", "peoples"),
        ("organise", "organizations"),
        ("labor", "labour"),
        ("program", "programmes"),
        ("travail", "travaux"),
        ("беженец", "беженцами"),
        ("пытка", "пыток"),
        ("ребёнок", "детей"),
        ("طفل", "والأطفال"),
        ("امرأة", "للمرأة"),
        ("نساء", "المرأة"),
        ("مساواة", "وبالمساواة"),
        ("مسئولية", "المسؤوليات"),
        ("لاجئون", "اللاجئين"),
        ("شؤون", "شئون"),
    ],
)
def test_forms_that_no_ending_explains_meet(one: str, other: str) -> None:
    assert meet(one.removesuffix("'s"), other.removesuffix("'s"))


@pytest.mark.parametrize(("one", "other"), [("hour", "her"), ("four", "for"), ("this", "thiz"), ("отец", "отчёт")])
def test_spellings_are_not_made_alike_where_they_are_other_words(one: str, other: str) -> None:
    assert not meet(one, other)
