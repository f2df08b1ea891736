"""Records that may stand twice for one thing: shown with the reasons, joined by a person, never by the name alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.conflict_words import kind_word
from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.shell.action import undo_key
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.exchange.duplicates import REASONS, Suspicion
from hrdesk.language.interface import _, context_, plural_


class Twice(QWidget):
    """``record_requested`` carries kind and record."""

    record_requested = Signal(str, str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._found: list[Suspicion] = []
        self._words, self._question = QLabel(self), QLabel(self)
        self.list = Log(self)
        self.list.fit_rows()
        self.join, self.apart, self.keep_first, self.keep_second, self.back = (
            QPushButton(self) for _button in range(5)
        )
        self._lay_out()
        self.list.opened.connect(self._on_opened)
        self.list.currentItemChanged.connect(lambda _now, _before: self._ask(asked=False))
        self.join.clicked.connect(lambda: self._ask(asked=True))
        self.apart.clicked.connect(self._keep_apart)
        self.keep_first.clicked.connect(lambda: self._join(first_stays=True))
        self.keep_second.clicked.connect(lambda: self._join(first_stays=False))
        self.back.clicked.connect(lambda: self._ask(asked=False))
        self.setFocusProxy(self.list)
        self.retranslate()

    def show_found(self, found: list[Suspicion]) -> None:
        """Show other pairs."""
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        count = len(self._found)
        told = plural_(
            "{number} pair may be one and the same. Nothing is joined by itself; Enter goes to the first of the two.",
            "{number} pairs may be one and the same. Nothing is joined by itself; Enter goes to the first of the two.",
            count,
        )
        self._words.setText(told if count else _("✓ Nothing seems to stand here twice."))
        self.join.setText(_("Join the two…"))
        self.apart.setText(_("&Not the same"))
        self.back.setText(_("Leave them apart"))
        self.list.setVisible(bool(count))
        self.list.show_rows(
            _("Possible duplicates"),
            (_("Record"), _("And"), _("Because of")),
            [(_named(one, one.first_title), shortened(one.second_title, 50), _reasons(one)) for one in self._found],
            (),
            [(one.first, one.second) for one in self._found],
        )
        self._ask(asked=False)

    def _pair(self) -> Suspicion | None:
        key = self.list.key
        return next((one for one in self._found if (one.first, one.second) == key), None)

    def _ask(self, *, asked: bool) -> None:
        """Ask which of the two stays; the question stands under the list instead of in a dialog."""
        pair = self._pair()
        for button in (self.join, self.apart):
            button.setVisible(pair is not None and not asked)
        for widget in (self._question, self.keep_first, self.keep_second, self.back):
            widget.setVisible(asked and pair is not None)
        if pair is None:
            return
        self._question.setText(
            _("Which of the two stays? The other is deleted, and what refers to it will refer to the one that stays.")
        )
        self.keep_first.setText(_("Keep “{name}”", name=shortened(pair.first_title, 40)))
        self.keep_second.setText(_("Keep “{name}”", name=shortened(pair.second_title, 40)))
        if asked:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _join(self, *, first_stays: bool) -> None:
        pair = self._pair()
        if pair is None:
            return
        stays, goes = (pair.first, pair.second) if first_stays else (pair.second, pair.first)
        if self._workplace.run("join-records", survivor=stays, other=goes) is not None:
            self._workplace.kept.emit(_("Joined. Undo takes them apart again."))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_apart(self) -> None:
        pair = self._pair()
        if pair is not None and self._workplace.run("keep-apart", first=pair.first, second=pair.second) is not None:
            self._workplace.kept.emit(_("Settled. {key} takes it back.", key=undo_key(self._workplace.settings.keys)))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, _key: object) -> None:
        pair = self._pair()
        if pair is not None:
            self.record_requested.emit(pair.kind, pair.first)

    def _lay_out(self) -> None:
        for label in (self._words, self._question):
            label.setWordWrap(True)
        self._words.setBuddy(self.list)
        line = QHBoxLayout()
        for button in (self.join, self.apart, self.keep_first, self.keep_second, self.back):
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._words, self.list, self._question):
            layout.addWidget(widget)
        layout.addLayout(line)


def _named(one: Suspicion, title: str) -> str:
    return _("{what}: {text}", what=kind_word(one.kind), text=shortened(title, 50))


def _reasons(one: Suspicion) -> str:
    told = context_("between the parts of a list", ", ").join(_(REASONS[reason]) for reason in one.reasons)
    return _("{reasons} (the name alone)", reasons=told) if one.is_weak else told
