"""The lists of the floor as tabs: who waits, who has spoken, replies and questions, rights of reply, decisions."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QTabWidget, QVBoxLayout, QWidget

from hrdesk.desktop.floor.line_list import LineList
from hrdesk.desktop.floor.telling import decision_words, hour_of, speaker_name
from hrdesk.desktop.floor.told_keys import told_key
from hrdesk.desktop.widgets.beside import beside
from hrdesk.desktop.widgets.fair_tabs import FairTabs
from hrdesk.floor.picture import Line, Picture, Speaker
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.records import FloorDecision, PanelQuestion

WAITING, DONE, REPLIES, RIGHTS, DECISIONS = range(5)
"""The places of the tabs."""

QUEUES = {WAITING: "floor", REPLIES: "panel_reply", RIGHTS: "right_of_reply"}
"""The queue in which one is inscribed while a tab is shown; while any other is, it is the floor's."""

TITLES = (
    N_("Waiting"),
    N_("No longer waiting"),
    N_("Replies and questions"),
    N_("Right of reply"),
    N_("Decisions"),
)

PLACEHOLDERS = {
    "floor": N_("Inscribe: two letters of a delegation or a person are enough"),
    "panel_reply": N_("Inscribe for a reply: two letters are enough"),
    "right_of_reply": N_("Inscribe for a right of reply: two letters are enough"),
}


class Questions(QListWidget):
    """Questions to panellists; Enter says that one was answered, or that it was not. ``answered`` carries both."""

    answered = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[PanelQuestion, str]] = []
        self.setWordWrap(True)

    def show_questions(self, questions: list[tuple[PanelQuestion, str]]) -> None:
        """Show questions with the names of those they were put to."""
        if questions == self._shown:
            return
        row, self._shown = self.currentRow(), questions
        self.clear()
        for one, name in questions:
            sign, state = ("✓", _("answered")) if one.answered else ("○", _("open"))
            QListWidgetItem(f"{sign} {beside(state, name, one.text or '')}", self)
        self.setCurrentRow(min(row, self.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read Enter."""
        row = self.currentRow()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= row < len(self._shown):
            one = self._shown[row][0]
            self.answered.emit(one.id, not one.answered)
            return
        super().keyPressEvent(event)


TABS = ("waiting", "done", "replies", "rights", "decisions")
"""The tabs by the actions that show them."""


class Queues(QTabWidget):
    """``queue_changed`` names the queue in which one is now inscribed."""

    queue_changed = Signal(str)

    def __init__(
        self,
        name_of: Callable[[str], str],
        chosen_keys: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTabBar(FairTabs(self))
        self._chosen_keys = chosen_keys
        self._name_of = name_of
        self._decisions: tuple[FloorDecision, ...] = ()
        self._speakers: dict[str, Speaker] = {}
        self.waiting, self.done, self.replies, self.rights = (
            LineList(self._name_of_request, self) for _place in range(4)
        )
        self.questions = Questions(self)
        self.decisions = QListWidget(self)
        self.decisions.setWordWrap(True)
        self._asked = QLabel(self)
        both = QWidget(self)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.replies, 2)
        column.addWidget(self._asked)
        column.addWidget(self.questions, 1)
        for part in (self.waiting, self.done, both, self.rights, self.decisions):
            self.addTab(part, "")
        self.setDocumentMode(True)
        self.currentChanged.connect(lambda _place: self.queue_changed.emit(self.queue))

    @property
    def queue(self) -> str:
        """Name the queue in which one is inscribed."""
        return QUEUES.get(self.currentIndex(), "floor")

    @property
    def list(self) -> LineList:
        """Give the list of lines that is shown; that of who waits where none is."""
        shown = {DONE: self.done, REPLIES: self.replies, RIGHTS: self.rights}
        return shown.get(self.currentIndex(), self.waiting)

    def chosen(self) -> Line | None:
        """Give the line that is chosen."""
        row = self.list.currentIndex().row()
        return self.list.lines.lines[row] if 0 <= row < len(self.list.lines.lines) else None

    def focus_list(self) -> None:
        """Go to the list that is shown, to its first line where none is chosen."""
        shown = self.decisions if self.currentIndex() == DECISIONS else self.list
        if not shown.currentIndex().isValid() and shown.model().rowCount():
            shown.setCurrentIndex(shown.model().index(0, 0))
        shown.setFocus()

    def show_picture(self, picture: Picture) -> None:
        """Show all queues of a picture."""
        lines = (*picture.waiting, *picture.replies, *picture.rights, *picture.done)
        self._speakers = {line.speaker.request.id: line.speaker for line in lines}
        option = picture.fit.options[0] if picture.fit and picture.fit.options else None
        self.waiting.lines.show_lines(picture.waiting, (option.fit, option.waiting) if option else None)
        self.done.lines.show_lines(picture.done)
        self.replies.lines.show_lines(picture.replies)
        self.rights.lines.show_lines(picture.rights)
        self.questions.show_questions([(one, self._name_of(one.panellist or "")) for one in picture.questions])
        self._show_decisions(picture.decisions)
        self._name_tabs()

    def show_request(self, request: str) -> bool:
        """Go to a request, whatever tab it is in."""
        for place, held in ((WAITING, self.waiting), (REPLIES, self.replies), (RIGHTS, self.rights), (DONE, self.done)):
            if held.lines.row_of(request) >= 0:
                self.setCurrentIndex(place)
                return held.choose(request)
        return False

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Lists of the floor"))
        self.tabBar().setAccessibleName(_("Lists of the floor"))
        self.waiting.setAccessibleName(_("Who waits"))
        self.done.setAccessibleName(_("Who has spoken, or will not"))
        self.replies.setAccessibleName(_("Who waits to reply"))
        self.rights.setAccessibleName(_("Who waits for a right of reply"))
        self.questions.setAccessibleName(_("Questions to panellists; Enter says that one was answered"))
        self.decisions.setAccessibleName(_("Decisions of the chair"))
        self._asked.setText(_("Questions to panellists"))
        for held in (self.waiting, self.done, self.replies, self.rights):
            held.lines.retranslate()
        told, self._decisions = self._decisions, ()
        self._show_decisions(told)
        self._name_tabs()

    def minimumSizeHint(self) -> QSize:
        """Let the room be small."""
        return QSize(240, 160)

    def _name_of_request(self, request: str) -> str:
        speaker = self._speakers.get(request)
        return speaker_name(speaker) if speaker else ""

    def _name_tabs(self) -> None:
        counts = [len(one.lines.lines) for one in (self.waiting, self.done, self.replies, self.rights)]
        counts.append(len(self._decisions))
        for place, count in enumerate(counts):
            title = _(TITLES[place])
            words = _("{room} ({number})", room=title, number=str(count)) if count else title
            if self.tabText(place) != words:
                self.setTabText(place, words)
            self.setTabToolTip(place, told_key(self._chosen_keys, TABS[place]))

    def _show_decisions(self, decisions: tuple[FloorDecision, ...]) -> None:
        """Show what was decided, the last first; to what is shown already only the last ones are added."""
        known = len(self._decisions)
        if not known or decisions[:known] != self._decisions:
            self.decisions.clear()
            known = 0
        for one in decisions[known:]:
            self.decisions.insertItem(0, beside(hour_of(one.at), decision_words(one)))
        self._decisions = decisions
