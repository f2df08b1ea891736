"""The section of protected persons: who is known by a pseudonym, where the name still stands, which desks know it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.knowers import Knowers
from hrdesk.desktop.exchange.logs import KEY, Log
from hrdesk.desktop.exchange.named_places import NamedPlaces
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.titles import person_title, shortened
from hrdesk.exchange.knowing import KNOWN, OPEN, PROTECTION, SEALED, Exposure, Standing, exposure, standings
from hrdesk.language import N_
from hrdesk.language.folding import fold
from hrdesk.language.interface import _

REST = 250
"""Milliseconds of rest at a row before it is looked at: the whole journal is read for it."""

_MOST_ROWS = 6
"""So many persons are seen at once, and below them what belongs to the one at the cursor."""


@dataclass(frozen=True)
class _Told:
    people: list[Standing] = field(default_factory=list)
    seen: Exposure | None = None


class Protecting(Section):
    """A protected one stands here by pseudonym alone, as everywhere: somebody may look over a shoulder.

    ``record_requested`` carries kind and record, ``withdraw_requested`` the record that is to be withdrawn.
    """

    TITLE = N_("Protected persons")

    record_requested = Signal(str, str)
    withdraw_requested = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._told_of = _Told()
        self._wanted_person = ""
        self._is_busy = self._is_looking = self._look_again = False
        self._said: Callable[[], str] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._words, self._pseudonym_label, self.told = QLabel(self), QLabel(self), QLabel(self)
        self.wanted, self.pseudonym = QLineEdit(self), QLineEdit(self)
        self.people = Log(self)
        self.protect = QPushButton(self)
        self.places, self.knowers = NamedPlaces(self), Knowers(self)
        self._form, self._looking = QWidget(self), QLabel(self)
        self._lay_out()
        self.wanted.textChanged.connect(lambda _text: self._show_people())
        self.people.currentItemChanged.connect(lambda _now, _before: self._on_row())
        self.people.opened.connect(lambda _key: self.pseudonym.setFocus())
        self.pseudonym.textChanged.connect(lambda _text: self._allow())
        self.pseudonym.returnPressed.connect(self.do_protect)
        self.protect.clicked.connect(self.do_protect)
        self.places.record_requested.connect(self.record_requested)
        self.places.withdraw_requested.connect(self.withdraw_requested)
        self.places.lines_requested.connect(self.do_take_lines)
        self.knowers.name_requested.connect(self.do_name)
        self.knowers.anew_requested.connect(self.do_seal_anew)
        self._rest.timeout.connect(self.refresh)
        self.setFocusProxy(self.wanted)
        self.retranslate()

    def refresh(self) -> None:
        """Read everybody anew, and look at the one at the cursor; one look at a time, for it may take seconds."""
        if self._is_looking:
            self._look_again = True
            return
        desk = self.workplace.desk
        file, wanted = desk.file, self._wanted_person or str(self.people.key or "")
        profile, own = file.profile, file.device

        def read() -> _Told:
            with desk.reader() as reader:
                return _Told(standings(reader), exposure(reader, wanted, profile, own))

        self._is_looking = True
        self.start(read, self._on_read, self._on_unread)

    def show_person(self, person: str) -> None:
        """Show one person; for whoever comes here from another room."""
        self._wanted_person = person
        self.wanted.clear()
        self.refresh()

    def do_protect(self) -> None:
        """Protect the person at the cursor under the pseudonym that was typed, or give another pseudonym."""
        if self.protect.isEnabled():
            self._run(
                "protect-person",
                {"pseudonym": self.pseudonym.text().strip()},
                lambda: _("✓ Protected. The name is sealed from now on."),
            )

    def do_take_lines(self) -> None:
        """Take the earlier lines away that say in words who it is."""
        self._run(
            "withdraw-words",
            {},
            lambda: _("✓ The earlier lines are gone. Other desks hear of it with the next bundle."),
        )

    def do_name(self, seat: str) -> None:
        """Let one more desk know who it is."""
        self._run(
            "name-for-identity",
            {"seat": seat},
            lambda: _("✓ Named. The desk learns who it is with the next encrypted bundle."),
        )

    def do_seal_anew(self, keep: list[str]) -> None:
        """Seal the name with a new key that only the desks of the seats in ``keep`` get."""
        self._run("seal-identity-anew", {"keep": keep}, lambda: _("✓ Sealed anew."))

    def retranslate(self) -> None:
        """Set every word anew."""
        self._words.setText(
            _(
                "A protected person is known by a pseudonym. The name is sealed: in this desk, in bundles and in"
                " backups nobody reads it but the desks that are named here."
            )
        )
        self.wanted.setPlaceholderText(_("Words of a name or a pseudonym"))
        self.wanted.setAccessibleName(self.wanted.placeholderText())
        self._pseudonym_label.setText(_("Pseudonym"))
        self._looking.setText(_("Looking where the name stands…"))
        self._show_people()
        self.places.retranslate()
        self.knowers.retranslate()
        self._tell()

    def _run(self, command: str, arguments: dict[str, Any], said: Callable[[], str]) -> None:
        """Run a command about the person at the cursor beside the window: it may read or write the whole file."""
        person = self.people.key
        if not person or self._is_busy:
            return
        desk, held = self.workplace.desk, self.workplace.commands[command]
        self._is_busy = True
        self._said = lambda: _("Please wait…")
        self._tell()

        def done(_result: object) -> None:
            self._is_busy = False
            self._said = said
            self.pseudonym.setModified(False)
            self._tell()
            self.refresh()

        def failed(error: Exception) -> None:
            self._is_busy = False
            self._said = None
            self._tell()
            self.workplace.refused.emit(error)

        self.start(lambda: desk.run(held, started_by=self, person=person, **arguments), done, failed)

    def _on_unread(self, error: Exception) -> None:
        self._is_looking = self._look_again = False
        self.workplace.refused.emit(error)

    def _on_read(self, told: _Told) -> None:
        self._is_looking = False
        self._told_of = told
        self._show_people()
        self._wanted_person = self._wanted_person if self._look_again else ""
        seen, one = told.seen, self._chosen()
        if one is not None and seen is not None and seen.person == one.person.id:
            self.places.show_places(one.how, seen.places, seen.lines)
            self.knowers.show_knowers(one.how, seen.knowers)
        self._tell()
        if self._look_again:
            self._look_again = False
            self.refresh()

    def _chosen(self) -> Standing | None:
        return next((one for one in self._told_of.people if one.person.id == self.people.key), None)

    def _show_people(self) -> None:
        words = fold(self.wanted.text()).split()
        shown = [one for one in self._told_of.people if all(word in fold(_named(one)) for word in words)]
        before = self.people.key
        with QSignalBlocker(self.people):
            self.people.show_rows(
                _("Persons"),
                (_("Person"), _("Protection"), _("Desks named")),
                [(shortened(_named(one)), _(PROTECTION[one.how]), _desks(one)) for one in shown],
                (2,),
                [one.person.id for one in shown],
            )
            wanted = next((item for item in self.people.items if item.data(0, KEY) == self._wanted_person), None)
            if wanted is not None:
                self.people.setCurrentItem(wanted)
        self._on_row(is_other=self.people.key != before)

    def _on_row(self, *, is_other: bool = True) -> None:
        """Look at the person at the cursor after a little rest."""
        one, seen = self._chosen(), self._told_of.seen
        if is_other:
            self._said = None
            for sure in (self.places.sure, self.knowers.sure):
                sure.setChecked(False)  # whoever was sure about one person was not asked about the next
        if is_other or not self.pseudonym.isModified():
            self.pseudonym.setText((one.person.pseudonym or "") if one else "")
        if one is None or (seen is not None and seen.person == one.person.id):
            self._rest.stop()
        else:
            self._rest.start()
        self._tell()

    def _tell(self) -> None:
        """Show what belongs to the person at the cursor, once it was looked at."""
        one, seen = self._chosen(), self._told_of.seen
        is_seen = one is not None and seen is not None and seen.person == one.person.id
        self._form.setVisible(one is not None)
        self._looking.setVisible(one is not None and not is_seen)
        self.places.setVisible(is_seen)
        self.knowers.setVisible(is_seen and one is not None and one.how in {KNOWN, SEALED})
        self.told.setText(self._said() if self._said else "")
        self.told.setVisible(self._said is not None)
        is_open = one is None or one.how == OPEN
        self.protect.setText(_("Protect this person") if is_open else _("Keep the pseudonym"))
        self.pseudonym.setAccessibleName(_("Pseudonym"))
        self._allow()

    def _allow(self) -> None:
        one, typed = self._chosen(), self.pseudonym.text().strip()
        is_new = one is not None and (one.how == OPEN or typed != (one.person.pseudonym or ""))
        self.protect.setEnabled(bool(typed) and is_new and not self._is_busy)
        for part in (self.places, self.knowers):
            part.setEnabled(not self._is_busy)

    def _lay_out(self) -> None:
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        self._pseudonym_label.setBuddy(self.pseudonym)
        line = QHBoxLayout()
        line.addWidget(self.pseudonym, 1)
        line.addWidget(self.protect)
        form.addRow(self._pseudonym_label, line)
        for label in (self._words, self.told, self._looking):
            label.setWordWrap(True)
        self.people.fit_rows(_MOST_ROWS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._words, self.wanted, self.people, self._form, self.told, self._looking):
            layout.addWidget(widget)
        layout.addWidget(self.places)
        layout.addSpacing(4)
        layout.addWidget(self.knowers)
        layout.addStretch(1)


def _named(one: Standing) -> str:
    return person_title(one.person) or _("{kind} without a title", kind=_(one.person.label))


def _desks(one: Standing) -> str:
    return f"{one.desks:,}" if one.how != OPEN else "–"
