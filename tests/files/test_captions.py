"""Captions: voices, names, rolling lines, numbers and remarks, and the old transcripts of Teams."""

from hrdesk.files.captions import is_captions, read_captions
from hrdesk.files.pieces import ROOMY, Piece


def read(text: str) -> list[Piece]:
    lines = text.split("\n")
    assert is_captions(lines)
    return read_captions(lines)


def test_cues_of_one_speaker_are_joined_and_keep_the_time_of_the_first() -> None:
    found = read(
        "WEBVTT\n\nNOTE kept by a program\n\n1\n00:00:05.000 --> 00:00:08.000\nDelegation of A: Thank you, chair.\n\n"
        "2\n00:00:08.000 --> 00:00:12.000\nDelegation of A: We support it.\n\n"
        "3\n00:13:05.000 --> 00:13:12.000\nDelegation of B: We do not.\n"
    )
    assert [(one.place, one.seconds, one.speaker, one.text) for one in found] == [
        ("00:00:05", 5, "Delegation of A", "Thank you, chair. We support it."),
        ("00:13:05", 785, "Delegation of B", "We do not."),
    ]


def test_a_voice_is_who_speaks_and_two_in_a_cue_are_two() -> None:
    found = read(
        "WEBVTT\n\n00:05.000 --> 00:08.000\n<v.loud Delegation of A>Yes &amp; <i>more</i></v>\n<v Participant 1>No</v>\n"
    )
    assert [(one.speaker, one.text) for one in found] == [("Delegation of A", "Yes & more"), ("Participant 1", "No")]


def test_a_line_that_rolls_is_taken_once() -> None:
    found = read(
        "1\n00:00:01,000 --> 00:00:02,500\nthank you chair\n\n2\n00:00:02,500 --> 00:00:04,000\nthank you chair\n"
        "we support\n\n3\n00:00:04,000 --> 00:00:06,000\nwe support\nthe proposal\n"
    )
    assert [one.text for one in found] == ["thank you chair we support the proposal"]


def test_a_number_that_was_spoken_stays() -> None:
    found = read("WEBVTT\n\n00:01.000 --> 00:02.000\nArticle\n15\n\n00:02.000 --> 00:03.000\nof the Covenant\n")
    assert found[0].text == "Article 15 of the Covenant"


def test_chinese_cues_are_joined_without_a_blank() -> None:
    found = read("WEBVTT\n\n00:01.000 --> 00:02.000\n我们支持\n\n00:02.000 --> 00:03.000\n该提案。\n")
    assert found[0].text == "我们支持该提案。"


def test_a_long_statement_begins_anew_where_a_sentence_ends() -> None:
    cue = "We support the proposal of the African Union in full."
    many = "".join(f"00:{at:02}.000 --> 00:{at:02}.900\n{cue}\n\n" for at in range(40))
    found = read(f"WEBVTT\n\n{many}")
    assert len(found) > 1
    assert all(one.text.endswith(".") and len(one.text) < ROOMY + 2 * len(cue) for one in found)


def test_the_old_transcripts_of_teams_have_the_name_in_a_line_of_its_own() -> None:
    found = read(
        "0:0:0.0 --> 0:0:2.310\nParticipant 1\nGood morning.\n0:0:2.310 --> 0:0:9.40\nParticipant 2\nThank you.\n"
    )
    assert [(one.speaker, one.text) for one in found] == [
        ("Participant 1", "Good morning."),
        ("Participant 2", "Thank you."),
    ]
