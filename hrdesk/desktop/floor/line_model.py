"""The lines of one queue as a list shows them: a picture that changed changes the rows that changed, and no other."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hrdesk.desktop.floor.telling import NameOf, limit_words, second_line, speaker_name, spoken_line, state_words
from hrdesk.floor.picture import Line
from hrdesk.language.interface import _

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex

PLACE = Qt.ItemDataRole.UserRole + 1
"""The number in front."""
NAME = Qt.ItemDataRole.UserRole + 2
"""Who."""
UNDER = Qt.ItemDataRole.UserRole + 3
"""What stands faintly under it."""
STATE = Qt.ItemDataRole.UserRole + 4
"""The state by shape and word."""
LIMIT = Qt.ItemDataRole.UserRole + 5
"""The limit, or the time used."""
RECORD = Qt.ItemDataRole.UserRole + 6
"""The id of the request."""
CUT = Qt.ItemDataRole.UserRole + 7
"""The words that stand over the first who does not fit; empty for every other."""
IS_BEYOND = Qt.ItemDataRole.UserRole + 8
"""Whether the time ends before this line."""

Words = tuple[str, str, str, str, str, str]
Cut = tuple[int, int, int]


class LineModel(QAbstractListModel):
    """Lines in the order in which the floor will be given.

    A line that is the same object as before has not changed (see ``watch.with_known``); any other has.
    """

    def __init__(self, name_of: NameOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._lines: list[Line] = []
        self._words: dict[str, Words] = {}
        self._cut: Cut | None = None

    @property
    def lines(self) -> list[Line]:
        """Give the lines."""
        return self._lines

    def rowCount(self, parent: Index = NOWHERE()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the parts of a line, and the whole of it as one sentence to a screen reader."""
        row = index.row()
        if not 0 <= row < len(self._lines):
            return None
        line = self._lines[row]
        if PLACE <= role <= LIMIT:
            return self._worded(line)[role - PLACE]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._worded(line)[5]
        if role == RECORD:
            return line.speaker.request.id
        if role == CUT:
            return self._cut_words(row)
        if role == IS_BEYOND:
            return bool(line.place) and not line.fits
        return None

    def row_of(self, request: str) -> int:
        """Give the row of a request, -1 when it is not here."""
        return next((row for row, line in enumerate(self._lines) if line.speaker.request.id == request), -1)

    def show_lines(self, lines: Sequence[Line], counted: tuple[int, int] | None = None) -> None:
        """Show other lines; ``counted`` says how many fit and of how many, so that it is marked where the time ends."""
        before = {line.speaker.request.id: line for line in self._lines}
        after = {line.speaker.request.id: line for line in lines}
        self._take_out(after)
        if [one for one in after if one in before] != [line.speaker.request.id for line in self._lines]:
            self._put_in_order(after)
        self._put_in(lines)
        old_cut, self._cut = self._cut, self._cut_of(lines, counted)
        changed = []
        for row, line in enumerate(lines):
            known = before.get(line.speaker.request.id)
            if known is not line:
                self._words.pop(line.speaker.request.id, None)
                self._lines[row] = line
                if known is not None:
                    changed.append(row)
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))
        if old_cut != self._cut:
            for place in {told[0] for told in (old_cut, self._cut) if told and told[0] < len(self._lines)}:
                self.dataChanged.emit(self.index(place), self.index(place))

    def retranslate(self) -> None:
        """Say every word anew."""
        self._words.clear()
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def _take_out(self, after: dict[str, Line]) -> None:
        for row in range(len(self._lines) - 1, -1, -1):
            request = self._lines[row].speaker.request.id
            if request not in after:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._lines[row]
                self._words.pop(request, None)
                self.endRemoveRows()

    def _put_in_order(self, after: dict[str, Line]) -> None:
        """Let what is chosen go with its line to another place."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        requests = [self._lines[index.row()].speaker.request.id for index in held]
        here = {line.speaker.request.id: line for line in self._lines}
        self._lines = [here[one] for one in after if one in here]
        places = {line.speaker.request.id: row for row, line in enumerate(self._lines)}
        self.changePersistentIndexList(held, [self.index(places[one]) for one in requests])
        self.layoutChanged.emit()

    def _put_in(self, lines: Sequence[Line]) -> None:
        """Put what is new at its place; what stands one after another comes in at once."""
        row = 0
        while row < len(lines):
            here = self._lines[row].speaker.request.id if row < len(self._lines) else ""
            if lines[row].speaker.request.id == here:
                row += 1
                continue
            end = row
            while end < len(lines) and lines[end].speaker.request.id != here:
                end += 1
            self.beginInsertRows(QModelIndex(), row, end - 1)
            self._lines[row:row] = lines[row:end]
            self.endInsertRows()
            row = end

    @staticmethod
    def _cut_of(lines: Sequence[Line], counted: tuple[int, int] | None) -> Cut | None:
        """Give the row over which the time ends and the figures; nothing where all fit."""
        beyond = next((row for row, line in enumerate(lines) if not line.fits), -1)
        return (beyond, *counted) if beyond >= 0 and counted else None

    def _cut_words(self, row: int) -> str:
        if self._cut is None or row != self._cut[0]:
            return ""
        return _("The time ends here: {fit} of {all} fit", fit=str(self._cut[1]), all=str(self._cut[2]))

    def _worded(self, line: Line) -> Words:
        """Give the words of a line, made once: every paint asks for them."""
        request = line.speaker.request
        if request.id not in self._words:
            self._words[request.id] = (
                str(line.place) if line.place else "",
                speaker_name(line.speaker),
                second_line(line, self._name_of),
                state_words(request.state),
                limit_words(line),
                spoken_line(line, self._name_of),
            )
        return self._words[request.id]


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Give the first and the last of each run of rows that follow one another: a list hears of them at once."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
