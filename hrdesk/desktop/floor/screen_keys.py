"""What the keys of the screens do, and those that go from place to place in the room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from hrdesk.desktop.floor.hands import Hands
from hrdesk.desktop.shell.file_name import file_name
from hrdesk.floor.tables import export_table
from hrdesk.floor.who import class_and_attribution
from hrdesk.language.interface import _, current, plural_
from hrdesk.language.isolation import isolate
from hrdesk.records import Consultation
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import may_appear


class ScreenKeys(Hands):
    """Screens, bell, paper, the table, and the cursor."""

    def toggle_room(self) -> None:
        """Show or hide the screen of the room."""
        self._room.stage.toggle_room()

    def toggle_podium(self) -> None:
        """Show or hide the screen of the podium."""
        self._room.stage.toggle_podium()

    def black_out(self) -> None:
        """Darken the screens, or show them again."""
        self._room.stage.black_out(not self._room.stage.is_blacked_out)

    def mute(self) -> None:
        """Mute the bell, or let it ring."""
        bell = self._room.stage.bell
        bell.is_muted = not bell.is_muted
        self._tell(_("The bell is mute.") if bell.is_muted else _("The bell rings."))

    def print_list(self) -> None:
        """Print the list by public labels."""
        self._room.stage.print_list()

    def print_names(self) -> None:
        """Print the list with names, for the desk alone."""
        self._room.stage.print_list(for_the_desk=True)

    def save_table(self) -> None:
        """Save how the floor was shared as a table, with the names that the room knew."""
        self._save_table(for_desk=False)

    def save_table_of_names(self) -> None:
        """Save the table with names, for the desk alone."""
        self._save_table(for_desk=True)

    def go_to_line(self) -> None:
        """Go to the line to inscribe."""
        self._room.line.line.setFocus()

    def go_across(self) -> None:
        """Go from the line to the list that is shown, and from anywhere else to the line."""
        self._room.go_across()

    def next_session(self) -> None:
        """Go to the next session."""
        self._room.bar.sessions.step(1)

    def previous_session(self) -> None:
        """Go to the session before."""
        self._room.bar.sessions.step(-1)

    def show_tab(self, place: int) -> None:
        """Show one of the lists and go to it."""
        self._room.queues.setCurrentIndex(place)
        self._room.queues.focus_list()

    def _save_table(self, *, for_desk: bool) -> None:
        """Ask where, and write in another thread; the name of the file tells the class."""
        seen = self._seen()
        if seen is None:
            return
        session, language, place = seen.session.id, current().language, self._room.workplace
        consultation = place.ask(lambda reader: reader.was(Consultation, seen.session.consultation))
        sensitivity, _attribution = class_and_attribution(seen.session, consultation)
        title = seen.session.title if may_appear(sensitivity) else ""
        suggested = file_name(title or "floor", f"-{SENSITIVITY[-1] if for_desk else sensitivity}.csv")
        name, _kind = QFileDialog.getSaveFileName(
            self._room.queues.window(), _("Save the table of the floor"), suggested, _("Table") + " (*.csv)"
        )
        if not name:
            return
        target = Path(name if name.lower().endswith(".csv") else f"{name}.csv")

        def work() -> int:
            with place.desk.reader() as reader:
                return export_table(reader, session, target, place.desk.moment(), language, for_desk=for_desk)

        def written(rows: int) -> None:
            count = plural_("{number} row", "{number} rows", rows)
            self._tell(_("✓ Table written: {path} ({count})", path=isolate(str(target)), count=count))

        self._tell(_("Writing the table …"))
        place.start(work, written)
