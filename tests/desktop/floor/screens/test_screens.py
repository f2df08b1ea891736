"""The screens of room and podium: what they show, how much of them is painted, and their keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.clock_face import segment_face, speaker_face
from hrdesk.desktop.floor.screens.colours import DOT
from hrdesk.desktop.floor.screens.podium import PodiumScreen
from hrdesk.desktop.floor.screens.room import RoomScreen
from hrdesk.desktop.floor.screens.room_words import room_words
from tests.desktop.floor.screens.pictures import at, picture

FULL_HD = 1920, 1080


class Painted(QObject):
    """Adds up the pixels that are painted, and notes by whom."""

    def __init__(self, screen):
        super().__init__()
        self.pixels, self.parts = 0, set()
        self._of = {getattr(screen, name): name for name in vars(screen) if isinstance(getattr(screen, name), QWidget)}
        for part in screen.findChildren(QWidget):
            part.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Paint:
            self.pixels += sum(one.width() * one.height() for one in event.region())
            self.parts.add(self._of.get(watched, watched.objectName()))
        return False


@pytest.fixture(params=[RoomScreen, PodiumScreen])
def screen(request, qtbot):
    made = request.param()
    qtbot.addWidget(made)
    made.resize(*FULL_HD)
    made.show()
    return made


def show(screen, seen, second):
    screen.show_time(speaker_face(seen, at(second)), segment_face(seen, at(second)))
    screen.show_words(room_words(seen))


def tick(screen, seen, second):
    screen.show_time(speaker_face(seen, at(second)), segment_face(seen, at(second)))


def press(screen, key):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(screen, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def test_the_figures_are_the_largest_thing_on_the_screen(screen):
    show(screen, picture(), 130)
    assert screen.figures.text == "1:30"
    others = (one for one in screen.findChildren(QWidget) if one.parent() is screen and one is not screen.figures)
    assert all(one.height() < screen.figures.height() / 2 for one in others if not one.isHidden())
    figure = screen.figures._cells[0]
    assert figure.width() > FULL_HD[0] / 7  # a hand's breadth on a screen of two metres


def test_a_second_paints_the_figures_that_changed_and_a_piece_of_the_bar(screen, qtbot):
    seen = picture()
    show(screen, seen, 131)
    qtbot.wait(20)
    painted = Painted(screen)
    tick(screen, seen, 132)  # 1:29 to 1:28
    qtbot.wait(20)
    assert painted.parts == {"figures", "segment_clock", "bar"}
    assert painted.pixels < FULL_HD[0] * FULL_HD[1] * 0.13


def test_a_tick_within_the_same_second_paints_nothing_but_the_bar(screen, qtbot):
    seen = picture()
    show(screen, seen, 131)
    qtbot.wait(20)
    painted = Painted(screen)
    for tenth in range(1, 10):
        tick(screen, seen, 131 - 1 + tenth / 10 + 0.05)
        show(screen, seen, 131 - 1 + tenth / 10 + 0.05)
    qtbot.wait(20)
    assert painted.parts <= {"bar", "figures", "segment_clock"}
    painted = Painted(screen)
    show(screen, seen, 130.95)
    qtbot.wait(20)
    assert painted.pixels == 0


def test_a_change_of_the_list_leaves_the_clock_alone(screen, qtbot):
    seen = picture()
    show(screen, seen, 131)
    qtbot.wait(20)
    painted = Painted(screen)
    show(screen, replace(seen, waiting=seen.waiting[:-1]), 131)
    qtbot.wait(20)
    assert painted.parts == {"waiting"}


@pytest.mark.parametrize(("second", "stage"), [(130, "running"), (195, "warned"), (212, "urged"), (230, "over")])
def test_each_stage_has_its_words_its_shape_and_its_colour(screen, second, stage):
    show(screen, picture(), second)
    assert screen.band.stage == stage
    assert screen.band.words.text
    grabbed = screen.grab().toImage()
    corner = screen.figures.geometry().topLeft()
    wanted = {"running": "#ffffff", "warned": "#ffd400"}.get(stage, "#a80f16")
    assert grabbed.pixelColor(corner.x() + 4, corner.y() + 4) == QColor(wanted)


def test_shapes_differ_without_their_colours(screen):
    shapes = set()
    for second in (130, 195, 212, 230):
        show(screen, picture(), second)
        side = screen.band.height()
        shape = screen.band.grab().toImage().copy(0, 0, side, side)
        ground = shape.pixelColor(0, 0)
        dots = range(0, side, 2)
        shapes.add(tuple(shape.pixelColor(x, y) == ground for x in dots for y in dots))
    assert len(shapes) == 4


def test_the_room_reads_from_right_to_left_whatever_the_window_does(screen):
    show(screen, picture("en"), 130)
    waiting = screen.waiting.geometry()
    assert waiting.center().x() > FULL_HD[0] / 2
    show(screen, picture("ar"), 130)
    assert screen.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert screen.waiting.geometry().center().x() < FULL_HD[0] / 2
    assert screen.band._shape().left() > FULL_HD[0] / 2
    assert screen.bar._full().right() == screen.bar.width() - 1
    show(screen, picture("zh"), 130)
    assert screen.waiting.geometry() == waiting


@pytest.mark.parametrize("kind", [RoomScreen, PodiumScreen])
def test_an_english_room_reads_from_left_to_right_on_an_arabic_desk(qtbot, qapp, kind):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        screen = kind()
        qtbot.addWidget(screen)
        screen.resize(*FULL_HD)
        screen.show()
        show(screen, picture("en"), 130)
        assert screen.layoutDirection() == Qt.LayoutDirection.LeftToRight
        assert screen.waiting.geometry().center().x() > FULL_HD[0] / 2
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_figures_run_from_left_to_right_in_arabic_too(screen):
    show(screen, picture("ar"), 130)
    lefts = [cell.left() for cell in screen.figures._cells]
    assert screen.figures.text == "1:30"
    assert lefts == sorted(lefts)


def test_a_message_of_the_chair_takes_its_place_and_gives_it_back(screen):
    show(screen, picture(), 130)
    high = screen.figures.height()
    assert screen.message.isHidden()
    show(screen, picture(message="Please take your seats."), 130)
    assert screen.message.isVisible()
    assert screen.figures.height() < high
    show(screen, picture(), 130)
    assert screen.message.isHidden()
    assert screen.figures.height() == high


def test_parts_do_not_lie_over_each_other(screen):
    for message in ("", "Please take your seats."):
        show(screen, picture(message=message), 130)
        parts = [one for one in screen.findChildren(QWidget) if one.parent() is screen and not one.isHidden()]
        for at_place, one in enumerate(parts):
            assert screen.rect().contains(one.geometry())
            assert not any(one.geometry().intersects(other.geometry()) for other in parts[at_place + 1 :])


def test_the_longest_names_are_cut_rather_than_small(screen):
    seen = picture()
    name = "The Special Rapporteur on the right of everyone to the enjoyment of the highest attainable standard " * 8
    assert seen.current
    who = replace(seen.current.speaker, public=name, delegation=name)
    show(screen, replace(seen, current=replace(seen.current, speaker=who)), 130)
    screen.grab()
    font, written = screen.speaker._fitted
    assert written.endswith("…")
    assert font.pixelSize() >= screen.speaker.height() // 7


def test_a_screen_that_is_blacked_out_shows_a_dot_alone(screen):
    show(screen, picture(), 130)
    screen.black_out(True)
    grabbed = screen.grab().toImage()
    colours = {grabbed.pixelColor(x, y).name() for x in range(0, 1900, 19) for y in range(0, 1060, 11)}
    assert colours == {"#000000"}
    side = 1080 // 120
    assert grabbed.pixelColor(1920 - 3 * side + side // 2, 1080 - 3 * side + side // 2) == QColor(DOT)
    screen.black_out(False)
    assert not screen.is_dark


def test_a_full_screen_is_left_by_escape_and_taken_by_a_key(screen, qtbot):
    press(screen, Qt.Key.Key_F11)
    assert screen.isFullScreen()
    assert screen.cursor().shape() == Qt.CursorShape.BlankCursor
    press(screen, Qt.Key.Key_Escape)
    assert screen.cursor().shape() == Qt.CursorShape.ArrowCursor
    press(screen, Qt.Key.Key_Escape)
    assert screen.isVisible()


def test_a_clicker_works_in_the_screen_too(screen, qtbot):
    with qtbot.waitSignal(screen.advance_requested):
        press(screen, Qt.Key.Key_PageDown)
    with qtbot.waitSignal(screen.pause_requested):
        press(screen, Qt.Key.Key_Space)


def test_a_key_that_is_held_down_advances_once(screen):
    asked = []
    screen.advance_requested.connect(lambda: asked.append(1))
    press(screen, Qt.Key.Key_PageDown)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", True)
    QCoreApplication.sendEvent(screen, held)
    assert asked == [1]


def test_cleared_it_shows_nothing_of_the_floor(screen):
    show(screen, picture(message="Secret"), 130)
    screen.clear()
    assert not screen.figures.text
    assert not screen.speaker.text
    assert not screen.message.text
