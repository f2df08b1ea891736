"""A long bullet is cut into the actions it asks for, and no letter of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.recommendations.rules.actions import actions


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Meet once a year.", ["Meet once a year."]),
        ("Meet once a year. Share reports.", ["Meet once a year.", "Share reports."]),
        ("Share reports; publish dates; and name focal points.", ["Share reports", "publish dates", "name focal points."]),
        ("States should: (a) reply; (b) publish.", ["States should reply", "States should publish."]),
        ("It was agreed that staff meet and that reports be shared.", ["It was agreed that staff meet", "reports be shared."]),
        ("应当举行会议；应当分享报告。", ["应当举行会议", "应当分享报告。"]),
        ("ينبغي عقد اجتماع؛ ونشر التقارير.", ["ينبغي عقد اجتماع", "ونشر التقارير."]),
        ("Les États devraient : a) répondre ; b) publier.", ["Les États devraient répondre", "Les États devraient publier."]),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_its_punctuation_cuts_it(text: str, parts: list[str]):
    assert actions(text) == parts


@given(st.text(max_size=120))
def test_every_text_has_at_least_one_part(text: str):
    assert actions(text)
