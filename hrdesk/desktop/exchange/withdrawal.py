"""The section of what must vanish: a testimony is found and withdrawn; desks that have not heard of it are listed."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.conflict_words import kind_word
from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.exchange.withdrawal_reached import show_reaches
from hrdesk.desktop.exchange.withdrawal_words import outlook_lines
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.exchange.queries import title_of
from hrdesk.exchange.reaching import Reach, reaches
from hrdesk.exchange.withdrawing import WITHDRAWABLE, Concerned, Outlook, consent_taken_back, late, outlook
from hrdesk.language import N_
from hrdesk.language.interface import _, context_, plural_
from hrdesk.records.trail import CAUSES
from hrdesk.store.finding import find
from hrdesk.store.reading import Reader

REST = 250
"""Milliseconds of rest while somebody types what to look for."""
_FOUND = 30
_TITLE = 80


class Due(NamedTuple):
    """What waits for a person: notes whose speaker took the consent back, lines that came late, desks not reached."""

    offered: tuple[Concerned, ...] = ()
    late: tuple[Concerned, ...] = ()
    reaches: tuple[Reach, ...] = ()


class Withdrawing(Section):
    """Nothing is withdrawn before the word is typed: it is the one thing here that nobody can take back."""

    TITLE = N_("Withdraw")
    COUNTS = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._due = Due()
        self._found: tuple[Concerned, ...] = ()
        self._outlook: Outlook | None = None
        self._is_busy = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._words, self._late_words, self._reach_words, self.told = (QLabel(self) for _label in range(4))
        self.wanted, self.typed = QLineEdit(self), QLineEdit(self)
        self.found, self.reached = Log(self), Log(self)
        self.cause, self.with_parts = QComboBox(self), QCheckBox(self)
        self._what = QLabel(self)
        self._cause_label, self._typed_label = QLabel(self), QLabel(self)
        self.withdraw, self.withdraw_late = QPushButton(self), QPushButton(self)
        self._form = QWidget(self)
        self._lay_out()
        self.wanted.textChanged.connect(lambda _text: self._rest.start())
        self._rest.timeout.connect(self._search)
        self.found.currentItemChanged.connect(lambda _now, _before: self._look())
        self.typed.textChanged.connect(lambda _text: self._tell())
        self.typed.returnPressed.connect(self.do_withdraw)
        self.withdraw.clicked.connect(self.do_withdraw)
        self.withdraw_late.clicked.connect(self.do_withdraw_late)
        self.setFocusProxy(self.wanted)
        self.retranslate()

    def refresh(self) -> None:
        """Read anew what waits."""
        device, known = self.workplace.desk.file.device, self._due.reaches
        is_seen = self.isVisible()  # who is reached asks for the whole journal: only where somebody looks

        def read(reader: Reader) -> Due:
            notes = [note for _person, held in consent_taken_back(reader) for note in held]
            offered = [Concerned(note.kind, note.id, title_of(note)) for note in notes]
            return Due(tuple(offered), tuple(late(reader)), tuple(reaches(reader, device)) if is_seen else known)

        self.ask(read, self._on_read)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew: who is reached is not read as long as nobody looks."""
        self._is_due = True
        super().showEvent(event)

    def show_item(self, record: str) -> None:
        """Show one record as what is to be withdrawn; for whoever comes here from another room."""
        self.wanted.clear()
        self._rest.stop()

        def read(reader: Reader) -> tuple[Concerned, ...]:
            held = reader.find(record)
            return (Concerned(held.kind, record, title_of(held)),) if held else ()

        self._on_found(self.workplace.ask(read))

    def do_withdraw(self) -> None:
        """Withdraw the chosen record, once the word is typed."""
        seen = self._outlook
        if seen is None or not self._is_confirmed() or self._is_busy:
            return
        arguments = {"cause": str(self.cause.currentData()), "with_parts": self.with_parts.isChecked()}
        self._run(
            "withdraw",
            {"item": seen.item.record, **arguments},
            lambda: _("✓ Withdrawn. Other desks hear of it with the next bundle."),
        )

    def do_withdraw_late(self) -> None:
        """Withdraw all that came late of what had been withdrawn."""
        if self._due.late and not self._is_busy:
            self._run("withdraw-late", {}, lambda: _("✓ Withdrawn."))

    def retranslate(self) -> None:
        """Set every word anew."""
        self._words.setText(
            _(
                "What somebody said is taken out of this desk, its search and its backups, and out of every desk that"
                " takes in a later bundle. It cannot be taken back."
            )
        )
        self.wanted.setPlaceholderText(_("Words of what is to be withdrawn"))
        self.wanted.setAccessibleName(self.wanted.placeholderText())
        self._cause_label.setText(_("Because"))
        self.with_parts.setText(_("With its translations and what else repeats it"))
        self.withdraw.setText(_("Withdraw for ever"))
        self.withdraw_late.setText(_("Withdraw what came late"))
        self._typed_label.setText(_("Type “{word}” to confirm", word=_word()))
        self.typed.setAccessibleName(self._typed_label.text())
        held = self.cause.currentData()
        self.cause.clear()
        for cause in CAUSES:
            self.cause.addItem(choice_word(cause, "cause"), cause)
        self.cause.setCurrentIndex(max(self.cause.findData(held), 0))
        self._show_found()
        self._show_due()
        self._tell()

    def _run(self, command: str, arguments: dict[str, Any], said: Callable[[], str]) -> None:
        """Run a command that writes the whole file anew, beside the window."""
        desk, held = self.workplace.desk, self.workplace.commands[command]
        self._is_busy = True
        self.told.setText(_("Withdrawing… please wait."))
        self._tell()

        def done(_result: object) -> None:
            self._is_busy = False
            self._outlook = None
            self.typed.clear()
            self.wanted.clear()
            self._on_found(())
            self.told.setText(said())
            self.refresh()

        def failed(error: Exception) -> None:
            self._is_busy = False
            self.told.clear()
            self._tell()
            self.workplace.refused.emit(error)

        self.start(lambda: desk.run(held, started_by=self, **arguments), done, failed)

    def _search(self) -> None:
        words = self.wanted.text().strip()
        if not words:
            self._on_found(())
            return
        desk = self.workplace.desk

        def work() -> tuple[Concerned, ...]:
            with desk.reader() as reader:
                found = find(reader, words, "confidential", kinds=WITHDRAWABLE, typing=True)
            return tuple(Concerned(one.kind, one.record, one.text) for one in found[:_FOUND])

        def shown(told: tuple[Concerned, ...]) -> None:
            if self.wanted.text().strip() == words:
                self._on_found(told)

        self.start(work, shown, self.workplace.refused.emit)

    def _on_read(self, due: Due) -> None:
        self._due = due
        self.count(len(due.offered) + len(due.late) + sum(1 for one in due.reaches if one.not_yet))
        self._show_due()
        if not self._found:
            self._show_found()
        self._tell()

    def _on_found(self, found: tuple[Concerned, ...]) -> None:
        self._found = found
        self._show_found()
        self._look()

    def _show_found(self) -> None:
        shown = self._found or (self._due.offered if not self.wanted.text().strip() else ())
        is_offer = bool(shown) and not self._found
        heading = _("Their speakers took the consent back") if is_offer else _("Record")
        self.found.setVisible(bool(shown))
        self.found.show_rows(
            heading,
            (heading,),
            [(_("{what}: {text}", what=kind_word(one.kind), text=shortened(one.title, _TITLE)),) for one in shown],
            (),
            [one.record for one in shown],
        )

    def _look(self) -> None:
        record = self.found.key if self.found.isVisibleTo(self) else None
        self.typed.clear()
        self._outlook = self.workplace.ask(lambda reader: outlook(reader, record)) if record else None
        self._tell()

    def _is_confirmed(self) -> bool:
        return self.typed.text().strip().casefold() == _word().casefold()

    def _tell(self) -> None:
        seen = self._outlook
        self._form.setVisible(seen is not None)
        self.withdraw.setEnabled(seen is not None and self._is_confirmed() and not self._is_busy)
        self.withdraw_late.setEnabled(not self._is_busy)
        self.told.setVisible(bool(self.told.text()))
        if seen is None:
            return
        self._what.setText("\n".join(outlook_lines(seen)[:12]))

    def _show_due(self) -> None:
        count = len(self._due.late)
        self._late_words.setText(
            plural_(
                "⚠ Lines of {number} withdrawn record came late.",
                "⚠ Lines of {number} withdrawn records came late.",
                count,
            )
        )
        for widget in (self._late_words, self.withdraw_late):
            widget.setVisible(bool(count))
        found = self._due.reaches
        self._reach_words.setText(
            _("Desks that must hear of it; one is reached when a bundle of its own shows it.")
            if found
            else _("✓ No desk has to hear of anything.")
        )
        show_reaches(self.reached, found)

    def _lay_out(self) -> None:
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        self._cause_label.setBuddy(self.cause)
        self._typed_label.setBuddy(self.typed)
        form.addRow(self._what)
        form.addRow(self._cause_label, self.cause)
        form.addRow(self.with_parts)
        form.addRow(self._typed_label, self.typed)
        line = FlowLayout()
        line.addWidget(self.withdraw)
        form.addRow(line)
        self.with_parts.setChecked(True)
        for label in (self._words, self._late_words, self._reach_words, self.told, self._what):
            label.setWordWrap(True)
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._reach_words.setBuddy(self.reached)
        self.found.fit_rows()
        self.reached.fit_rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._words, self.wanted, self.found, self._form, self.told, self._late_words):
            layout.addWidget(widget)
        layout.addWidget(self.withdraw_late, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._reach_words)
        layout.addWidget(self.reached)
        layout.addStretch(1)


def _word() -> str:
    """Give the word that is typed to confirm, in the language of the person."""
    return context_("typed to confirm that something vanishes for ever", "withdraw")
