"""The draft for negotiation saved as Word from the room of the outcome document."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog


def test_the_draft_is_saved_as_word_and_kept_as_a_version(room, monkeypatch, tmp_path):
    made = room.run("make-recommendation", notes=[], text="States act.", sensitivity="public")["id"]
    room.run("open-negotiation", recommendation=made)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "draft"), ""))
    next(one for one in room.panel.actions_of_room() if one.name == "outcome.draft").do()
    bar = room.panel.pane.papers
    assert bar.save_word.isVisible()
    room.qtbot.mouseClick(bar.save_word, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: bar.told.text() != "", timeout=20_000)
    assert (tmp_path / "draft.docx").read_bytes().startswith(b"PK")
    bar.ask("en", "session")
    assert not bar.save_word.isVisible()
