"""The section of wordings that reached a text after its adoption: taken up as new proposals, or dismissed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.looking_list import LookingSection
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.exchange.queries import seats_here
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.recommendations.queries import Proposal, proposals
from hrdesk.store.reading import Reader


class AfterAdoption(LookingSection):
    """The adopted text stands whatever happens here. Enter takes up, Space dismisses."""

    TITLE = N_("After adoption")

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.found: dict[str, list[Proposal]] = {}
        self._seats: dict[str, str] = {}
        self.take_up, self.dismiss = self.button(), self.button()
        self.list.wanted.connect(self.do_take_up)
        self.list.seen.connect(self.do_dismiss)
        self.take_up.clicked.connect(self.do_take_up)
        self.dismiss.clicked.connect(self.do_dismiss)
        self.retranslate()

    def refresh(self) -> None:
        """Read the list anew."""
        self.ask(_read, self._on_read)

    def do_take_up(self) -> None:
        """Make proposals of their own of the wordings that wait at the text under the cursor."""
        self._run("take-up-proposals", _("Taken up as a new proposal"))

    def do_dismiss(self) -> None:
        """Let them rest."""
        self._run("dismiss-proposals", _("Dismissed; the adopted text stands"))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.list.setAccessibleName(_("Adopted texts with other wordings"))
        self.take_up.setText(_("Take up as a new proposal"))
        self.take_up.setToolTip(_("Enter"))
        self.dismiss.setText(_("Dismiss"))
        self.dismiss.setToolTip(_("Space"))
        self._show()

    def _on_read(self, told: tuple[dict[str, list[Proposal]], dict[str, str]]) -> None:
        self._seats = told[1]
        if told[0] != self.found:
            self.found = told[0]
            self._show()
        self.count(len(self.found))

    def _run(self, command: str, said: str) -> None:
        record = self._current()
        if not record or self.workplace.run(command, recommendation=record) is None:
            return
        self.workplace.kept.emit(said)
        self.forget_answers()
        self.found = {key: waiting for key, waiting in self.found.items() if key != record}
        self._show()
        self.count(len(self.found))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> str:
        row = self.list.currentRow()
        return list(self.found)[row] if 0 <= row < len(self.found) else ""

    def show_record(self, row: int) -> None:
        """Show the text as adopted, and what each waiting wording would change in it."""
        waiting = list(self.found.values())[row]
        adopted = {"": waiting[0].adopted_text}
        self.add_card(_("As adopted"), adopted, None)
        for one in waiting:
            by = who(self._seats.get(one.device.split(".")[0], ""), one.device)
            heading = _("{who}, {time}", who=by, time=moment(one.at))
            self.add_card(heading, {"": one.text or _("(empty)")}, adopted)

    def _show(self) -> None:
        words = (
            _(
                "A desk that did not know of the adoption wrote these texts differently. The adopted text stands, and"
                " documents print it; another wording can only become a proposal of its own. Enter: take up; Space:"
                " dismiss."
            )
            if self.found
            else _("✓ No other wording of an adopted text is waiting.")
        )
        self.show_rows(words, [shortened(waiting[0].adopted_text) for waiting in self.found.values()])


def _read(reader: Reader) -> tuple[dict[str, list[Proposal]], dict[str, str]]:
    found: dict[str, list[Proposal]] = {}
    for one in proposals(reader):
        found.setdefault(one.recommendation, []).append(one)
    return found, seats_here(reader)
