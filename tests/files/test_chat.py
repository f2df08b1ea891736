"""Logs of chats: who wrote, when, to whom; in all orders of dates and six languages."""

import pytest

from hrdesk.files.chat import Log, read_chat


def read(text: str) -> Log:
    found = read_chat(text.split("\n"))
    assert found is not None
    return found


def told(found: Log) -> list[tuple[str, str, str]]:
    return [(one.place, one.speaker, one.text) for one in found.pieces if not one.aside]


@pytest.mark.parametrize(
    "text",
    [
        "09:15:22\t From  Delegation of A : Yes.\n09:16:00\t From  Delegation of B  to  Delegation of A(Privately) : No.\n",
        "09:15:22 From Delegation of A to Everyone:\n\tYes.\n09:16:00 From Delegation of B to Delegation of A (Direct Message):\n\tNo.\n",
        "09:15:22 De Delegation of A à Tout le monde : Yes.\n09:16:00 De Delegation of B à Delegation of A : No.\n",
        "09:15:22 来自 Delegation of A 到 所有人: Yes.\n09:16:00 来自 Delegation of B 到 Delegation of A: No.\n",
        "09:15:22 من Delegation of A إلى الجميع: Yes.\n09:16:00 من Delegation of B إلى Delegation of A: No.\n",
        "09:15:22 От Delegation of A для Все: Yes.\n09:16:00 От Delegation of B для Delegation of A: No.\n",
        "09:15:22 De Delegation of A a Todos: Yes.\n09:16:00 De Delegation of B a Delegation of A: No.\n",
    ],
)
def test_what_was_not_written_to_all_is_private(text: str) -> None:
    found = read(text)
    assert told(found) == [("09:15:22", "Delegation of A", "Yes."), ("09:16:00", "Delegation of B", "No.")]
    assert [one.private for one in found.pieces] == [False, True]


def test_a_message_to_some_is_private_although_nobody_says_so() -> None:
    found = read("10:00:00 From Delegation of A to Hosts and panellists: Yes.\n10:00:01 From B to Everyone: No.\n")
    assert [one.private for one in found.pieces] == [True, False]


def test_lines_of_the_program_are_nobodys_words_and_further_lines_go_on() -> None:
    found = read(
        "08.09.2026, 10:15 - Сообщения защищены\n08.09.2026, 10:15 - Делегация А: Привет: всем\nи ещё\n"
        "08.09.2026, 22:16 - Делегация Б: да\n"
    )
    assert found.pieces[0].aside
    assert told(found) == [("10:15:00", "Делегация А", "Привет: всем\nи ещё"), ("22:16:00", "Делегация Б", "да")]


@pytest.mark.parametrize(
    ("text", "days", "seconds"),
    [
        ("[8/9/26, 10:15:03] A: x\n[28/9/26, 10:15:03] A: y", [("2026-09-08",), ("2026-09-28",)], 36903),
        ("9/8/26, 10:15 PM - A: x\n9/28/26, 1:15 AM - A: y", [("2026-09-08",), ("2026-09-28",)], 80100),
        ("[2026/9/8 上午10:15:22] 甲: x\n[2026/9/8 下午2:15:22] 乙: y", [("2026-09-08",)] * 2, 36922),
        ("\u200f[٨\u200f/٩\u200f/٢٠٢٦، ١:١٥:٠٣ م] أ: x\n\u200e[٨\u200f/٩\u200f/٢٠٢٦، ٢:١٥:٠٣ م] ب: y", [("2026-09-08", "2026-08-09")] * 2, 47703),
        ("[9/8/2026 10:15 AM] A: x\n[9/8/2026 10:16 AM] B: y", [("2026-08-09", "2026-09-08")] * 2, 36900),
        ("2026-09-08 09:15:22 From A to Everyone:\n\tx\n2026-09-08 09:15:22 From B to Everyone:\n\ty", [("2026-09-08",)] * 2, 33322),
    ],
)  # fmt: skip
def test_dates_are_read_in_every_order(text: str, days: list[tuple[str, ...]], seconds: int) -> None:
    found = read(text)
    assert [one.days for one in found.pieces] == days
    assert found.pieces[0].seconds == seconds
    assert [one.text for one in found.pieces] == ["x", "y"]


def test_heads_may_stand_above_what_was_said() -> None:
    found = read("Delegation of A  10:15 AM\nyes\nand more\n\nDelegation of B  [10:17 AM]\nno\n")
    assert told(found) == [("10:15:00", "Delegation of A", "yes\nand more"), ("10:17:00", "Delegation of B", "no")]
    assert not found.is_transcript


def test_a_transcript_of_teams_counts_from_the_beginning_and_its_title_is_nobodys() -> None:
    found = read(
        "Workshop\nSeptember 8, 2026, 8:00AM\n1h 2m\n\nParticipant 1   0:03\nGood morning.\n\nParticipant 2   1:02:10\nYes.\n"
    )
    assert (found.is_transcript, found.is_timed_from_start) == (True, True)
    assert told(found) == [("00:00:03", "Participant 1", "Good morning."), ("01:02:10", "Participant 2", "Yes.")]


@pytest.mark.parametrize("text", ["A plain text.\n\nAnother paragraph.", "At 10:15 we began.\nAt 11:00 we ended.", ""])
def test_a_text_is_no_chat(text: str) -> None:
    assert read_chat(text.split("\n")) is None
