"""A button that stays pressed says so by a tick."""

from hrdesk.desktop.widgets.ticked_button import TickedButton


def test_a_tick_stands_before_the_words_while_it_is_on(qtbot):
    button = TickedButton()
    qtbot.addWidget(button)
    button.say("Interpreted")
    assert button.text() == "Interpreted"
    button.click()
    assert button.text() == "✓  Interpreted"
    button.say("Interprété")
    assert (button.text(), button.accessibleName()) == ("✓  Interprété", "Interprété")
    button.setChecked(False)
    assert button.text() == "Interprété"
