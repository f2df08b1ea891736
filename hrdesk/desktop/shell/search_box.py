"""Search over the window: a line, the results under it while one types, and Enter goes to the record in its room."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from hrdesk.desktop.shell.result_list import Result, ResultList
from hrdesk.desktop.shell.search_filters import SearchFilters
from hrdesk.desktop.shell.way import beside, way_to
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.ticked_button import TickedButton
from hrdesk.desktop.widgets.titles import title_of
from hrdesk.language.interface import _, plural_
from hrdesk.language.names import own_name
from hrdesk.records import KINDS, Record, Wording
from hrdesk.records.disclosure import is_own
from hrdesk.store.finding import MOST, Found, find
from hrdesk.store.narrowing import EVERYTHING, Narrowing
from hrdesk.store.offers import Offers, read_offers
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
        self.narrow = TickedButton(self)
        self.narrow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.narrow.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.filters = SearchFilters(self)
        self.filters.hide()
        self.wanted = QLabel(self)
        self.wanted.setWordWrap(True)
        self.wanted.hide()
        self.results = ResultList(self)
        self.results.itemClicked.connect(lambda _item: self._go())
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask)
        self.line.textChanged.connect(self._on_text)
        self.narrow.toggled.connect(self._on_narrow)
        self.filters.changed.connect(self._on_filters)
        first = QHBoxLayout()
        first.addWidget(self.line, 1)
        first.addWidget(self.narrow)
        layout = QVBoxLayout(self)
        layout.addLayout(first)
        for part in (self.filters, self.wanted, self.results, self.told):
            layout.addWidget(part)
        layout.setStretchFactor(self.results, 1)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
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
        self.filters.clear()
        self.filters.offer(Offers())
        self.narrow.setChecked(False)

    def look_anew(self) -> None:
        """Forget what was found for other eyes, and ask again."""
        self._asked += 1
        self.results.clear()
        self.filters.offer(Offers())
        if self.isVisible():
            self._ask_what_there_is()
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
        self._ask_what_there_is()
        self._ask()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.line.setPlaceholderText(_("Search the desk"))
        self.line.setAccessibleName(_("Search the desk"))
        self.results.setAccessibleName(_("What was found"))
        self.narrow.say(_("Narrow"))
        self.narrow.setToolTip(_("Only of a session, a speaker, a kind, a class, a tag or a time"))
        self.filters.retranslate()
        self._say_what_is_wanted()
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
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in the lists closes the box as it does in the line; Enter goes from them back to the line."""
        if event.key() == Qt.Key.Key_Escape:
            self._close(self._back)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.filters.isAncestorOf(self.focusWidget()):
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Leaving the box for another part of the window closes it; its own lists, which open over it, do not."""
        if now is not None and self.isVisible() and now.window() is self.window() and not self.isAncestorOf(now):
            self._close(None)

    def _on_narrow(self, is_open: bool) -> None:
        if not is_open and self.isVisible():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)  # before the lists go, or the focus leaves the box
        self.filters.setVisible(is_open)
        self._say_what_is_wanted()
        if is_open:
            self.filters.session.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_filters(self) -> None:
        self._say_what_is_wanted()
        if self.isVisible():
            self._ask()

    def _say_what_is_wanted(self) -> None:
        """While the lists are closed, say in one line what they want, so that nobody wonders what is missing."""
        told = self.filters.told
        self.wanted.setText(_("Only: {filters}", filters=told) if told else "")
        self.wanted.setVisible(bool(told) and not self.filters.isVisibleTo(self))

    def _ask_what_there_is(self) -> None:
        if self._workplace is None:
            return
        workplace, audience = self._workplace, self._workplace.hall.audience

        def on_offers(offers: Offers) -> None:
            if self._workplace is workplace and workplace.hall.audience == audience:
                self.filters.offer(offers)

        workplace.read(lambda reader: read_offers(reader, audience), on_offers)

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
        audience, (kinds, narrowing) = self._workplace.hall.audience, self.filters.wanted
        self._workplace.read(
            lambda reader: look(reader, words, audience, kinds, narrowing), lambda found: self._on_found(asked, found)
        )

    def _on_found(self, asked: int, found: list[Result]) -> None:
        if asked != self._asked or not self.isVisible():
            return
        self.results.show_results(found)
        if len(found) >= MOST:
            self.told.setText(_("The best {number} are shown; more words find less.", number=str(MOST)))
        elif found:
            self.told.setText(plural_("{number} record found.", "{number} records found.", len(found)))
        elif self.filters.told:
            self.told.setText(_("Nothing was found among what is wanted; there may be more without the filters."))
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


def look(
    reader: Reader,
    words: str,
    audience: str,
    kinds: tuple[str, ...] | None = None,
    narrowing: Narrowing = EVERYTHING,
) -> list[Result]:
    """Find ``words`` for an audience and say of each result what it is and where it stands; for another thread."""
    found = find(reader, words, audience, kinds=kinds, narrowing=narrowing, typing=True)
    return [_result(reader, one, audience) for one in found]


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
