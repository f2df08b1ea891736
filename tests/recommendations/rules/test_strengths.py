"""How strongly a text is worded is found by its verbs, in six languages, and never made more than it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.language import LANGUAGES
from hrdesk.recommendations.rules.strengths import is_stronger, weakest
from hrdesk.recommendations.vocabularies import strength_of, strength_words
from hrdesk.records.recommendation import STRENGTHS

SAID = [
    ("en", "The chairs decided to draft a joint report.", "decided"),
    ("en", "Both secretariats agreed that focal points meet twice a year.", "agreed"),
    ("en", "It was recommended that States should reply within a month.", "recommended"),
    ("en", "A common calendar should be kept.", "should"),
    ("en", "One delegation proposed to share case summaries.", "proposed"),
    ("en", "Mandate holders were encouraged to quote each other.", "suggested"),
    ("en", "Staff could visit the other secretariat.", "could"),
    ("en", "Regional bodies should also be invited to each session.", "should"),
    ("zh", "各国应鼓励访问。", "should"),
    ("fr", "Les organes devraient être invités à chaque session.", "should"),
    ("en", "Participants expressed the view that trust must grow first.", "view_expressed"),
    ("fr", "Les présidents ont décidé de rédiger un rapport commun.", "decided"),
    ("fr", "Il a été convenu que les points focaux se réunissent.", "agreed"),
    ("fr", "Il a été recommandé que les États devraient répondre.", "recommended"),
    ("fr", "Un calendrier commun devrait être tenu.", "should"),
    ("fr", "Le personnel pourrait visiter l’autre secrétariat.", "could"),
    ("fr", "Des participants ont exprimé l’avis que la confiance manque.", "view_expressed"),
    ("es", "Las presidencias decidieron redactar un informe.", "decided"),
    ("es", "Se acordó que los puntos focales se reúnan.", "agreed"),
    ("es", "Se recomendó que los Estados respondan.", "recommended"),
    ("es", "Debería llevarse un calendario común.", "should"),
    ("es", "Se propuso compartir resúmenes.", "proposed"),
    ("es", "El personal podría visitar la otra secretaría.", "could"),
    ("ru", "Председатели решили подготовить общий доклад.", "decided"),
    ("ru", "Стороны договорились встречаться дважды в год.", "agreed"),
    ("ru", "Участники рекомендовали государствам ответить.", "recommended"),
    ("ru", "Следует вести общий календарь.", "should"),
    ("ru", "Было высказано предложение обмениваться резюме.", "suggested"),
    ("ru", "Сотрудники могли бы посетить другой секретариат.", "could"),
    ("ar", "قرر الرؤساء إعداد تقرير مشترك.", "decided"),
    ("ar", "واتفق المشاركون على عقد اجتماع سنوي.", "agreed"),
    ("ar", "أوصى المشاركون بأن ترد الدول في غضون شهر.", "recommended"),
    ("ar", "ينبغي وضع جدول زمني مشترك.", "should"),
    ("ar", "واقتُرح تبادل الملخصات.", "proposed"),
    ("ar", "يمكن للموظفين زيارة الأمانة الأخرى.", "could"),
    ("zh", "与会者决定起草联合报告。", "decided"),
    ("zh", "双方商定每年举行两次会议。", "agreed"),
    ("zh", "会议建议各国应在一个月内答复。", "recommended"),
    ("zh", "应当制定共同日历。", "should"),
    ("zh", "有代表团提议分享案例摘要。", "proposed"),
    ("zh", "工作人员可以访问另一秘书处。", "could"),
    ("zh", "与会者认为应当首先建立信任。", "view_expressed"),
]


@pytest.mark.parametrize(("language", "text", "strength"), SAID)
def test_the_verb_says_how_strong_it_is(language: str, text: str, strength: str):
    found = strength_of(text, language)
    assert found is not None
    assert found.strength == strength
    assert text[found.start : found.end] == found.as_written


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was not agreed."),
        ("en", "Regular contacts between secretariats"),
        ("en", "Apply internationally agreed standards."),
        ("fr", "Il n’a pas été convenu d’un texte."),
        ("es", "No se acordó nada."),
        ("ru", "Стороны не договорились."),
        ("ar", "لم يتفق المشاركون."),
        ("zh", "各方未商定。"),
        ("zh", "响应请求的做法"),
        ("en", ""),
    ],
)
def test_what_nobody_decided_has_no_strength(language: str, text: str):
    assert strength_of(text, language) is None


def test_what_was_not_agreed_but_could_be_done_could_be_done():
    found = strength_of("A date was not agreed; meetings could be held.", "en")
    assert found is not None
    assert found.strength == "could"


def test_a_sentence_of_background_does_not_hide_the_one_that_recommends():
    found = strength_of("They met twice last year. They decided to meet again.", "en")
    assert found is not None
    assert found.strength == "decided"


def test_every_language_knows_every_strength():
    assert set(strength_words()) == set(LANGUAGES)
    for words in strength_words().values():
        assert {strength for _phrase, strength in (*words.reports, *words.modals)} == set(STRENGTHS)


@given(st.lists(st.sampled_from([*STRENGTHS, None, "newer"])))
def test_the_weakest_is_stronger_than_none_of_them(told: list[str | None]):
    weak = weakest(told)
    assert weak is None or weak in told
    assert not any(is_stronger(weak, one) for one in told)


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_a_finding_always_stands_in_the_text(text: str, language: str):
    found = strength_of(text, language)
    assert found is None or text[found.start : found.end] == found.as_written
