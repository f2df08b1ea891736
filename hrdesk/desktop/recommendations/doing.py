"""What the keys of the room do with the recommendations that are chosen."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.recommendations.filter_bar import FilterBar
from hrdesk.desktop.recommendations.negotiation_page import NegotiationPage
from hrdesk.desktop.recommendations.pen_line import PenLine
from hrdesk.desktop.recommendations.read_out import ReadOut
from hrdesk.desktop.recommendations.recommendation_model import RecommendationModel
from hrdesk.desktop.recommendations.sheet import LABELS, NEGOTIATION, TRAIL, Sheet
from hrdesk.desktop.recommendations.together import Together
from hrdesk.desktop.recommendations.waiting import Waiting
from hrdesk.desktop.shell.action import undo_key
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language.interface import _
from hrdesk.records import Recommendation


class RecommendationsRoom(Protocol):
    """The parts of the panel that keys act on."""

    workplace: Workplace
    filter: FilterBar
    model: RecommendationModel
    list: CardList
    sheet: Sheet
    together: Together
    waiting: Waiting
    pages: QStackedWidget

    def stop_looking(self) -> None:
        """Leave the page where something is compared or confirmed."""


class Doing(QObject):
    """Acts on a room; one method for each key."""

    def __init__(self, room: RecommendationsRoom, read_out: ReadOut) -> None:
        super().__init__(read_out)
        self._room = room
        self._run = room.workplace.run
        self.read_out = read_out

    @property
    def pen(self) -> PenLine:
        """Give the line that says who writes on the session of what is shown."""
        return self._room.sheet.wording.pen

    def find(self) -> None:
        """Go where the list is narrowed."""
        self._room.filter.words.setFocus()

    def edit_text(self) -> None:
        """Put the cursor into the text."""
        self._room.sheet.wording.text.setFocus()

    def go_across(self) -> None:
        """Go from the list to the text, and from anywhere else to the list."""
        room = self._room
        room.stop_looking()
        (room.sheet.wording.text if room.list.hasFocus() else room.list).setFocus()

    def add_tag(self) -> None:
        """Put the cursor where a tag is added: to all that are selected, or to the one."""
        room = self._room
        if room.pages.currentWidget() is room.together:
            room.together.word.setFocus()
            return
        room.sheet.tabs.setCurrentIndex(LABELS)
        room.sheet.tags.row("theme").line.setFocus()

    def add_addressee(self) -> None:
        """Put the cursor where a body is added."""
        self._room.sheet.tabs.setCurrentIndex(LABELS)
        self._room.sheet.addressees.new.name.setFocus()

    def show_trail(self) -> None:
        """Show the notes a recommendation was made from."""
        self._room.sheet.tabs.setCurrentIndex(TRAIL)
        self._room.sheet.trail.note_list.setFocus()

    def show_negotiation(self) -> None:
        """Show what was proposed to the text."""
        self._negotiation().setFocus()

    def amend(self) -> None:
        """Begin an amendment of the text."""
        self._negotiation().propose("text")

    def offer_alternative(self) -> None:
        """Begin another wording in brackets."""
        self._negotiation().propose("alternative")

    def comment(self) -> None:
        """Begin a comment on the text."""
        self._negotiation().propose("comment")

    def reserve(self) -> None:
        """Begin a reservation."""
        self._negotiation().propose("reservation")

    def open_negotiation(self) -> None:
        """Open the negotiation of what is selected."""
        chosen = self._chosen()
        if len(chosen) > 1:
            self._run("open-negotiation-several", recommendations=chosen)
        elif chosen and self._room.sheet.leave():
            self._run("open-negotiation", recommendation=chosen[0])

    def show_to_the_hall(self) -> None:
        """Show what is selected to the hall, or take it away."""
        self.read_out.begin_with(next(iter(self._chosen()), ""))
        self.read_out.toggle()

    def join(self) -> None:
        """Show the selected ones side by side, to be joined."""
        room = self._room
        if room.sheet.leave():
            held = [line.recommendation for line in room.model.lines_of(self._chosen())]
            if len(held) > 1:
                room.waiting.open_join(held)

    def split(self) -> None:
        """Show where the text of the selected one would be cut."""
        chosen = self._chosen()
        if len(chosen) == 1 and self._room.sheet.leave():
            held = self._room.workplace.ask(lambda reader: reader.get(Recommendation, chosen[0]))
            if held is not None:
                self._room.waiting.open_split(held)

    def adopt(self) -> None:
        """Adopt what is selected, by consensus."""
        self.decide_on("adopt", {})

    def decide(self) -> None:
        """Ask how what is selected was decided on."""
        room = self._room
        room.stop_looking()
        (room.together if room.pages.currentWidget() is room.together else room.sheet.wording).deciding.ask()

    def decide_on(self, command: str, told: dict[str, str]) -> None:
        """Decide on what is selected: ``command`` is the one for a single recommendation."""
        chosen = self._chosen()
        if len(chosen) > 1:
            self._run(f"{command}-several", recommendations=chosen, **told)
        elif chosen and self._room.sheet.leave():
            named = "item" if command == "validate" else "recommendation"
            self._run(command, **{named: chosen[0]}, **told)

    def reopen(self) -> None:
        """Ask why an adopted text is opened again."""
        self._room.sheet.wording.reopening.ask()

    def delete(self) -> None:
        """Delete what is selected."""
        chosen = self._chosen()
        for record in chosen:
            self._run("delete", id=record)
        if chosen:
            self._room.workplace.kept.emit(
                _("Deleted. {key} brings it back.", key=undo_key(self._room.workplace.settings.keys))
            )

    def _chosen(self) -> list[str]:
        return self._room.list.selected_records()

    def _negotiation(self) -> NegotiationPage:
        self._room.stop_looking()
        self._room.sheet.tabs.setCurrentIndex(NEGOTIATION)
        return self._room.sheet.negotiation
