"""A label whose words change keeps its size while they fit."""

from hrdesk.desktop.widgets.steady_label import SteadyLabel


def test_words_that_fit_leave_the_size_as_it_is_and_longer_ones_get_room(qtbot):
    label = SteadyLabel()
    qtbot.addWidget(label)
    label.say("All kept 14:03:12")
    size = label.size()
    for words in ("All kept 14:03:11", "Keeping it now", ""):
        label.say(words)
        assert (label.text(), label.size()) == (words, size)
    label.say("All kept 14:03:12, and the recommendation too")
    assert label.width() > size.width()
    assert label.width() == label.sizeHint().width()


def test_far_fewer_words_give_the_room_back(qtbot):
    label = SteadyLabel()
    qtbot.addWidget(label)
    label.say("A long sentence that is said only once in a while, in a line with other things")
    label.say("12 notes")
    assert label.width() == label.sizeHint().width()


def test_a_larger_font_is_measured_anew(qtbot):
    label = SteadyLabel()
    qtbot.addWidget(label)
    label.say("14:03:12")
    font = label.font()
    font.setPointSize(font.pointSize() * 2)
    label.setFont(font)
    assert label.width() >= label.sizeHint().width()
