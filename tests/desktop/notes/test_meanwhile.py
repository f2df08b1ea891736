"""What another desk wrote while one corrects the same note is never written over."""

import pytest

from hrdesk.desktop.notes.note_draft import Correction, edit_place_of, read_correction, written_correction
from hrdesk.records import Note

OURS, THEIRS = "as we wrote it", "as the other desk wrote it"


@pytest.fixture
def note(qtbot, panel, workplace) -> str:
    """Keep a note and open it for correcting."""
    made = workplace.run("keep-note", session=panel.bar.session(), text=OURS)["id"]
    settled(qtbot, panel, workplace)
    panel.notes.list.setCurrentIndex(panel.notes.model.index(0))
    panel.notes.correct()
    return made


def settled(qtbot, panel, workplace) -> None:
    qtbot.waitUntil(lambda: not panel.notes.is_loading and workplace.is_idle)


def contested(workplace, note: str) -> set[str]:
    return set(workplace.ask(lambda reader: reader.contested_texts("note", note)))


@pytest.mark.parametrize("more", [" and more", " and more #torture"])
def test_both_texts_stand_and_it_is_told(qtbot, panel, press, workplace, meanwhile, note, more):
    told: list[str] = []
    workplace.met.connect(told.append)
    press(panel.notes.delegate._editor, more)
    meanwhile(workplace, note, text=THEIRS)
    settled(qtbot, panel, workplace)
    panel.notes.leave()
    assert told == [note]
    assert contested(workplace, note) == {f"{OURS} and more", THEIRS}


def test_a_correction_that_says_nothing_new_leaves_the_other_text(qtbot, panel, workplace, meanwhile, note):
    meanwhile(workplace, note, text=THEIRS)
    settled(qtbot, panel, workplace)
    panel.notes.leave()
    held = workplace.ask(lambda reader: reader.get(Note, note))
    assert (held.text, contested(workplace, note)) == (THEIRS, set())


def test_what_stood_there_is_known_after_a_crash(panel, press, workplace, note):
    press(panel.notes.delegate._editor, " and more")
    panel.drafts.flush()
    told = read_correction(workplace.desk.draft(edit_place_of(panel.bar.session())))
    assert told is not None
    assert (told.text, told.stood) == (f"{OURS} and more", OURS)
    panel.notes.delegate._leave_alone("")


def test_a_draft_of_an_older_version_tells_no_text_that_stood_there():
    told = Correction("n", "text", 3, "stood")
    assert read_correction(written_correction(told)) == told
    assert read_correction('{"note": "n", "text": "text", "cursor": 3}') == Correction("n", "text", 3)
