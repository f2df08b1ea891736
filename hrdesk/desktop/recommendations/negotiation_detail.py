"""One proposal looked at closely: what it changes word by word, and what can be decided on it, each by a key."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.recommendations.negotiation_rows import Deed, Row
from hrdesk.desktop.widgets.beside import beside
from hrdesk.desktop.widgets.difference_html import difference_html
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.prose import Prose
from hrdesk.language import RIGHT_TO_LEFT
from hrdesk.language.difference import difference
from hrdesk.language.interface import _

NEITHER = "0"
"""The choice at an open place by which nothing of it stays."""


class NegotiationDetail(QWidget):
    """Shows one row. ``decided`` carries a command and what it is told."""

    decided = Signal(str, dict)

    def __init__(self, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._offered = ""
        self._row: Row | None = None
        self._now = self._record = ""
        self._deeds: tuple[Deed, ...] = ()
        self.buttons: list[QPushButton] = []
        self.choices: list[ListBox] = []
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.RichText)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._moved = QLabel(self)
        self._moved.setWordWrap(True)
        self.final = Prose(self, fewest=3, most=8)
        self.final.textChanged.connect(self._on_typed)
        self._pieces = QWidget(self)
        self._form = QFormLayout(self._pieces)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._bar = QWidget(self)
        self._buttons = FlowLayout(self._bar, gap=6)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        for part in (self.told, self._moved, self.final, self._pieces):
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._bar)
        self.show_row(None, "", "")

    @property
    def row(self) -> Row | None:
        """Give the row that is shown."""
        return self._row

    def show_row(self, row: Row | None, record: str, now: str) -> None:
        """Show a row of a recommendation whose text is ``now``; a final wording that is being made stays."""
        is_same = row is not None and self._row is not None and row.key == self._row.key and record == self._record
        if is_same and row == self._row and now == self._now:
            return
        is_untouched = not is_same or self.final.text() == self._offered
        self._row, self._record, self._now = row, record, now
        if is_untouched:
            self._offered = now if row is not None and row.needs_final else ""
            self.final.setText(self._drafts.held(self._place()) or self._offered if self._offered else "")
        self._fill()

    def retranslate(self) -> None:
        """Set the words anew."""
        self._fill()

    def take(self, key: int) -> bool:
        """Do what a plain key asks for; False where it asks for nothing here."""
        found = next((deed for deed in self._deeds if key in deed.keys), None)
        if found is None:
            return False
        self._do(found)
        return True

    def taken(self) -> None:
        """Hear that it was decided: the wording that was made is kept elsewhere now."""
        if self._drafts.held(self._place()):
            self._drafts.drop(self._place())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter does what comes first, with the final wording where there is one."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._deeds:
            self._do(self._deeds[0], is_final=True)
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        row = self._row
        self.told.setText(_as_html(row) if row is not None else "")
        spoken = ", ".join(part for part in (row.head, *row.aside, row.text) if part) if row is not None else ""
        self.told.setAccessibleName(spoken or _("Nothing is chosen"))
        is_outdated = row is not None and row.is_outdated and row.is_open
        needs_final = row is not None and row.needs_final
        self._moved.setText(
            _("⚠ The text has moved on since this was proposed. Make the final wording; Ctrl+Enter applies it.")
        )
        self._moved.setVisible(is_outdated)
        self.final.setVisible(needs_final)
        self.final.setAccessibleName(_("Final wording"))
        self._fill_pieces()
        self._deeds = row.deeds if row is not None else ()
        for button in self.buttons:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(deed) for deed in self._deeds]
        self._bar.setVisible(bool(self.buttons))

    def _fill_pieces(self) -> None:
        """Offer for each pair of brackets what stands in it."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self.choices = []
        for number, offered in enumerate(self._row.pieces if self._row is not None else (), 1):
            box = ListBox(self._pieces)
            box.addItem(_("Leave it open"), "")
            for place, words in enumerate(offered, 1):
                box.addItem(words, str(place))
            box.addItem(_("None of it"), NEITHER)
            title = _("Bracket {number}", number=number)
            box.setAccessibleName(title)
            self._form.addRow(title, box)
            self.choices.append(box)
        self._pieces.setVisible(bool(self.choices))

    def _place(self) -> str:
        return f"final:{self._row.key if self._row is not None else ''}"

    def _on_typed(self) -> None:
        """Keep the wording that is being made as a draft; the text as it stands is none."""
        if self._row is not None and self.final.hasFocus():
            typed = self.final.text()
            self._drafts.hold(self._place(), typed if typed != self._offered else "")

    def _button(self, deed: Deed) -> QPushButton:
        button = QPushButton(deed.word, self._bar)
        button.setToolTip(deed.key_words)
        button.clicked.connect(self._doer(deed))
        self._buttons.addWidget(button)
        button.show()
        return button

    def _doer(self, deed: Deed) -> Callable[[], None]:
        return lambda: self._do(deed, is_final=True)

    def _do(self, deed: Deed, *, is_final: bool = False) -> None:
        """Do it; an amendment to a text that has moved on needs its final wording first."""
        told: dict[str, object] = dict(deed.told)
        if deed.asks_for_final:
            if not is_final or not self.final.text().strip():
                self.final.setFocus()
                return
            told["text"] = self.final.text().strip()
        if deed.asks_for_choices:
            told["choices"] = [str(box.currentData()) for box in self.choices]
        self.decided.emit(deed.command, told)


def _as_html(row: Row) -> str:
    """Write what a row changes: what goes out is struck through, what comes in is underlined."""
    side = 'dir="rtl" align="right"' if row.language in RIGHT_TO_LEFT else 'dir="ltr" align="left"'
    head = escape(beside(row.head, *row.aside))
    body = difference_html(difference(*row.change)) if row.change else escape(row.text).replace("\n", "<br>")
    foot = f"<p>{escape(row.foot)}</p>" if row.foot else ""
    return f"<p><b>{head}</b></p><p {side}>{body}</p>{foot}"
