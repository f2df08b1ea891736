"""The confidentialities and their order."""

import pytest

from hrdesk.records.classes import (
    CONSENT,
    PROTECTED,
    SENSITIVITY,
    is_milder,
    rank,
    strictest,
    strictest_attribution,
    strictest_sensitivity,
)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (("public",), "public"),
        (("public", "restricted"), "restricted"),
        (("confidential", "public"), "confidential"),
        (("public", None), "restricted"),
        (("public", ""), "restricted"),
        (("public", "from a newer desk"), "confidential"),
        (("public", 7), "confidential"),
        ((), "restricted"),
    ],
)
def test_the_strictest_sensitivity_counts(values: tuple[str | None, ...], found: str):
    assert strictest_sensitivity(*values) == found


def test_what_nobody_said_of_attribution_is_the_mildest():
    assert strictest_attribution(None, None) == "attributed"
    assert strictest_attribution(None, "affiliation") == "affiliation"


def test_a_protection_is_ranked_by_yes_and_no():
    assert [rank(PROTECTED, "no", one) for one in (None, False, True, "yes", "perhaps")] == [0, 0, 1, 1, 1]


def test_the_orders_run_from_mildest_to_strictest_and_are_final():
    assert SENSITIVITY == ("public", "restricted", "confidential")
    assert CONSENT == ("press", "report", "notes", "not_given", "withdrawn")
    assert strictest(CONSENT, "report", None, "press") == "report"


def test_milder_is_less_strict():
    assert is_milder("public", "restricted")
    assert is_milder(None, "confidential")
    assert not is_milder("restricted", None)
    assert not is_milder("unheard_of", "confidential")
