"""The section of records that two desks changed in different fields: nothing to settle, a quick look, one key each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.exchange.conflict_words import fields_word, kind_word, place_words, telling, with_language
from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.looking_list import LookingSection
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.exchange.queries import Place, TwoPlaces, two_places
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.recommendations.queries import proposals
from hrdesk.store.reading import Reader
from hrdesk.store.two_places import dismiss


class SideBySide(LookingSection):
    """Both changes stand, each in its field. ``record_requested`` carries kind and record."""

    TITLE = N_("Changed in two places")

    record_requested = Signal(str, str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.found: list[TwoPlaces] = []
        self.seen, self.go, self.all_seen = self.button(), self.button(), self.button()
        self.list.seen.connect(self.do_seen)
        self.list.wanted.connect(self._on_go)
        self.seen.clicked.connect(self.do_seen)
        self.go.clicked.connect(self._on_go)
        self.all_seen.clicked.connect(lambda: self._dismiss(""))
        self.retranslate()

    def refresh(self) -> None:
        """Read the list anew."""
        self.ask(_read, self._on_read)

    def do_seen(self) -> None:
        """Take the record at the cursor from the list; the next one follows."""
        row = self.list.currentRow()
        if 0 <= row < len(self.found):
            self._dismiss(self.found[row].record)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.list.setAccessibleName(_("Records changed in two places"))
        self.seen.setText(_("Seen"))
        self.seen.setToolTip(_("Space"))
        self.go.setText(_("Go to the record"))
        self.all_seen.setText(_("All seen"))
        self._show()

    def _on_read(self, found: list[TwoPlaces]) -> None:
        if found != self.found:
            self.found = found
            self._show()
        self.count(len(found))

    def _dismiss(self, record: str) -> None:
        self.forget_answers()
        with self.workplace.desk.file.writing() as connection:
            dismiss(connection, record)
        self.found = [one for one in self.found if record and one.record != record]
        self._show()
        self.count(len(self.found))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_record(self, row: int) -> None:
        """Show both changes, each with its field, its author and its time."""
        one = self.found[row]
        for place in one.places:
            self._add_place(one.kind, place)

    def _show(self) -> None:
        words = (
            _(
                "Two desks changed different fields of these records. Both changes stand; have a look whether they"
                " fit together. Space: seen; Enter: go to the record."
            )
            if self.found
            else _("✓ No record was changed in two places.")
        )
        self.show_rows(words, [_row(one) for one in self.found])

    def _add_place(self, kind: str, place: Place) -> None:
        words = self.workplace.ask(lambda reader: place_words(kind, place, reader))
        time = with_language(moment(place.at), place.value)
        written = _("{who}, {time}", who=who(place.by, place.device), time=time)
        self.add_card(_("{what}: {text}", what=fields_word(kind, telling(place)), text=written), words, None)

    def _on_go(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.found):
            self.record_requested.emit(self.found[row].kind, self.found[row].record)


def _row(one: TwoPlaces) -> str:
    fields = " + ".join(fields_word(one.kind, telling(place)) for place in one.places)
    what = _("{kind}, {field}", kind=kind_word(one.kind), field=fields)
    return _("{what}: {text}", what=what, text=shortened(one.title))


def _read(reader: Reader) -> list[TwoPlaces]:
    """Give what waits for a look, without adopted texts that were written otherwise: they have their own list."""
    adopted = {one.recommendation for one in proposals(reader)}
    return [one for one in two_places(reader) if one.record not in adopted]
