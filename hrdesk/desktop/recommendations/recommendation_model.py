"""The recommendations as a list shows them, filtered in memory; what changes in one row keeps the others still."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from hrdesk.desktop.notes.cards import ASIDE, BODY, FOOT, RECORD, STRONG, Index
from hrdesk.desktop.widgets.beside import beside
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.language.folding import fold
from hrdesk.language.interface import _, plural_
from hrdesk.notes.terms import words_like
from hrdesk.recommendations.queries import RecommendationLine

TICKS = {"adopted": "✓", "adopted_ad_referendum": "(✓)"}
"""Stand before what is adopted, in brackets while the capitals have yet to confirm it."""


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to; an empty text narrows nothing."""

    words: str = ""
    status: str = ""
    area: str = ""
    sensitivity: str = ""
    gone: bool = False
    """Also those in whose place joined or split ones stand."""

    def fits(self, line: RecommendationLine) -> bool:
        """Tell whether a recommendation is wanted; words are looked for in its text, bodies, tags and theme."""
        held = line.recommendation
        if line.became and not self.gone:
            return False
        pairs = ((self.status, held.status), (self.area, held.area), (self.sensitivity, line.sensitivity))
        if any(wanted and wanted != found for wanted, found in pairs):
            return False
        if not self.words.strip():
            return True
        tags = (words_like(tag) for tag in line.tags)
        text = fold(" ".join((held.text or "", held.theme or "", *line.addressees, *tags, str(line.number))))
        return all(word in text for word in fold(self.words).split())


class RecommendationModel(QAbstractListModel):
    """Lines of recommendations in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[RecommendationLine] = []
        self._shown: list[RecommendationLine] = []
        self._wanted = Wanted()

    @property
    def lines(self) -> list[RecommendationLine]:
        """Give the lines that are shown."""
        return self._shown

    @property
    def every(self) -> list[RecommendationLine]:
        """Give all lines, shown or not."""
        return self._all

    @property
    def count(self) -> int:
        """Count all recommendations that stand, shown or not; with the others where they are wanted too."""
        return sum(1 for line in self._all if self._wanted.gone or not line.became)

    @property
    def gone(self) -> int:
        """Count those in whose place others stand."""
        return sum(1 for line in self._all if line.became)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the rows."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the parts of a card, and the whole of it as one sentence to a screen reader."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        line = self._shown[index.row()]
        match role:
            case _ if role == BODY:
                return line.recommendation.text or ""
            case _ if role == STRONG:
                return beside(str(line.number), status_word(line.recommendation.status), gap="   ")
            case _ if role == ASIDE:
                return beside(*_aside(line))
            case _ if role == FOOT:
                return beside(*line.addressees)
            case _ if role == RECORD:
                return line.recommendation.id
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                status = status_word(line.recommendation.status)
                return ", ".join((str(line.number), status, *_aside(line), line.recommendation.text or ""))
        return None

    def has_gone(self, record: str) -> bool:
        """Tell whether others stand in the place of a recommendation."""
        return any(line.became and line.recommendation.id == record for line in self._all)

    def lines_of(self, records: list[str]) -> list[RecommendationLine]:
        """Give the lines of some recommendations that are shown, in the order of the list."""
        return [line for line in self._shown if line.recommendation.id in records]

    def row_of(self, record: str) -> int:
        """Give the row of a recommendation, -1 when it is not shown."""
        return next((row for row, line in enumerate(self._shown) if line.recommendation.id == record), -1)

    def show_lines(self, lines: list[RecommendationLine]) -> bool:
        """Show other lines; tell whether the list was made anew, so that its selection is gone."""
        self._all = lines
        return self._narrow()

    def narrow(self, wanted: Wanted) -> bool:
        """Show only what is wanted; tell whether the list was made anew."""
        self._wanted = wanted
        return self._narrow()

    def retranslate(self) -> None:
        """Say every word anew."""
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def _narrow(self) -> bool:
        before, after = self._shown, [line for line in self._all if self._wanted.fits(line)]
        if [line.recommendation.id for line in before] == [line.recommendation.id for line in after]:
            self._shown = after
            for row, (old, new) in enumerate(zip(before, after, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return False
        self.beginResetModel()
        self._shown = after
        self.endResetModel()
        return True


def status_word(status: str | None) -> str:
    """Give the word of a status; what is adopted has a tick, so that it is told at a glance and not by colour."""
    word = choice_word(status or "", "status")
    return f"{TICKS[status]} {word}" if status in TICKS else word


def _aside(line: RecommendationLine) -> list[str]:
    told = [class_word(line.sensitivity)]
    if line.has_risen:
        told.append(_("⚠ a source was made stricter"))
    if line.recommendation.area:
        told.append(choice_word(line.recommendation.area, "area"))
    if line.notes:
        told.append(plural_("{number} note", "{number} notes", line.notes))
    if line.became:
        told.append(_("Split") if line.became == "split_from" else _("Joined"))
    return told
