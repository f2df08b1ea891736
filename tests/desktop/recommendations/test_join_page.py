"""What stands side by side before it is joined: each text says what no other of them says."""

from PySide6.QtWidgets import QLabel

from hrdesk.desktop.recommendations.join_page import JoinPage, Joint
from hrdesk.records import Recommendation

TEXTS = (
    "States should appoint focal points.",
    "States should appoint focal points by 2014.",
    "States could appoint focal points.",
)


def shown(qtbot, *texts: str, status: str | None = None) -> list[str]:
    page = JoinPage()
    qtbot.addWidget(page)
    items = tuple(Recommendation(id=str(place), text=text, status=status) for place, text in enumerate(texts))
    page.show_joint(Joint(items, texts, "en"))
    return [card.text() for card in page._cards.findChildren(QLabel)]


def test_of_three_only_what_none_of_the_others_says_is_underlined(qtbot):
    first, second, third = shown(qtbot, *TEXTS)
    assert "<u>" not in first
    assert "<u>by 2014</u>" in second
    assert "<u>could</u>" in third


def test_what_was_decided_on_an_original_is_told_beside_its_strength(qtbot):
    assert all("Adopted" in card for card in shown(qtbot, *TEXTS, status="adopted"))
    assert not any("Proposed" in card for card in shown(qtbot, *TEXTS, status="proposed"))
