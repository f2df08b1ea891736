"""Search over the window: a line, the results under it while one types, and Enter goes to the record in its room."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from hrdesk.desktop.shell.result_list import Result, ResultList
from hrdesk.desktop.shell.way import beside, way_to
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.titles import title_of
from hrdesk.language.interface import _, plural_
from hrdesk.language.names import own_name
from hrdesk.records import KINDS, Record, Wording
from hrdesk.records.disclosure import is_own
from hrdesk.store.finding import MOST, Found, find
from hrdesk.store.reading import Reader

WIDTH, HEIGHT = 760, 560
REST_MS = 120
"""How long the keys rest before the desk is asked."""

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class SearchBox(QFrame):
    """A line and results over the window; Escape closes. ``chosen`` (room, record) wishes to go somewhere."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace: Workplace | None = None
        self._back: QWidget | None = None
        self._asked = 0
        self._is_waiting_to_go = False
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.line.returnPressed.connect(self._on_entered)
        self.results = ResultList(self)
        self.results.itemClicked.connect(lambda _item: self._go())
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask)
        self.line.textChanged.connect(self._on_text)
        layout = QVBoxLayout(self)
        for part in (self.line, self.results, self.told):
            layout.addWidget(part)
        self.hide()

    def is_over(self, workplace: Workplace) -> bool:
        """Tell whether this desk was the last to be searched."""
        return self._workplace is workplace

    def forget(self) -> None:
        """Close, and keep nothing of the desk that was searched."""
        self._close(None)
        self._workplace, self._back = None, None
        self.line.clear()
        self.results.clear()

    def look_anew(self) -> None:
        """Forget what was found for other eyes, and ask again."""
        self._asked += 1
        self.results.clear()
        if self.isVisible():
            self._ask()

    def open(self, workplace: Workplace, back: QWidget | None) -> None:
        """Open over the window; what was looked for last stands there, chosen, to be written over."""
        self._workplace, self._back = workplace, back
        self.retranslate()
        area = self._window.rect()
        width, height = min(WIDTH, area.width() - 40), min(HEIGHT, area.height() - 80)
        self.setGeometry((area.width() - width) // 2, 60, width, height)
        self.show()
        self.raise_()
        self.line.setFocus()
        self.line.selectAll()
        self._ask()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.line.setPlaceholderText(_("Search the desk"))
        self.line.setAccessibleName(_("Search the desk"))
        self.results.setAccessibleName(_("What was found"))
        self._say_how()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the results while one types; leaving the line closes the box."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                last = self.results.count() - 1
                self.results.setCurrentRow(max(0, min(last, self.results.currentRow() + step)))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close(self._back)
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and not self.isAncestorOf(_focus(self)):
            self._close(None)
        return super().eventFilter(watched, event)

    def _on_text(self) -> None:
        self._is_waiting_to_go = False
        self._rest.start()

    def _on_entered(self) -> None:
        """Go to what is chosen; whoever was quicker than the answer goes when it comes."""
        if self._rest.isActive():
            self._rest.stop()
            self._ask()
            self._is_waiting_to_go = True
            return
        self._go()

    def _ask(self) -> None:
        self._asked += 1
        asked, words = self._asked, self.line.text()
        if self._workplace is None or not words.strip():
            self.results.clear()
            self._say_how()
            return
        audience = self._workplace.hall.audience
        self._workplace.read(lambda reader: look(reader, words, audience), lambda found: self._on_found(asked, found))

    def _on_found(self, asked: int, found: list[Result]) -> None:
        if asked != self._asked or not self.isVisible():
            return
        self.results.show_results(found)
        if len(found) >= MOST:
            self.told.setText(_("The best {number} are shown; more words find less.", number=str(MOST)))
        elif found:
            self.told.setText(plural_("{number} record found.", "{number} records found.", len(found)))
        else:
            self.told.setText(_("Nothing was found. All words must be in one record; other forms of a word count too."))
        if self._is_waiting_to_go:
            self._is_waiting_to_go = False
            self._go()

    def _say_how(self) -> None:
        self.told.setText(
            _("Words are found in all their forms and languages; words between quotation marks, as they stand.")
        )

    def _go(self) -> None:
        result = self.results.chosen()
        if result is not None:
            self._close(None)
            self.chosen.emit(result.room, result.record)

    def _close(self, back: QWidget | None) -> None:
        self._rest.stop()
        self._asked += 1
        self.hide()
        if back is not None:
            back.setFocus()


def look(reader: Reader, words: str, audience: str) -> list[Result]:
    """Find ``words`` for an audience and say of each result what it is and where it stands; for another thread."""
    return [_result(reader, found, audience) for found in find(reader, words, audience, typing=True)]


def _result(reader: Reader, found: Found, audience: str) -> Result:
    record = reader.get(KINDS[found.kind], found.record)
    if record is None:  # nothing can have changed: the reader sees one state of the desk
        return Result(_(KINDS[found.kind].label), found.text, found.marks, "", "")
    room, target = way_to(reader, record)
    return Result(_heading(reader, record, audience), found.text, found.marks, room, target)


def _heading(reader: Reader, record: Record, audience: str) -> str:
    """Say what a record is, in which language where it is a translation, and where it stands: the last to us alone."""
    shown = reader.find(record.item) if isinstance(record, Wording) else record
    told = [_((shown or record).label)]
    if isinstance(record, Wording) and record.language:
        told.append(own_name(record.language))
    above = beside(reader, record) if is_own(audience) else None
    if above is not None:
        told.append(title_of(above, reader))
    return "  ·  ".join(told)


def _focus(box: QWidget) -> QWidget:
    focused: QWidget | None = box.window().focusWidget()
    return box.window() if focused is None else focused
