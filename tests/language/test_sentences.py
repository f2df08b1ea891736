"""Where sentences end, in the six languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The State should act. It should report.", ["The State should act.", "It should report."]),
        ("See art. 5 and para. 12. The State acts.", ["See art. 5 and para. 12.", "The State acts."]),
        ("Mr. J. Doe spoke, e.g. on water. He left.", ["Mr. J. Doe spoke, e.g. on water.", "He left."]),
        ("1. Open shelters. 2. Report.", ["1. Open shelters.", "2. Report."]),
        ("Is it so? “Yes.” They agreed…", ["Is it so?", "“Yes.”", "They agreed…"]),
        ("Le Sr. a dit : non. L’État agit !", ["Le Sr. a dit : non.", "L’État agit !"]),
        ("El Estado informó. ¿Cuándo? Ayer.", ["El Estado informó.", "¿Cuándo?", "Ayer."]),
        ("Государство обязано (ст. 5). Оно сообщило.", ["Государство обязано (ст. 5).", "Оно сообщило."]),
        ("هل وافقت الدولة؟ نعم. تلتزم الدولة.", ["هل وافقت الدولة؟", "نعم.", "تلتزم الدولة."]),
        ("各国应报告。各机制应指定联络人！是吗？", ["各国应报告。", "各机制应指定联络人！", "是吗？"]),
        ("A line\nanother line", ["A line", "another line"]),
        ("Version 2.5 of A/HRC/RES/12/2 stands", ["Version 2.5 of A/HRC/RES/12/2 stands"]),
    ],
)
def test_sentences_end_where_a_reader_sees_them_end(text: str, parts: list[str]):
    assert [one.text for one in sentences(text)] == parts


@settings(deadline=None, max_examples=150)
@given(st.text(st.sampled_from("aB 1.\n?!。？؟ج人“”)"), max_size=40))
def test_put_together_again_they_are_the_text(text: str):
    assert "".join(one.text + one.blank for one in sentences(text)) == text
