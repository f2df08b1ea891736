"""What may say the same is found by its words, in whatever language both stand; what differs is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.recommendations.rules.alike import Subject, alike, terms_of

OTHERS = {
    "en": ("Witnesses need shelter and legal aid.", "Prisons were opened to monitors.", "Budgets for libraries grew."),
    "fr": ("Les témoins ont besoin d’un abri.", "Les prisons ont été ouvertes.", "Les budgets ont augmenté."),
    "es": ("Los testigos necesitan refugio.", "Se abrieron las cárceles.", "Crecieron los presupuestos."),
    "ru": ("Свидетелям нужно убежище.", "Тюрьмы открыли для наблюдателей.", "Бюджеты выросли."),
    "ar": ("يحتاج الشهود إلى مأوى.", "فتحت السجون أمام المراقبين.", "زادت الميزانيات."),
    "zh": ("证人需要庇护。", "监狱向监察员开放。", "图书馆预算增加。"),
}
SAME = {
    "en": ("Publish a shared calendar of country visits.", "A calendar of visits to countries should be shared."),
    "fr": ("Publier un calendrier commun des visites de pays.", "Le calendrier des visites devrait être commun."),
    "es": ("Publicar un calendario común de visitas.", "El calendario de las visitas debería ser común."),
    "ru": ("Опубликовать общий календарь визитов.", "Следует вести общие календари визитов."),
    "ar": ("نشر جدول مشترك للزيارات القطرية.", "ينبغي إعداد الجدول المشترك لزيارات البلدان."),
    "zh": ("公布国别访问共同日历。", "应当制定国别访问的共同日历。"),
}


def found(*subjects: Subject, **arguments: object) -> list[tuple[str, str]]:
    return [(one.first, one.second) for one in alike(subjects, **arguments)]  # type: ignore[arg-type]


@pytest.mark.parametrize("language", SAME)
def test_two_wordings_of_one_thing_are_found_first(language: str):
    subjects = [
        Subject(str(number), {language: text}) for number, text in enumerate((*SAME[language], *OTHERS[language]))
    ]
    assert found(*subjects)[:1] == [("0", "1")]


def test_a_translation_leads_across_languages():
    french = Subject("f", {"fr": SAME["fr"][0], "en": "Publish a common calendar of visits to countries."})
    others = [Subject(str(number), {"en": text}) for number, text in enumerate(OTHERS["en"])]
    assert ("e", "f") in found(Subject("e", {"en": SAME["en"][0]}), french, *others)
    assert found(Subject("e", {"en": SAME["en"][0]}), Subject("f", {"fr": SAME["fr"][0]})) == []


def test_one_action_of_a_long_bullet_is_enough():
    long = (
        "Witnesses need shelter and legal aid. Libraries received more money this year than ever before."
        " A calendar of visits to countries should be shared."
    )
    others = [Subject(str(number), {"en": text}) for number, text in enumerate(OTHERS["en"][1:])]
    assert ("long", "short") in found(Subject("long", {"en": long}), Subject("short", {"en": SAME["en"][0]}), *others)


def test_what_a_person_keeps_apart_is_not_shown_again():
    pair = (Subject("a", {"en": SAME["en"][0]}), Subject("b", {"en": SAME["en"][1]}))
    assert found(*pair) == [("a", "b")]
    assert found(*pair, apart=[frozenset("ab")]) == []


def test_the_same_bodies_make_it_likelier_and_alone_make_nothing_alike():
    texts = SAME["en"]
    plain = alike([Subject("a", {"en": texts[0]}), Subject("b", {"en": texts[1]})])
    told = alike([Subject("a", {"en": texts[0]}, ("States",)), Subject("b", {"en": texts[1]}, ("STATES",))])
    assert told[0].hundredths > plain[0].hundredths
    assert found(Subject("a", {"en": "Open prisons."}, ("x",)), Subject("b", {"en": "Fund schools."}, ("x",))) == []


def test_words_that_say_nothing_bring_nothing_together():
    assert terms_of("It was recommended that they should be for the", "en") == frozenset()
    assert found(Subject("a", {"en": "It should be so."}), Subject("b", {"en": "They should have it."})) == []


@given(st.lists(st.sampled_from([*SAME["en"], *OTHERS["en"], "", "the"]), max_size=16), st.randoms())
@settings(max_examples=40)
def test_likeness_does_not_depend_on_the_order_and_the_same_text_is_most_alike(texts: list[str], chance):
    subjects = [Subject(f"{number:02}", {"en": text}) for number, text in enumerate(texts)]
    mixed = list(subjects)
    chance.shuffle(mixed)
    told = {(frozenset((one.first, one.second)), one.hundredths) for one in alike(subjects)}
    assert told == {(frozenset((one.first, one.second)), one.hundredths) for one in alike(mixed)}
    assert all(0 < hundredths <= 100 for _pair, hundredths in told)
