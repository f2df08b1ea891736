"""One table of words for every choice."""

from hrdesk.desktop.widgets.vocabulary import WORDS, WORDS_BY_FIELD, choice_word, class_sign, class_word
from hrdesk.records import NOUNS
from hrdesk.records.classes import SENSITIVITY


def test_every_choice_of_every_noun_has_its_word():
    choices = {(info.name, value) for noun in NOUNS for info in noun.declared for value in info.choices}
    assert [one for one in choices if one not in WORDS_BY_FIELD and one[1] not in WORDS] == []


def test_a_choice_from_a_newer_desk_is_shown_as_it_is():
    assert choice_word("keynote", "item_kind") == "keynote"


def test_the_field_decides_where_a_value_means_two_things():
    assert choice_word("report", "output_kind") == "Report"
    assert choice_word("report", "consent") == "May stand in the report"


def test_every_class_has_a_shape_of_its_own():
    assert len({class_sign(one) for one in SENSITIVITY}) == len(SENSITIVITY)
    assert class_word("restricted") == "◐ Restricted"


def test_an_unknown_class_looks_as_strict_as_can_be():
    assert class_sign("secret") == class_sign("confidential")
