"""What a returned draft proposes, as cards: who, on which text, what it would read, and what is to be known of it."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from hrdesk.agenda.participants.vocabulary import name_of
from hrdesk.desktop.notes.cards import ASIDE, BODY, FOOT, RECORD, STRONG, Index
from hrdesk.desktop.widgets.beside import beside
from hrdesk.desktop.widgets.difference_html import difference_html
from hrdesk.language import RIGHT_TO_LEFT
from hrdesk.language.difference import difference
from hrdesk.language.interface import _, current
from hrdesk.recommendations.returned_changes import WHYS, Aside, ReturnedChange


class ReturnedModel(QAbstractListModel):
    """The cards, in the order of the draft."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.changes: list[ReturnedChange] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the proposals."""
        return 0 if parent.isValid() else len(self.changes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the parts of a card, and the whole of it as one sentence to a screen reader."""
        one = self.changes[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(one)
        return {
            STRONG: head_of(one),
            ASIDE: beside(*notices_of(one)),
            BODY: text_of(one),
            RECORD: one.id,
            FOOT: None,
        }.get(role)

    def spoken(self, one: ReturnedChange) -> str:
        """Give a proposal as one sentence to a screen reader."""
        return ", ".join((head_of(one), *notices_of(one), text_of(one)))

    def show_changes(self, changes: Sequence[ReturnedChange]) -> None:
        """Show other proposals."""
        self.beginResetModel()
        self.changes = list(changes)
        self.endResetModel()

    def row_of(self, change: str) -> int:
        """Give the row of a proposal; -1 where it is not shown."""
        return next((row for row, one in enumerate(self.changes) if one.id == change), -1)


def head_of(one: ReturnedChange) -> str:
    """Say on which text a proposal is, and by whom."""
    if one.kind == "new":
        return _("New recommendation: {proposer}", proposer=proposer_of(one))
    number = str(one.number)  # as text it is isolated, and the line led: else it would read from the left in Arabic
    if one.kind == "comment":
        return _("{number}. Comment: {proposer}", number=number, proposer=proposer_of(one))
    return _("{number}. {proposer}", number=number, proposer=proposer_of(one))


def proposer_of(one: ReturnedChange) -> str:
    """Name who proposed something, a delegation by its name in the language of the window."""
    if one.delegation:
        return name_of(one.delegation, current().language) or one.author
    if one.is_hidden:
        return _("a protected person")
    return one.author or _("not tracked, by an unknown person")


def notices_of(one: ReturnedChange) -> tuple[str, ...]:
    """Say what a person must know of a proposal before it is taken in."""
    others = ", ".join(name for name in one.stands_on if name)
    told = (
        (one.is_taken_in, _("✓ taken in")),
        (one.is_outdated, _("⚠ the text has moved on")),
        (one.is_found_by_words, _("found by its words")),
        (
            bool(one.stands_on),
            _("with the changes of {authors}", authors=others),
        ),
        (one.names_protected, _("⚠ a name of a protected person seems to stand in it")),
    )
    return tuple(words for holds, words in told if holds)


def text_of(one: ReturnedChange) -> str:
    """Give the text that is proposed."""
    return one.text or _("The whole text would go.")


def change_html(one: ReturnedChange) -> str:
    """Write a proposal: what goes out is struck through, what comes in is underlined, a comment under the text."""
    side = 'dir="rtl" align="right"' if one.language in RIGHT_TO_LEFT else 'dir="ltr" align="left"'
    head = f"<p><b>{escape(beside(head_of(one), *notices_of(one)))}</b></p>"
    if one.kind == "comment":
        return f"{head}<p {side}>{_lined(one.base)}</p><p><i>{_lined(one.text)}</i></p>"
    return f"{head}<p {side}>{difference_html(difference(one.base, one.text))}</p>"


def asides_html(asides: Sequence[Aside]) -> str:
    """Write what no proposal can be made of, so that a person reads it here."""
    if not asides:
        return ""
    rows = "".join(f"<li>{escape(beside(_(WHYS[one.why]), one.author))}<br>{_lined(one.text)}</li>" for one in asides)
    title = _("Read these; they are not taken in:")
    return f"<p><b>{escape(title)}</b></p><ul>{rows}</ul>"


def _lined(text: str) -> str:
    return escape(text).replace("\n", "<br>")
