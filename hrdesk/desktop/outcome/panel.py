"""The room of the outcome document: its outline and the paragraph being edited on one side, the pages on the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.outcome.adding_bar import AddingBar
from hrdesk.desktop.outcome.compose_page import ComposePage
from hrdesk.desktop.outcome.document_tree import DocumentTree
from hrdesk.desktop.outcome.outline import Outline, read_outline
from hrdesk.desktop.outcome.papers_bar import paper_actions
from hrdesk.desktop.outcome.paragraph_editor import PLACE, ParagraphEditor
from hrdesk.desktop.outcome.preview_pane import PreviewPane
from hrdesk.desktop.outcome.told_keys import TOLD_KEYS
from hrdesk.desktop.shell.panel import Action, Panel
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.outcome.rules import place_after, place_beside
from hrdesk.outcome.tree import TreeLine
from hrdesk.records import Paragraph

IN_THE_TREE = ("document", "document_agenda_item", "paragraph", "footnote", "recommendation")
BEARING_ON_IT = ("decision", "link", "note", "session", "consultation", "wording")
"""Kinds that the outline shows, and kinds that bear on the classes in it or on what was changed by hand."""


class OutcomePanel(Panel):
    """Edits the outcome document. ``jump_requested`` wishes for room and record, ``settle_requested`` for settling."""

    ROOM = "outcome"
    TITLE = N_("Outcome document")
    HIDES = True

    jump_requested = Signal(str, str)
    settle_requested = Signal(str, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._wanted: str | None = None
        self._asked, self._is_due, self._is_composing = 0, False, False
        self._new_place: tuple[str, str | None, str | None] = ("paragraph", None, None)
        self.drafts = DraftKeeper(workplace, self)
        self.compose_page = ComposePage(self)
        self.tree = DocumentTree(self)
        self.editor = ParagraphEditor(workplace, self.drafts, self)
        self.pane = PreviewPane(workplace, self)
        self._left = QStackedWidget(self)
        self.adding = AddingBar(workplace.settings.keys, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def actions_of_room(self) -> list[Action]:
        """Give the actions of this room."""
        return [
            Action(
                "outcome.paragraph",
                N_("New paragraph"),
                TOLD_KEYS["paragraph"],
                lambda: self.begin("paragraph"),
                "outcome",
            ),
            Action(
                "outcome.heading", N_("New heading"), TOLD_KEYS["heading"], lambda: self.begin("heading"), "outcome"
            ),
            Action("outcome.edit", N_("Edit the text"), "F2", self.editor.edit, "outcome"),
            Action("outcome.details", N_("Text or details"), "Ctrl+I", self.editor.show_details, "outcome"),
            Action("outcome.up", N_("Move up"), "Alt+Up", lambda: self.move_line(down=False), "outcome"),
            Action("outcome.down", N_("Move down"), "Alt+Down", lambda: self.move_line(down=True), "outcome"),
            Action("outcome.delete", N_("Delete from the document"), "", self.delete, "outcome"),
            Action("outcome.missing", N_("Add missing recommendations"), "", self.fetch_missing, "outcome"),
            Action("outcome.follow", N_("Follow the decisions"), "", self.follow_decisions, "outcome"),
            Action("outcome.item", N_("Add agenda item of the Council"), "", self.add_item, "outcome"),
            Action("outcome.footnote", N_("Add footnote"), "", self.add_footnote, "outcome"),
            Action("outcome.outline", N_("Go to the outline"), "Ctrl+L", self.tree.setFocus, "outcome"),
            Action("outcome.preview", N_("Go to the preview"), "Ctrl+P", self.pane.preview.setFocus, "outcome"),
            Action("outcome.one", N_("Save as PDF…"), "Ctrl+Shift+S", self.pane.export.export_one, "outcome"),
            Action("outcome.six", N_("Save all six as PDF…"), "Ctrl+Shift+E", self.pane.export.export_six, "outcome"),
            *paper_actions(self.pane.ask_for_paper),
            *self.editor.actions_on_it(),
        ]

    def refresh(self) -> None:
        """Read outline and preview anew."""
        if self.tree.keep_only(self.workplace.hall.may_show) and not self.editor.is_adding:
            self._show(self.tree.line())
        self._read()
        self.pane.refresh()

    def hear(self, announcement: Announcement) -> None:
        """Follow what changed; the pages follow after a short rest, and all of it waits while it is out of sight."""
        self.editor.hear(announcement)
        self.pane.hear(announcement)
        if announcement.concerns(*IN_THE_TREE, *BEARING_ON_IT):
            self._is_due = True
            if self.isVisible():
                self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was out of sight."""
        super().showEvent(event)
        if self._is_due:
            self._read()

    def retranslate(self) -> None:
        """Set every text anew."""
        for part in (self.compose_page, self.adding, self.tree, self.editor, self.pane):
            part.retranslate()

    def leave(self) -> bool:
        """Keep what is being typed."""
        kept = self.editor.leave()
        self.drafts.flush()
        return kept

    def show_record(self, record: str) -> None:
        """Go to a paragraph of the document, or to the one that prints a recommendation."""
        lines = self.tree.lines()
        found = next((one.record for one in lines if record in (one.record, one.recommendation)), None)
        if found is None or not self.tree.choose(found):
            self._wanted = record
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def compose(self, notes: bool) -> None:
        """Compose the document from what the desk holds; with many notes that takes a moment, so not in this thread."""
        if self._is_composing:  # the button stays as it is meanwhile: one that is shut loses the keys to its neighbour
            return
        desk, command = self.workplace.desk, self.workplace.commands["compose-outcome"]
        self._is_composing = True

        def done(_made: object) -> None:
            self._is_composing = False
            self.workplace.kept.emit(_("Document composed"))

        def failed(error: Exception) -> None:
            self._is_composing = False
            self.workplace.refused.emit(error)

        self.workplace.start(lambda: desk.run(command, notes=notes), done, failed)

    def begin(self, role: str) -> None:
        """Begin a new paragraph or heading after the chosen line."""
        if self._left.currentWidget() is self.compose_page:
            return
        self.editor.keep()
        self._new_place = (role, *self._place_after(role))
        self.editor.begin(role)

    def move_line(self, *, down: bool) -> None:
        """Move the chosen paragraph one place up or down, with all that stands under it."""
        line = self.tree.line()
        if line is None or line.role == "document_agenda_item" or not self.editor.leave():
            return
        paragraphs = self.workplace.ask(lambda reader: reader.every(Paragraph))
        place = place_beside(paragraphs, line.record, down=down)
        if place is not None:
            self.workplace.run("move-paragraph", id=line.record, under=place[0], before=place[1])

    def delete(self) -> None:
        """Delete the chosen line from the document; a recommendation stays in its own room."""
        line = self.tree.line()
        if line is None or line.role == "document":
            return
        lines = self.tree.lines()
        at = next(place for place, one in enumerate(lines) if one.record == line.record)
        beside = [*lines[at + 1 : at + 2], *lines[max(at - 1, 0) : at]]
        self._wanted = beside[0].record if beside else None
        self.drafts.drop(PLACE + line.record)
        if self.workplace.run("delete", id=line.record) is not None:
            self.workplace.kept.emit(_("Deleted; Undo brings it back"))

    def fetch_missing(self) -> None:
        """Add every recommendation that the document does not print yet, under the chosen heading or the last one."""
        headings = [one for one in self.tree.lines() if one.role == "heading" and one.depth == 0]
        under = next((one for one in reversed(headings)), None)
        told = self.workplace.run("add-missing-recommendations", under=under.record if under else None)
        if told is not None and told["ids"]:
            self._wanted = told["ids"][0]

    def follow_decisions(self, *, edited: bool = False) -> None:
        """Tell of each recommendation how it was decided on; ``edited`` where the person asked for these sentences."""
        if self.editor.leave():
            self.workplace.run("follow-decisions", edited=edited)
            self.tree.setFocus()  # the button goes, and keys must not go on into a field of the document

    def add_item(self) -> None:
        """Name an item of the Council's agenda."""
        taken = [int(one.number) for one in self.tree.lines() if one.role == "document_agenda_item" and one.number]
        told = self.workplace.run("add-council-item", number=max(taken, default=1) + 1)
        self._wanted = told["id"] if told else None

    def add_footnote(self) -> None:
        """Add a footnote to the chosen paragraph, or to the title."""
        line = self.tree.line()
        if line is not None and line.role not in ("footnote", "document_agenda_item"):
            told = self.workplace.run("add", kind="footnote", owner=line.record, text=_("Text of the footnote"))
            self._wanted = told["id"] if told else None

    def _place_after(self, role: str) -> tuple[str | None, str | None]:
        """Say where something new stands after the chosen line, or after what was added a moment ago."""
        line = self.tree.line()
        paragraphs = self.workplace.ask(lambda reader: reader.every(Paragraph))
        return place_after(paragraphs, self._wanted or (line.record if line else ""), role)

    def _read(self) -> None:
        self._is_due, self._asked = False, self._asked + 1
        number, audience = self._asked, self.workplace.hall.audience
        self.workplace.read(
            lambda reader: read_outline(reader, audience), lambda outline: self._on_read(outline, number)
        )

    def _on_read(self, outline: Outline, number: int) -> None:
        if number != self._asked:
            return  # a newer answer is on the way
        self.tell_hidden(outline.hidden)
        self._show_side(1 if outline.lines else 0)
        wanted, self._wanted = self._wanted, None
        self.tree.show_lines(outline.lines, wanted)
        self.adding.count_missing(outline.missing)
        self.adding.count_behind(outline.behind)
        if not self.editor.is_adding:
            self._show(self.tree.line())

    def _show_side(self, side: int) -> None:
        """Show the outline, or the offer to compose; whoever waited on the one goes on with the other."""
        self.setFocusProxy(self.tree if side else self.compose_page.compose)
        if side != self._left.currentIndex():
            was_here = self._left.isAncestorOf(QApplication.focusWidget() or self)
            self._left.setCurrentIndex(side)
            if was_here:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, line: TreeLine) -> None:
        self._show(line)
        self._wanted = None  # whoever chose this line does not want to be led elsewhere

    def _show(self, line: TreeLine | None) -> None:
        self.editor.show_line(line)
        if line is not None:
            self.pane.mark(line.record)

    def _on_added(self, text: str) -> None:
        role, under, before = self._new_place
        told = self.workplace.run("add-paragraph", text=text, role=role, under=under, before=before)
        if told is None:
            self.editor.begin(role)  # the draft is still held and stands there again
            return
        self._wanted = str(told["id"])
        self.drafts.drop(PLACE + "new")
        self.workplace.kept.emit(_("Heading added") if role == "heading" else _("Paragraph added"))

    def _on_pointed(self, record: str) -> None:
        if self.tree.choose(record):
            self.editor.edit()

    def _connect(self) -> None:
        self.compose_page.compose_requested.connect(self.compose)
        self.tree.chosen.connect(self._on_chosen)
        self.tree.edit_requested.connect(self.editor.edit)
        self.tree.delete_requested.connect(self.delete)
        self.editor.pen.holders_read.connect(self.tree.show_pens)
        self.editor.head_requested.connect(self.tree.choose)
        self.editor.added.connect(self._on_added)
        self.editor.given_up.connect(lambda: self.editor.show_line(self.tree.line()))
        self.editor.jump_requested.connect(self.jump_requested)
        self.editor.settle_requested.connect(self.settle_requested)
        self.pane.pointed.connect(self._on_pointed)
        self.adding.paragraph.clicked.connect(lambda: self.begin("paragraph"))
        self.adding.heading.clicked.connect(lambda: self.begin("heading"))
        self.adding.missing.clicked.connect(self.fetch_missing)
        self.adding.follow.clicked.connect(lambda: self.follow_decisions(edited=self.adding.asks_for_edited))

    def _lay_out(self) -> None:
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.adding)
        column.addWidget(self.tree, 1)
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.addWidget(upper)
        halves.addWidget(self.editor)
        halves.setChildrenCollapsible(False)
        halves.setSizes([380, 240])
        self._left.addWidget(self.compose_page)
        self._left.addWidget(halves)
        sides = QSplitter(self)
        sides.addWidget(self._left)
        sides.addWidget(self.pane)
        sides.setChildrenCollapsible(False)
        sides.setStretchFactor(0, 1)
        sides.setStretchFactor(1, 1)
        sides.setSizes([560, 640])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addWidget(sides)
        self.setFocusProxy(self.compose_page.compose)
