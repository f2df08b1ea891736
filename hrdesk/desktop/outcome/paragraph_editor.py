"""Where the chosen part of the document is edited: text and details of a paragraph, the head, an item, a footnote."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.outcome.document_head import DocumentHead
from hrdesk.desktop.outcome.text_field import TextField
from hrdesk.desktop.recommendations.pen_line import PenLine
from hrdesk.desktop.shell.action import Action
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.record_form import RecordForm
from hrdesk.language import N_, RIGHT_TO_LEFT
from hrdesk.language.interface import _
from hrdesk.outcome.tree import TreeLine
from hrdesk.records import DocumentAgendaItem, Footnote, OutcomeDocument, Paragraph, Record

_LEFT_OUT: dict[type[Record], tuple[str, ...]] = {
    OutcomeDocument: ("consultation",),
    DocumentAgendaItem: ("document",),
    Footnote: ("owner", "anchor"),
    Paragraph: ("document", "text", "recommendation"),
}
"""Fields that are shown elsewhere, or that follow from where the record stands."""

PLACE = "outcome:"
"""Drafts of texts that are being typed are kept under this word and the id."""


class ParagraphEditor(QStackedWidget):
    """Edits one line of the tree. ``added`` carries the text of a new paragraph; ``jump_requested`` room and record."""

    added = Signal(str)
    head_requested = Signal(str)
    given_up = Signal()
    jump_requested = Signal(str, str)
    settle_requested = Signal(str, str)

    def __init__(self, workplace: Workplace, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._drafts = drafts
        self._line: TreeLine | None = None
        self._shown = ""
        self._is_new = False
        self.forms = {noun.kind: RecordForm(workplace, noun, self, leave_out=out) for noun, out in _LEFT_OUT.items()}
        self.text = TextField(self)
        self.pen = PenLine(workplace, self)
        self.head = DocumentHead(workplace, self.forms["document"], self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._jump = QPushButton(self)
        self._tabs = QTabWidget(self)
        self._nothing = QWidget(self)
        self._lay_out()
        self.text.left.connect(self.keep)
        self.text.textChanged.connect(self._on_typed)
        self._jump.clicked.connect(self._on_jump)
        for form in self.forms.values():
            form.settle_requested.connect(self.settle_requested)

    @property
    def is_adding(self) -> bool:
        """Tell whether a new paragraph is being typed."""
        return self._is_new

    def actions_on_it(self) -> list[Action]:
        """Give the actions on what is edited here: the pen of its section, and validating the document."""
        validate = Action("outcome.validate", N_("Validate the document…"), "", self._validate, "outcome")
        return [self.pen.action("outcome"), validate]

    def show_line(self, line: TreeLine | None) -> None:
        """Show another line; what was typed is kept first."""
        is_same = line is not None and self._line is not None and line.record == self._line.record and not self._is_new
        if not is_same:
            self.leave()
        self._is_new = False
        self._line = line
        self.pen.show_item(self._section(line.record) if line is not None else "")
        if line is None:
            self.setCurrentWidget(self._nothing)
            return
        noun = line.role if line.role in ("document", "document_agenda_item", "footnote") else "paragraph"
        form = self.forms[noun]
        if form.record != line.record:
            form.show_record(line.record)
        self.setCurrentWidget(self._tabs if noun == "paragraph" else self.head if noun == "document" else form)
        if noun == "document":
            self.head.refresh()
        if noun == "paragraph":
            self._show_text(line)

    def begin(self, role: str) -> None:
        """Begin a new paragraph or heading; it is added when it is left, and forgotten when nothing was typed."""
        self.leave()
        self._is_new = True
        self._shown = ""
        self.text.setReadOnly(False)
        self.text.show_text(self._drafts.held(PLACE + "new"))
        heading, paragraph = _("Type the heading; leaving keeps it"), _("Type the paragraph; leaving keeps it")
        self.text.setPlaceholderText(heading if role == "heading" else paragraph)
        self._hint.hide()
        self._jump.hide()
        self._tabs.setCurrentIndex(0)
        self._tabs.setTabEnabled(1, False)
        self.setCurrentWidget(self._tabs)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self) -> None:
        """Put the cursor into what can be edited."""
        shown = self.head.form if self.currentWidget() is self.head else self.currentWidget()
        if shown is self._tabs:
            (self.text if not self.text.isReadOnly() else self._jump).setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(shown, RecordForm):
            first = next(info.name for info in shown.noun.declared if info.name not in _LEFT_OUT[shown.noun])
            shown.control(first).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_details(self) -> None:
        """Turn between the text of a paragraph and its other fields."""
        if self.currentWidget() is self._tabs and self._tabs.isTabEnabled(1):
            self._tabs.setCurrentIndex(1 - self._tabs.currentIndex())

    def keep(self) -> bool:
        """Keep the text if it says something new; True unless it was refused."""
        text = self.text.text().strip()
        if self.text.isReadOnly() or text == self._shown.strip():
            if self._is_new and not text:
                self._is_new = False
                self.given_up.emit()
            return True
        if self._is_new:
            self._is_new = False
            self._shown = text
            self.added.emit(text)
            return True
        if self._line is None or self.currentWidget() is not self._tabs:
            return True
        if not text:
            self.text.show_text(self._shown)  # to delete a paragraph is another wish, with a key of its own
            return True
        before, self._shown = self._shown, text
        if self._workplace.run("edit", id=self._line.record, text=text, stood={"text": before}) is None:
            self._shown = before
            return False
        self._drafts.drop(PLACE + self._line.record)
        self._workplace.kept.emit(_("Paragraph kept"))
        return True

    def leave(self) -> bool:
        """Keep what is being typed, in the text and in the forms."""
        kept = [self.keep(), *(form.leave() for form in self.forms.values())]
        return all(kept)

    def hear(self, announcement: Announcement) -> None:
        """Let the forms follow what others changed."""
        self.pen.hear(announcement)
        for form in self.forms.values():
            form.hear(announcement)

    def retranslate(self) -> None:
        """Set the words anew."""
        self._tabs.setTabText(0, _("Text"))
        self._tabs.setTabText(1, _("Details"))
        for part in (self._tabs, self._tabs.tabBar()):
            part.setAccessibleName(_("Text or details of the paragraph"))
        self.text.setAccessibleName(_("Text of the paragraph"))
        self._hint.setText(
            _("The text of a recommendation is edited in its own room, so that all documents print the same.")
        )
        self._jump.setText(_("Go to the recommendation"))
        self.pen.retranslate()
        self.head.retranslate()
        for form in self.forms.values():
            form.retranslate()

    def _validate(self) -> None:
        """Go to the head of the document and ask who validates it."""
        document = self._workplace.ask(lambda reader: next(iter(reader.every(OutcomeDocument)), None))
        if document is not None:
            self.head_requested.emit(document.id)
            self.head.deciding.ask()

    def _section(self, record: str) -> str:
        """Give the heading of the section that a paragraph stands in: the pen is held for that."""
        held = self._workplace.ask(lambda reader: reader.get(Paragraph, record))
        above = {record}
        while held is not None and held.parent and held.parent not in above:
            parent = held.parent
            found = self._workplace.ask(lambda reader, one=parent: reader.get(Paragraph, one))  # type: ignore[misc]
            if found is None:
                break
            above.add(parent)
            held = found
        return held.id if held is not None and held.role == "heading" else ""

    def _show_text(self, line: TreeLine) -> None:
        is_recommendation = bool(line.recommendation)
        is_typing = self.text.hasFocus() and self.text.text().strip() != self._shown.strip()
        if is_typing and not is_recommendation:
            return
        self._shown = line.text
        held = "" if is_recommendation else self._drafts.held(PLACE + line.record)
        self.text.setReadOnly(is_recommendation)
        self.text.setPlaceholderText("")
        self.text.run_in(Qt.LayoutDirection.RightToLeft if line.language in RIGHT_TO_LEFT else None)
        self.text.show_text(held or line.text)
        self._hint.setVisible(is_recommendation)
        self._jump.setVisible(is_recommendation)
        self._tabs.setTabEnabled(1, True)

    def _lay_out(self) -> None:
        page = QWidget(self)
        below = QHBoxLayout()
        below.addWidget(self._hint, 1)
        below.addWidget(self._jump)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.pen)
        column.addWidget(self.text, 1)
        column.addLayout(below)
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(page, "")
        self._tabs.addTab(self.forms["paragraph"], "")
        for kind, form in self.forms.items():
            if kind not in ("paragraph", "document"):
                self.addWidget(form)
        self.addWidget(self.head)
        self.addWidget(self._tabs)
        self.addWidget(self._nothing)
        self.setCurrentWidget(self._nothing)
        self.setMinimumHeight(150)

    def _on_typed(self) -> None:
        if self.text.isReadOnly() or not self.text.hasFocus():
            return
        self.pen.warn()
        place = "new" if self._is_new else self._line.record if self._line else ""
        if place:
            text = self.text.text()
            self._drafts.hold(PLACE + place, text if text.strip() != self._shown.strip() else "")

    def _on_jump(self) -> None:
        if self._line is not None:
            self.jump_requested.emit("recommendations", self._line.recommendation)
