"""Takes in a list of participants, or names in six languages: read, shown, corrected, and only then taken."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hrdesk.agenda.participants.importing import Known, Preview, preview, preview_file, preview_pasted, read_known
from hrdesk.desktop.agenda.participants_cells import ParticipantCells
from hrdesk.desktop.agenda.participants_columns import ColumnsBar
from hrdesk.desktop.agenda.participants_model import ALL, COLUMNS, ParticipantsModel, remark_of
from hrdesk.desktop.agenda.participants_names import NamesModel
from hrdesk.desktop.agenda.participants_source import Source
from hrdesk.desktop.agenda.participants_words import FILTERS, begin_words, names_words, people_words, taken_words
from hrdesk.desktop.shell.taking_page import TakingPage
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.language.interface import _, plural_

WIDTHS = {"name": 200, "honorific": 125, "function": 190, "delegation": 220, "category": 130, "gender": 90}
ROW_HEIGHT = 30
BAR_HEIGHT = 96
"""Pixels."""


class ParticipantsPage(TakingPage):
    """Stands where the outline stands."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._preview: Preview | None = None
        self._heading = QLabel(self)
        self._heading.setWordWrap(True)
        self._people: ParticipantsModel = ParticipantsModel(self)
        self._names: NamesModel = NamesModel(self)
        self._source = Source(self)
        self._source.given.connect(self.read_pasted)
        self._source.file_requested.connect(self.choose_file)
        self._columns = ColumnsBar(self)
        self._columns.changed.connect(self._on_columns)
        self._only = ListBox(self)
        self._only.setMinimumContentsLength(16)
        self._only.activated.connect(self._on_only)
        self._all, self._none = QPushButton(self), QPushButton(self)
        self._other, self._take, self._back = QPushButton(self), QPushButton(self), QPushButton(self)
        self._all.clicked.connect(lambda: self._people.tick_shown(taken=True))
        self._none.clicked.connect(lambda: self._people.tick_shown(taken=False))
        self._other.clicked.connect(lambda: self.begin())
        self._take.clicked.connect(lambda: self.take())
        self._back.clicked.connect(self.left)
        self._table = QTableView(self)
        self._remark = QLabel(self)
        self._remark.setWordWrap(True)
        self._shown = QWidget(self)
        self._bar = QScrollArea(self._shown)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.begin()
        self.retranslate()
        for model in (self._people, self._names):
            model.counted.connect(self._show_state)

    @property
    def is_begun(self) -> bool:
        """Tell whether a list is shown that nobody has taken yet."""
        return self._preview is not None

    def begin(self) -> None:
        """Ask for a list."""
        self._give_up()
        self._preview = None
        self._source.field.clear()
        self._stack.setCurrentWidget(self._source)
        self.setFocusProxy(self._source)
        self._source.setFocus()
        self._show_state()

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        kinds = _("Tables and documents") + " (*.csv *.tsv *.txt *.xlsx *.xlsm *.docx)"
        name, _kind = QFileDialog.getOpenFileName(self, _("Take in participants"), "", kinds)
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Read a file in another thread and show what was understood."""
        self._read(lambda known: preview_file(path, known))

    def read_pasted(self, text: str) -> None:
        """Understand what was pasted, in another thread."""
        name = _("What was pasted")
        self._read(lambda known: preview_pasted(text, name, known))

    def show_preview(self, found: Preview) -> None:
        """Show what was understood."""
        self._preview = found
        if found.names is None:
            self._people.show_rows(found.reading.rows, found.known)
            self._columns.show_columns(found.reading.columns, found.reading.headings)
        else:
            self._names.show_names(found.names, found.known)
        self._show_model(self._people if found.names is None else self._names)
        if self._stack.currentWidget() is not self._shown:
            self._stack.setCurrentWidget(self._shown)
            self.setFocusProxy(self._table)
            self._table.setFocus()
        self._fit_bar()
        self._show_state()

    def give(self) -> None:
        """Hand over what was pasted."""
        self._source.give()

    def take(self) -> None:
        """Take what is ticked, in one step."""
        if self._preview is None or not self._take.isEnabled():
            return
        command = "take-names" if self._preview.names is not None else "take-participants"
        found = self._names.taken if self._preview.names is not None else self._people.handed_over()
        self._take.setEnabled(False)
        self._take.setText(_("Taking in …"))
        self._workplace.keep(command, {"found": found}, self._on_taken, lambda _error: self._show_state())

    def retranslate(self) -> None:
        """Set every word anew."""
        self._other.setText(_("Another &list…"))
        self._back.setText(_("&Back, take nothing"))
        self._all.setText(_("Tick all that are shown"))
        self._none.setText(_("Untick all that are shown"))
        self._only.setAccessibleName(_("Which rows are shown"))
        self._table.setAccessibleName(_("What was understood"))
        for part in (self._source, self._columns, self._people, self._names):
            part.retranslate()
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns begin new rows where the width ends."""
        super().resizeEvent(event)
        self._fit_bar()

    def _read(self, read: Callable[[Known], Preview]) -> None:
        self._heading.setText(_("Reading the list …"))
        self._start(lambda reader: read(read_known(reader)), self.show_preview)

    def _on_columns(self, columns: tuple[str, ...]) -> None:
        if self._preview is not None:
            self.show_preview(preview(self._preview.table, self._preview.known, columns))

    def _on_only(self, _place: int) -> None:
        self._people.show_only(str(self._only.currentData()))

    def _on_taken(self, result: dict[str, int]) -> None:
        self._workplace.kept.emit(taken_words(result))
        self.begin()
        self.left.emit()

    def _show_remark(self) -> None:
        """Say below the table all that is to be said of the row at the cursor, which a narrow column cuts short."""
        at = self._table.currentIndex()
        is_person = at.isValid() and self._table.model() is self._people
        self._remark.setText(remark_of(self._people.row_at(at)) if is_person else "")

    def _fit_bar(self) -> None:
        height = self._columns.heightForWidth(self._bar.viewport().width())
        self._bar.setFixedHeight(min(BAR_HEIGHT, max(height, 1)))

    def _show_state(self) -> None:
        self._show_remark()
        self._other.setVisible(self.is_begun)
        self._take.setVisible(self.is_begun)
        if self._preview is None:
            self._heading.setText(begin_words())
            return
        if self._preview.names is not None:
            self._heading.setText(names_words(self._preview.names))
            taken = len(self._names.taken)
        else:
            counts = self._people.counts()
            self._heading.setText(people_words(self._preview.reading, counts[ALL]))
            self._show_filters({kind: str(counts[kind]) for kind in FILTERS})
            taken = self._people.ticked
        self._take.setText(plural_("&Take {number} row", "&Take {number} rows", taken))
        self._take.setEnabled(taken > 0)

    def _show_filters(self, numbers: dict[str, str]) -> None:
        chosen = self._only.currentData() or ALL
        self._only.clear()
        for kind, words in FILTERS.items():
            self._only.addItem(_(words, number=numbers[kind]), kind)
        self._only.setCurrentIndex(self._only.findData(chosen))

    def _show_model(self, model: ParticipantsModel | NamesModel) -> None:
        is_people = isinstance(model, ParticipantsModel)
        for part in (self._bar, self._only, self._all, self._none):
            part.setVisible(is_people)
        self._remark.setVisible(is_people)
        if self._table.model() is not model:
            self._table.setModel(model)
            self._table.selectionModel().currentChanged.connect(self._show_remark)
        for at in range(model.columnCount() - (1 if is_people else 0)):
            self._table.setColumnWidth(at, WIDTHS[COLUMNS[at]] if is_people else WIDTHS["delegation"])
        if model.rowCount() and not self._table.currentIndex().isValid():
            self._table.setCurrentIndex(model.index(0, 0))

    def _lay_out(self) -> None:
        self._table.setItemDelegate(ParticipantCells(self._table))
        triggers = QAbstractItemView.EditTrigger
        self._table.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        self._table.setAlternatingRowColors(True)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.horizontalHeader().setHighlightSections(False)
        rows = self._table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._bar.setWidget(self._columns)
        self._bar.setWidgetResizable(True)
        self._bar.setFrameShape(QScrollArea.Shape.NoFrame)
        self._bar.setMaximumHeight(BAR_HEIGHT)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar)
        above = QHBoxLayout()
        for part in (self._only, self._all, self._none):
            above.addWidget(part)
        above.addStretch(1)
        column.addLayout(above)
        column.addWidget(self._table, 1)
        column.addWidget(self._remark)
        self._stack.addWidget(self._source)
        self._stack.addWidget(self._shown)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        for button in (self._back, self._other, self._take):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
