"""What a withdrawal would do, in words."""

from hrdesk.desktop.exchange.withdrawal_words import outlook_lines
from hrdesk.exchange.withdrawing import Concerned, Outlook


def test_a_record_without_words_of_its_own_is_not_named_by_its_id(qapp):
    decision = Concerned("decision", "01m7ynm8xvh4rvbqadjbsb066y", "01m7ynm8xvh4rvbqadjbsb066y")
    lines = outlook_lines(Outlook(decision, 1, (decision,), ()))
    assert lines[1:] == ["● Decision: (no text) goes with it."]
