"""The language of the window: switching, the system's wish, and pieces kept together in Arabic."""

from collections.abc import Iterator

import pytest

from hrdesk.language import interface
from hrdesk.language.interface import _, context_, current, plural_, system_language, use


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use("en")


def test_the_interface_speaks_english_until_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interface, "_words", [])
    assert current().language == "en"
    assert _("Not in any catalog") == "Not in any catalog"


def test_the_interface_switches_while_running() -> None:
    assert use("ar").right_to_left
    assert current().language == "ar"
    use("zh")
    assert current().language == "zh"
    assert not current().right_to_left


def test_text_put_into_an_arabic_sentence_keeps_together() -> None:
    use("ar")
    assert _("no such {symbol}", symbol="A/HRC/RES/18/14") == "no such \u2066A/HRC/RES/18/14\u2069"
    assert context_("x", "no such {name}", name="جنيف") == "no such \u2068جنيف\u2069"
    assert plural_("one {x}", "no such {number} {x}", 3, x="A") == "no such 3 \u2066A\u2069"


def test_text_put_into_an_english_sentence_is_left_alone() -> None:
    assert _("no such {symbol}", symbol="A/HRC/RES/18/14") == "no such A/HRC/RES/18/14"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_CH.UTF-8"}, "fr"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:ru:en"}, "ru"),
        ({"LANG": "es_ES.UTF-8", "LC_MESSAGES": "ar_EG.UTF-8"}, "ar"),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": "fr_FR"}, "fr"),
        ({"LANG": "arn_CL.UTF-8"}, "en"),
    ],
)
def test_the_system_asks_for_a_language(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == expected


def test_what_the_window_knows_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    assert system_language(["pt-BR", "zh-Hans-CN"]) == "zh"
    assert system_language(["pt-BR"]) == "fr"


def test_an_arabic_sentence_that_begins_with_something_isolated_still_runs_from_the_right():
    use("ar")
    try:
        assert _("{room} ({number})", room="A/HRC/64", number=1).startswith("\u200f\u2066A/HRC/64")
    finally:
        use("en")
