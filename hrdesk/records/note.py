"""The note: what was said, by whom, when, of what kind, how sensitive; and who takes notes when."""

from hrdesk.language import N_
from hrdesk.records.classes import SENSITIVITY, a_sensitivity, an_attribution
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference, yes_no

NOTE_KINDS = (
    "key_issue",
    "good_practice",
    "challenge",
    "lesson_learned",
    "recommendation",
    "quotation",
    "disagreement",
    "suggestion",
    "other",
)

SOURCE_KINDS = ("notes", "chat", "transcript", "statement")


@noun("note", N_("note"))
class Note(Record):
    """One thing somebody said in a session. ``at`` is the instant in UTC, to the second, ending in Z.

    ``unresolved`` holds the marks that nobody could read, as they were typed, each in a line of its own: until they
    are looked at the note is confidential, and ``meant_sensitivity`` is the class that it takes then.
    """

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    session: str | None = reference(N_("Session"), "session", part_of=True)
    question: str | None = reference(N_("Guiding question"), "guiding_question")
    speaker: str | None = reference(N_("Speaker"), "person", sensitive=True, group="speaker")
    speaker_label: str | None = line(
        N_("Speaker as heard"), searchable=True, sensitive=True, translatable=True, group="speaker"
    )
    at: str | None = line(N_("Time"))
    note_kind: str | None = choice(N_("Kind"), NOTE_KINDS)
    text: str | None = prose(N_("Text"), searchable=True, translatable=True, sensitive=True, group="wording")
    language: str | None = line(N_("Language"), group="wording")
    interpreted: bool | None = yes_no(N_("Heard through interpretation"))
    spoken_language: str | None = line(N_("Language of the statement"), since=3)
    sensitivity: str | None = a_sensitivity()
    attribution: str | None = an_attribution()
    intervention: str | None = reference(N_("Intervention"), "intervention", sensitive=True, since=3)
    unresolved: str | None = prose(N_("Marks to look at"), sensitive=True, group="doubt", since=3)
    meant_sensitivity: str | None = choice(
        N_("Sensitivity once the marks are looked at"), SENSITIVITY, group="doubt", since=3
    )
    source: str | None = reference(N_("Taken from"), "outside_source", group="source", since=3)
    source_place: str | None = line(N_("Place in what it was taken from"), group="source", since=3)


@noun("outside_source", N_("material from outside"), since=3)
class OutsideSource(Record):
    """Something written elsewhere that notes were taken from. ``file_hash`` is the SHA-256 of the file, hexadecimal."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    session: str | None = reference(N_("Session"), "session", part_of=True)
    source_kind: str | None = choice(N_("Kind"), SOURCE_KINDS)
    title: str | None = line(N_("Title"), searchable=True, sensitive=True)
    file_hash: str | None = line(N_("Hash of the file"))
    sensitivity: str | None = a_sensitivity()
    at: str | None = line(N_("Time"))


@noun("take", N_("turn of taking notes"), since=3)
class Take(Record):
    """Who takes notes of a session from when to when. Times are local to the venue, as those of the session are."""

    session: str | None = reference(N_("Session"), "session", part_of=True)
    seat: str | None = reference(N_("Desk"), "seat")
    starts: str | None = line(N_("Begins"), group="time")
    ends: str | None = line(N_("Ends"), group="time")
    position: str | None = line(N_("Order"))
