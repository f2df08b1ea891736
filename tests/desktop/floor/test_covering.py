"""What the hall sees while the window itself stands on the projector."""

from hrdesk.desktop.floor.covering import covered
from hrdesk.floor.picture import Line, Picture, Speaker
from hrdesk.records import FloorDecision, FloorRequest, PanelQuestion, Session


def test_only_public_labels_are_left_and_no_text():
    named = Speaker(FloorRequest(id="a", on_behalf_of="a group"), "Name of the desk", "Public name", "State")
    hidden = Speaker(FloorRequest(id="b", on_behalf_of="a people"), "Pseudonym", is_protected=True)
    picture = Picture(
        Session(id="s"),
        waiting=(Line(named, 1), Line(hidden, 2)),
        decisions=(FloorDecision(id="d", text="Why"),),
        questions=(PanelQuestion(id="q", text="What", panellist="p"),),
    )
    seen = covered(picture)
    assert [line.speaker.name for line in seen.waiting] == ["Public name", ""]
    assert [line.speaker.request.on_behalf_of for line in seen.waiting] == ["a group", None]
    assert (seen.decisions[0].text, seen.questions[0].text, seen.questions[0].panellist) == (None, None, None)
