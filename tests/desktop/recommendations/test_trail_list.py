"""The decisions under the trail of a recommendation."""

from hrdesk.desktop.notes.cards import ASIDE, BODY, FOOT, STRONG
from hrdesk.desktop.recommendations.trail_list import DecisionModel, TrailList
from hrdesk.records import Decision


def test_a_decision_that_leads_from_nothing_to_nothing_is_told_by_its_kind(qapp):
    model = DecisionModel()
    model.show_decisions([Decision(id="1", decision_kind="amended", reason="In line with the resolution.")], None)
    index = model.index(0)
    assert (index.data(STRONG), index.data(BODY)) == ("Text amended", "In line with the resolution.")


def test_what_was_decided_has_the_whole_width_and_its_time_stands_below(qapp):
    model = DecisionModel()
    model.show_decisions([Decision(id="1", before="proposed", after="noted", at="2026-11-21T09:05:05Z")], None)
    index = model.index(0)
    assert index.data(STRONG) == "Proposed → Noted"
    assert "2026" in index.data(FOOT)
    assert not index.data(ASIDE)


def test_the_number_of_the_tab_counts_decisions_as_well_as_notes(qtbot):
    trail = TrailList()
    qtbot.addWidget(trail)
    trail.show_trail([], [Decision(id="1"), Decision(id="2")], None)
    assert trail.count == 2
