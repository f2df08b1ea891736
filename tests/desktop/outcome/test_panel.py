"""The room of the outcome document: composing, editing paragraph by paragraph, and the pages beside it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from hrdesk.desktop.outcome.line_delegate import ASIDE
from hrdesk.language import LANGUAGES, interface
from hrdesk.outcome.commands import COMMANDS as OUTCOME
from hrdesk.outcome.rules import LEADS
from hrdesk.records import Recommendation


def type_text(widget, text):
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))


def action(panel, name):
    return next(one for one in panel.actions_of_room() if one.name == name)


def test_without_a_document_it_offers_to_compose_one_and_previews_it(room):
    room.qtbot.waitUntil(lambda: room.panel.pane.proof is not None, timeout=10_000)
    assert room.panel.compose_page.isVisible()
    room.qtbot.mouseClick(room.panel.compose_page.compose, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(room.panel.tree.isVisible, timeout=10_000)
    room.settle()
    assert ("paragraph", "Shelters were described.") in room.lines()


def test_composing_without_notes_leaves_them_out(room):
    room.panel.compose_page.notes.setChecked(False)
    room.qtbot.mouseClick(room.panel.compose_page.compose, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(room.panel.tree.isVisible, timeout=10_000)
    room.settle()
    assert ("paragraph", "Shelters were described.") not in room.lines()


def test_a_text_is_kept_when_it_is_left(composed):
    composed.choose("Shelters were described.")
    composed.panel.editor.edit()
    text = composed.panel.editor.text
    type_text(text, "Safe ")
    composed.panel.tree.setFocus()
    composed.settle()
    assert ("paragraph", "Safe Shelters were described.") in composed.lines()
    assert "Paragraph kept" in composed.told


def test_a_text_that_was_not_changed_is_no_command(composed):
    told: list[object] = []
    composed.workplace.changed.connect(told.append)
    composed.choose("Shelters were described.")
    composed.panel.editor.edit()
    composed.panel.tree.setFocus()
    assert not told


def test_an_emptied_text_is_no_deletion(composed):
    composed.choose("Shelters were described.")
    composed.panel.editor.edit()
    composed.panel.editor.text.clear()
    composed.panel.tree.setFocus()
    assert ("paragraph", "Shelters were described.") in composed.lines()
    assert composed.panel.editor.text.text() == "Shelters were described."


def test_a_new_paragraph_stands_after_the_chosen_one(composed):
    composed.choose("Shelters were described.")
    action(composed.panel, "outcome.paragraph").do()
    type_text(composed.panel.editor.text, "Новый абзац.")
    composed.panel.tree.setFocus()
    composed.settle()
    texts = [text for _, text in composed.lines()]
    assert texts[texts.index("Shelters were described.") + 1] == "Новый абзац."
    assert composed.panel.tree.line().text == "Новый абзац."


def test_a_new_paragraph_under_a_heading_is_its_first(composed):
    composed.choose("Protection")
    composed.panel.begin("paragraph")
    type_text(composed.panel.editor.text, "In short.")
    composed.panel.tree.setFocus()
    composed.settle()
    texts = [text for _, text in composed.lines()]
    assert texts[texts.index("Protection") + 1] == "In short."


def test_a_new_heading_stands_after_the_whole_section(composed):
    composed.choose("Shelters were described.")
    composed.panel.begin("heading")
    type_text(composed.panel.editor.text, "Next")
    composed.panel.tree.setFocus()
    composed.settle()
    texts = [text for _, text in composed.lines()]
    assert texts[texts.index("A hotline was proposed.") + 1] == "Next"
    assert composed.panel.tree.line().depth == 0


def test_a_new_paragraph_in_which_nothing_was_typed_is_forgotten(composed):
    before = composed.lines()
    composed.choose("Shelters were described.")
    composed.panel.begin("paragraph")
    composed.panel.tree.setFocus()
    assert composed.lines() == before
    assert composed.panel.editor.text.text() == "Shelters were described."


def test_one_paragraph_after_another_is_written_without_leaving_the_field(composed):
    composed.choose("Shelters were described.")
    for text in ("First new.", "Second new."):
        action(composed.panel, "outcome.paragraph").do()
        type_text(composed.panel.editor.text, text)
    composed.qtbot.waitUntil(lambda: "First new." in [one.text for one in composed.panel.tree.lines()], timeout=5_000)
    assert composed.panel.editor.text.text() == "Second new."
    composed.panel.tree.setFocus()
    composed.settle()
    texts = [text for _, text in composed.lines()]
    at = texts.index("Shelters were described.")
    assert texts[at + 1 : at + 3] == ["First new.", "Second new."]


def test_whoever_goes_to_another_line_is_not_led_back_to_what_was_added(composed):
    composed.choose("Shelters were described.")
    composed.panel.begin("paragraph")
    type_text(composed.panel.editor.text, "New.")
    composed.panel.editor.text.left.emit()
    composed.choose("A hotline was proposed.")
    composed.settle()
    assert composed.panel.tree.line().text == "A hotline was proposed."


def test_out_of_sight_it_waits_and_catches_up_when_it_is_looked_at(composed):
    composed.panel.hide()
    composed.run("add-paragraph", text="Meanwhile.")
    composed.workplace.finish()
    composed.qtbot.wait(20)
    assert "Meanwhile." not in [one.text for one in composed.panel.tree.lines()]
    composed.panel.show()
    composed.settle()
    assert "Meanwhile." in [one.text for one in composed.panel.tree.lines()]


def test_alt_and_an_arrow_move_a_paragraph_and_it_stays_chosen(composed):
    composed.choose("A hotline was proposed.")
    action(composed.panel, "outcome.up").do()
    composed.settle()
    texts = [text for _, text in composed.lines()]
    assert texts.index("A hotline was proposed.") < texts.index("Shelters were described.")
    assert composed.panel.tree.line().text == "A hotline was proposed."


def test_delete_takes_the_line_out_and_the_next_is_chosen(composed):
    composed.choose("Shelters were described.")
    composed.qtbot.keyClick(composed.panel.tree, Qt.Key.Key_Delete)
    composed.settle()
    assert composed.panel.tree.line().text == "A hotline was proposed."
    composed.workplace.desk.undo()
    composed.settle()
    assert ("paragraph", "Shelters were described.") in composed.lines()


def test_the_text_of_a_recommendation_is_edited_in_its_own_room(composed):
    jumps = []
    composed.panel.jump_requested.connect(lambda *told: jumps.append(told))
    composed.choose("States should report.")
    editor = composed.panel.editor
    assert editor.text.isReadOnly()
    assert editor._hint.isVisible()
    composed.qtbot.mouseClick(editor._jump, Qt.MouseButton.LeftButton)
    assert jumps == [("recommendations", composed.panel.tree.line().recommendation)]


def test_a_recommendation_that_came_later_is_fetched_with_one_button(composed):
    composed.run("add", kind="recommendation", text="States should listen.", language="en")
    composed.qtbot.waitUntil(lambda: composed.panel.adding.missing.isVisible(), timeout=5_000)
    composed.qtbot.mouseClick(composed.panel.adding.missing, Qt.MouseButton.LeftButton)
    composed.settle()
    assert composed.lines()[-1] == ("recommendation", "States should listen.")
    assert not composed.panel.adding.missing.isVisible()


def test_what_is_confidential_is_marked_as_left_out_in_words(composed):
    record = composed.choose("Shelters were described.")
    composed.run("edit", id=record, sensitivity="confidential")
    composed.settle()
    composed.qtbot.waitUntil(lambda: "left out" in composed.panel.pane.report.text(), timeout=5_000)
    item = composed.panel.tree._items[record]
    assert item.data(0, ASIDE) == "● Confidential: left out"
    assert "1 text is left out because it is confidential" in composed.panel.pane.report.text()


def test_the_preview_follows_its_language_and_reports_in_words(composed):
    composed.panel.pane.use_language("fr")
    composed.qtbot.waitUntil(lambda: composed.panel.pane.proof.language == "fr", timeout=10_000)
    assert "not translated" in composed.panel.pane.report.text()
    assert "of 8,500 words" in composed.panel.pane.length.text()


def test_pointing_at_a_page_chooses_the_paragraph_there(composed):
    record = next(one.record for one in composed.panel.tree.lines() if one.text == "A hotline was proposed.")
    place = composed.panel.pane.proof.place_of(record)
    composed.panel.pane.preview.pointed.emit(place.page, place.down + 4)
    assert composed.panel.tree.line().record == record


def test_the_preview_keeps_its_place_when_the_document_changes(composed):
    for number in range(60):
        composed.run("add-paragraph", text=f"Paragraph {number}. " + "Words and words. " * 12)
    composed.settle()
    preview = composed.panel.pane.preview
    composed.qtbot.waitUntil(lambda: preview.page_count > 2, timeout=10_000)
    preview.show_page(2)
    value, before = preview.verticalScrollBar().value(), composed.panel.pane.proof
    composed.run("edit", id=composed.panel.tree.lines()[-1].record, text="Short.")
    composed.qtbot.waitUntil(lambda: composed.panel.pane.proof is not before, timeout=10_000)
    assert preview.page == 2
    assert abs(preview.verticalScrollBar().value() - value) < 5


def test_page_keys_turn_pages_and_signs_zoom(composed):
    preview = composed.panel.pane.preview
    before, width = preview.percent, preview.width()
    preview.resize(width * 3 // 4, preview.height())
    assert preview.percent < before, "the pages do not follow the width of the window"
    preview.resize(width, preview.height())
    assert preview.percent == before
    composed.qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.percent > before
    composed.qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview.percent == before


def test_pages_are_drawn_at_the_scale_of_the_screen(composed):
    preview = composed.panel.pane.preview
    preview.viewport().repaint()
    composed.qtbot.waitUntil(lambda: preview._pictures.get(0, (0.0, None))[0] > 0, timeout=10_000)
    scale, picture = preview._pictures[0]
    assert abs(picture.width() - preview._pages.sizes[0].width * scale) <= 1
    assert scale == preview._scale() * preview.devicePixelRatioF()


def test_one_language_is_written_where_the_person_says(composed, tmp_path, monkeypatch):
    suggested = []

    def answer(_parent, _title, name, _kinds):
        suggested.append(name)
        return str(tmp_path / "report"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    composed.qtbot.mouseClick(composed.panel.pane.export.one, Qt.MouseButton.LeftButton)
    export = composed.panel.pane.export
    composed.qtbot.waitUntil(lambda: export.told.text() != "", timeout=10_000)
    assert suggested == ["outcome-en.pdf"]
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "1 document written" in export.told.text()


def test_all_six_go_into_a_folder_and_nothing_is_replaced_unasked(composed, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_told: str(tmp_path))
    (tmp_path / "outcome-fr.pdf").write_text("mine")
    export = composed.panel.pane.export
    composed.qtbot.mouseClick(export.six, Qt.MouseButton.LeftButton)
    assert export.replace.isVisible()
    assert (tmp_path / "outcome-fr.pdf").read_text() == "mine"
    composed.qtbot.mouseClick(export.replace, Qt.MouseButton.LeftButton)
    composed.qtbot.waitUntil(lambda: "written" in export.told.text(), timeout=20_000)
    assert {path.name for path in tmp_path.glob("outcome-*.pdf")} == {f"outcome-{one}.pdf" for one in LANGUAGES}
    assert "French: ○" in export.told.text()


def test_cancelling_stops_before_the_next_document(composed, tmp_path):
    export = composed.panel.pane.export
    export.write({language: tmp_path / f"outcome-{language}.pdf" for language in LANGUAGES})
    export.progress.stop.click()
    composed.qtbot.waitUntil(lambda: export.told.text() != "", timeout=20_000)
    assert "ancelled" in export.told.text()
    assert len(list(tmp_path.glob("outcome-*.pdf"))) < len(LANGUAGES)


def test_a_place_that_cannot_be_written_is_refused_in_a_sentence(composed, tmp_path):
    (tmp_path / "file").write_text("")
    export = composed.panel.pane.export
    export.write({"en": tmp_path / "file" / "outcome-en.pdf"})
    composed.qtbot.waitUntil(lambda: bool(composed.refused), timeout=10_000)
    assert "cannot be written" in str(composed.refused[0])
    assert export.one.isVisible()


def test_what_was_being_typed_is_there_again_after_a_crash(composed):
    composed.choose("Shelters were described.")
    composed.panel.editor.edit()
    type_text(composed.panel.editor.text, "Well ")
    composed.panel.drafts.flush()
    composed.panel.editor._shown = composed.panel.editor.text.text()  # the crash: nothing is kept on leaving
    again = composed.open()
    composed.qtbot.waitUntil(lambda: bool(again.tree.lines()), timeout=5_000)
    again.tree.choose(next(one.record for one in again.tree.lines() if one.text == "Shelters were described."))
    assert again.editor.text.text() == "Well Shelters were described."


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_at_once_and_names_what_can_be_reached(composed, language):
    composed.choose("Shelters were described.")
    interface.use(language)
    composed.panel.retranslate()
    unnamed = [
        widget
        for widget in composed.panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


def test_every_command_of_the_room_has_its_action_or_its_button(composed):
    assert {one.name for one in OUTCOME} == {
        "compose-outcome",
        "add-paragraph",
        "move-paragraph",
        "add-missing-recommendations",
        "follow-decisions",
        "add-council-item",
        "move-in-report",
        "leave-out-of-report",
        "validate",
    }
    composed.choose("Shelters were described.")
    action(composed.panel, "outcome.item").do()
    composed.settle()
    assert composed.panel.tree.line().role == "document_agenda_item"
    composed.choose("Shelters were described.")
    action(composed.panel, "outcome.footnote").do()
    composed.settle()
    assert composed.panel.tree.line().role == "footnote"


def test_the_document_is_validated_and_says_when_it_reads_otherwise(composed):
    action(composed.panel, "outcome.validate").do()
    head = composed.panel.editor.head
    assert composed.panel.tree.line().role == "document"
    assert head.deciding.isVisible()
    head.deciding.by.setText("Plenary")
    composed.qtbot.keyClick(head.deciding.by, Qt.Key.Key_Return)
    composed.qtbot.waitUntil(lambda: "Plenary" in head.told.text())
    assert "as it reads now" in head.told.text()
    composed.run("edit", id=composed.panel.tree.line().record, title="Another title")
    head.refresh()
    composed.qtbot.waitUntil(lambda: "has changed since" in head.told.text())


def test_later_decisions_are_followed_and_what_was_typed_is_replaced_only_when_asked(composed):
    follow = composed.panel.adding.follow
    proposed, adopted = LEADS["proposed"], LEADS["adopted"]
    records = {text: record for record, text in recommendations(composed).items()}
    assert follow.isHidden()
    composed.run("adopt", recommendation=records["States should reply."])
    composed.qtbot.waitUntil(lambda: not follow.isHidden())
    assert follow.text() == "Follow the decisions (1)"
    follow.click()
    composed.settle()
    assert composed.lines()[-4:] == [
        ("paragraph", adopted),
        ("recommendation", "States should reply."),
        ("paragraph", proposed),
        ("recommendation", "States should report."),
    ]
    assert follow.isHidden()
    composed.run("edit", id=composed.choose(proposed), text="The experts proposed:")
    composed.run("note-recommendation", recommendation=records["States should report."])
    composed.qtbot.waitUntil(lambda: not follow.isHidden())
    assert "changed by hand (1)" in follow.text()
    action(composed.panel, "outcome.follow").do()  # whoever did not press that button has not been asked
    composed.settle()
    assert ("paragraph", "The experts proposed:") in composed.lines()
    follow.click()
    composed.settle()
    assert ("paragraph", LEADS["noted"]) in composed.lines()
    assert follow.isHidden()


def recommendations(room) -> dict[str, str]:
    with room.workplace.desk.reading() as reader:
        return {one.id: one.text for one in reader.every(Recommendation)}


def test_hints_name_the_keys_that_a_person_chose(composed):
    composed.workplace.settings.keys["outcome.paragraph"] = "Ctrl+J"
    composed.panel.retranslate()
    assert composed.panel.adding.paragraph.toolTip() == "New paragraph after the chosen one (Ctrl+J)"
    assert composed.panel.adding.heading.toolTip().endswith("(Ctrl+Shift+Return)")


def test_the_outline_says_who_writes_on_a_section(composed):
    composed.run("take-seat", name="Rapporteur", role="rapporteur")
    heading = next(one for one in composed.panel.tree.lines() if one.role == "heading")
    assert composed.panel.tree.choose(heading.record)
    action(composed.panel, "outcome.pen").do()
    composed.settle()
    tree = composed.panel.tree
    assert "Rapporteur" in tree.currentItem().data(0, ASIDE)
    assert "You hold the pen" in composed.panel.editor.pen.told.text()
    action(composed.panel, "outcome.pen").do()
    assert "Rapporteur" not in tree.currentItem().data(0, ASIDE)
