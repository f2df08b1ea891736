"""The section of the desks: the roll-call, how each device stands here, its six words, and what is decided about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desk import Desk
from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.exchange.revoking import Revoking
from hrdesk.desktop.exchange.roll_table import RollTable
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.errors import Refused
from hrdesk.exchange.acquaintance import Acquaintance, acquaintances, compare, keep_out, let_in, revoke
from hrdesk.exchange.rollcall import RollCall, call_roll
from hrdesk.exchange.trust import LEVELS, OWN, ROSTER, STAFF, trust_at
from hrdesk.language import N_
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import isolate
from hrdesk.store.reading import Reader
from hrdesk.store.trust import COMPARED, KEPT_OUT, REVOKED


@dataclass(frozen=True)
class _Told:
    roll: RollCall
    known: list[Acquaintance]
    writes_roster: bool


class Desks(Section):
    """Who was expected, up to which minute each is held, who is missing; and who wrote under which key."""

    TITLE = N_("Desks")

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._told: _Told | None = None
        self._roll_title, self._known_title, self._words_label = QLabel(self), QLabel(self), QLabel(self)
        self.own_words, self.about = QLabel(self), QLabel(self)
        self.roll, self.known = RollTable(self), Log(self)
        self.words = QLineEdit(self)
        self.compare, self.keep_out, self.let_in = QPushButton(self), QPushButton(self), QPushButton(self)
        self.enter, self.revoking = QPushButton(self), Revoking(workplace, self)
        self._lay_out()
        self.known.currentItemChanged.connect(lambda _now, _before: self._allow())
        self.words.textChanged.connect(lambda _text: self._allow())
        self.words.returnPressed.connect(self.compare.click)
        self.compare.clicked.connect(
            lambda: self._decide(lambda one: compare(self._desk, one, self.words.text()), _("✓ The six words agree."))
        )
        self.keep_out.clicked.connect(lambda: self._decide(lambda one: keep_out(self._desk, one)))
        self.let_in.clicked.connect(lambda: self._decide(lambda one: let_in(self._desk, one)))
        self.enter.clicked.connect(lambda: self._decide(self._enter))
        self.revoking.revoked.connect(lambda after: self._decide(lambda one: revoke(self._desk, one, after)))
        self.retranslate()

    def refresh(self) -> None:
        """Call the roll anew."""
        profile = self._desk.file.profile

        def read(reader: Reader) -> _Told:
            trust = trust_at(reader, profile)
            return _Told(call_roll(reader, trust), acquaintances(reader, profile), trust.root == trust.own)

        self.ask(read, self._on_read)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._roll_title.setText(_("Which desks were expected, and up to which minute each is held here"))
        self._known_title.setText(
            _("Who wrote here, and under which key. Two people compare a key by reading its six words to each other.")
        )
        self._words_label.setText(_("Six words as they were read to you:"))
        self.words.setAccessibleName(_("Six words as they were read to you"))
        self.compare.setText(_("They are the same"))
        self.keep_out.setText(_("Keep out from now on"))
        self.let_in.setText(_("Let in again"))
        self.enter.setText(_("Put on the roster"))
        self.enter.setToolTip(_("Every desk that joined from this one's starter bundle then trusts it"))
        self.revoking.retranslate()
        if self._told is not None:
            self.roll.show_roll(self._told.roll)
            self.known.show_rows(
                _("Who wrote here"),
                (_("Desk"), _("Stands here as"), _("Six words"), _("Changes"), _("Last change")),
                [_row(one) for one in self._told.known],
                (3,),
                [one.author.device for one in self._told.known],
            )
            own = next((one.author.words for one in self._told.known if one.author.level == OWN), "")
            self.own_words.setText(_("The six words of this desk, to be read aloud: {words}", words=isolate(own)))
            self.own_words.setAccessibleName(self.own_words.text())
        self._allow()

    @property
    def _desk(self) -> Desk:
        return self.workplace.desk

    def _on_read(self, told: _Told) -> None:
        self._told = told
        self.retranslate()

    def _chosen(self) -> Acquaintance | None:
        known = self._told.known if self._told else []
        return next((one for one in known if one.author.device == self.known.key), None)

    def _allow(self) -> None:
        """Offer what can be decided about the device at the cursor; about one's own there is nothing to decide."""
        one = self._chosen()
        level = one.author.level if one else OWN
        is_out = level in {KEPT_OUT, REVOKED}
        can_compare = level not in {OWN, COMPARED} and not is_out and bool(one and one.author.words)
        for widget in (self._words_label, self.words, self.compare):
            widget.setVisible(can_compare)
        self.compare.setEnabled(len(self.words.text().split()) >= len((one.author.words if one else "").split()))
        self.keep_out.setVisible(level != OWN and not is_out)
        self.let_in.setVisible(is_out)
        writes_roster = bool(self._told and self._told.writes_roster)
        can_enter = writes_roster and level not in {OWN, STAFF, ROSTER} and not is_out
        self.enter.setVisible(can_enter and bool(one and one.author.key))
        self.revoking.setVisible(level not in {OWN, REVOKED})
        if one is not None:
            self.revoking.show_device(one.author.device, one.last, is_told_to_all=writes_roster)
        self.about.setText("\n".join(_doubts(one)) if one else "")
        self.about.setVisible(bool(self.about.text()))

    def _enter(self, device: str) -> None:
        self._desk.run(self.workplace.commands["enter-in-roster"], device=device)

    def _decide(self, decide: Callable[[str], object], said: str = "") -> None:
        one = self._chosen()
        if one is None:
            return
        try:
            decide(one.author.device)
        except Refused as refusal:
            self.workplace.refused.emit(refusal)
            return
        if said:
            self.workplace.kept.emit(said)
        self.words.clear()
        self.known.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def _lay_out(self) -> None:
        self.known.fit_rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for label, log in ((self._roll_title, self.roll), (self._known_title, self.known)):
            label.setWordWrap(True)
            label.setBuddy(log)
            layout.addWidget(label)
            if log is self.known:
                layout.addWidget(self.own_words)
            layout.addWidget(log)
            layout.addSpacing(4)
        for told in (self.own_words, self.about):
            told.setWordWrap(True)
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        self.own_words.setTextInteractionFlags(keys)
        layout.addWidget(self.about)
        line = QHBoxLayout()
        self._words_label.setBuddy(self.words)
        for widget in (self._words_label, self.words, self.compare):
            line.addWidget(widget)
        layout.addLayout(line)
        decided = QHBoxLayout()
        for button in (self.enter, self.keep_out, self.let_in):
            decided.addWidget(button)
        decided.addStretch(1)
        layout.addLayout(decided)
        layout.addWidget(self.revoking)
        layout.addStretch(1)
        self.setFocusProxy(self.roll)


def _row(one: Acquaintance) -> tuple[str, ...]:
    named = who(one.author.name, one.author.device)
    desk = _("{desk} ⚠ written twice under one name", desk=named) if one.is_forked else named
    latest = moment(one.latest) if one.latest else "–"
    return (desk, _(LEVELS[one.author.level]), one.author.words or "–", f"{one.changes:,}", latest)


def _doubts(one: Acquaintance) -> list[str]:
    """Say what stands against a device: lines without its seal, two lines of one number, where it was revoked."""
    told = []
    if one.changes > one.sealed:
        without = plural_("{number} change", "{number} changes", one.changes - one.sealed)
        told.append(_("{count} came without a seal: who wrote that cannot be proved.", count=without))
    if one.is_forked:
        told.append(_("Two different changes bear one number: its key was at work in two places."))
    until = one.until or {}
    if one.author.level == REVOKED:
        told += [
            _("{device}: nothing after number {number} comes in.", device=isolate(name), number=f"{number:,}")
            for name, number in until.items()
        ]
    return told
