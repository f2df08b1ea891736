"""Tabs in a narrow place share it fairly."""

import pytest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from hrdesk.desktop.widgets.fair_tabs import FairTabs, fair_widths


@pytest.mark.parametrize(
    ("wanted", "room", "given"),
    [
        ([80, 90, 200], 500, [80, 90, 200]),
        ([80, 200, 90, 300], 400, [80, 115, 90, 115]),
        ([100, 100], 100, [50, 50]),
        ([], 100, []),
    ],
)
def test_short_names_are_seen_whole_and_long_ones_share_the_rest(wanted, room, given):
    assert fair_widths(wanted, room) == given


def test_tabs_are_never_wider_than_their_place_and_grow_again(qtbot):
    holder = QTabWidget()
    qtbot.addWidget(holder)
    holder.setTabBar(FairTabs(holder))
    for name in ("Вопросы", "Все поля", "К подтверждению (12)", "Только для меня"):
        holder.addTab(QWidget(), name)
    holder.show()

    def widths(wide: int) -> list[int]:
        holder.resize(wide, 200)
        QApplication.processEvents()
        return [holder.tabBar().tabRect(place).width() for place in range(holder.count())]

    assert holder.minimumSizeHint().width() < 300
    whole, narrow = widths(900), widths(380)
    assert sum(whole) > 380
    assert sum(narrow) <= 380
    assert narrow[:2] == whole[:2]
    assert widths(900) == whole
    holder.setTabVisible(3, False)
    assert sum(widths(380)[:3]) <= 380
