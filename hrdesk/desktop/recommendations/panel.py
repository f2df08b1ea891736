"""The room of recommendations: find them, word them, say whom they address, adopt them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.cards import CardDelegate
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.told_keys import told_key as notes_key
from hrdesk.desktop.recommendations.doing import Doing
from hrdesk.desktop.recommendations.filter_bar import FilterBar
from hrdesk.desktop.recommendations.halves import halves
from hrdesk.desktop.recommendations.keys import actions
from hrdesk.desktop.recommendations.read_out import ReadOut
from hrdesk.desktop.recommendations.recommendation_model import RecommendationModel, Wanted
from hrdesk.desktop.recommendations.sheet import Sheet
from hrdesk.desktop.recommendations.together import Together
from hrdesk.desktop.recommendations.waiting import Waiting
from hrdesk.desktop.shell.panel import Action, Panel
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.recommendations.queries import RecommendationLine, recommendation_lines, tags_by_scheme

RESTED = 60
"""Milliseconds that the cursor rests on a recommendation before its sheet is read."""

NOTHING, ONE, SEVERAL = range(3)

CONCERNED = (
    *("recommendation", "addressee", "action", "tag", "tagging", "link", "note", "decision"),
    *("session", "consultation"),
)
"""Kinds of records that the list and the sheet show."""


class RecommendationsPanel(Panel):
    """A list with a sheet beside it. ``note_requested`` carries the id of a note that a person wants to see.

    ``paragraph_requested`` does so of a paragraph, ``wording_requested`` of a translated text with its language.

    ``settle_requested`` (record, field) wishes for the place where two versions of a field are settled.
    """

    ROOM = "recommendations"
    TITLE = N_("Recommendations")
    HIDES = True

    note_requested = Signal(str)
    paragraph_requested = Signal(str)
    wording_requested = Signal(str, str)
    settle_requested = Signal(str, str)

    def __init__(self, workplace: Workplace, window: QWidget | None = None) -> None:
        super().__init__(workplace)
        self.drafts = DraftKeeper(workplace, self)
        self.filter = FilterBar(self)
        self.model = RecommendationModel(self)
        self.list = CardList(self._on_key)
        self.sheet = Sheet(workplace, self.drafts, self)
        self.together, self.waiting = Together(workplace.settings.keys, self), Waiting(workplace, self.drafts, self)
        self.read_out = ReadOut(workplace, window or self)
        self.doing = Doing(self, self.read_out)
        self._empty = QLabel(self)
        self.pages = QStackedWidget(self)
        self._is_loading = self._is_stale = self._is_due = False
        self._wanted: str | None = None
        self._rest = QTimer(self, singleShot=True, interval=RESTED)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setTabOrder(self.filter.gone, self.list)

    def actions_of_room(self) -> list[Action]:
        """Give the actions of this room; each is done to what is selected now, however quickly its key came."""
        return [replace(one, do=partial(self._act, one.do)) for one in actions(self.doing, self.waiting)]

    def refresh(self) -> None:
        """Read the recommendations in another thread."""
        self._is_loading, self._is_stale, self._is_due = True, False, False
        self._take_away()
        self.workplace.read(recommendation_lines, self._on_loaded)

    def show_recommendation(self, record: str) -> None:
        """Go to a recommendation, whatever the list is narrowed to."""
        self._wanted = record
        self.stop_looking()
        if self.model.row_of(record) < 0:
            self.filter.clear()
            self.filter.gone.setChecked(self.model.has_gone(record))
            self.refresh()
        else:
            self._go_to_wanted()

    def hear(self, announcement: Announcement) -> None:
        """Read the list anew when something in it changed; out of sight it waits. The sheet follows."""
        if announcement.concerns(*CONCERNED):
            self._is_stale = self._is_loading
            self._is_due = not self.isVisible()
            if not self._is_loading and not self._is_due:
                self.refresh()
        self.sheet.hear(announcement)
        self.read_out.hear(announcement)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was out of sight."""
        super().showEvent(event)
        if self._is_due:
            self.refresh()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.list.setAccessibleName(_("Recommendations"))
        self.filter.retranslate()
        self.model.retranslate()
        self.sheet.retranslate()
        self.together.retranslate()
        self.waiting.retranslate()
        self.read_out.retranslate()
        self._tell()

    def leave(self) -> bool:
        """Keep what is being typed."""
        kept = self.sheet.leave()
        self.waiting.leave()
        self.drafts.flush()
        return kept

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(self.list, most=2, has_foot=True))
        self.list.setEditTriggers(CardList.EditTrigger.NoEditTriggers)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(24)
        for page in (self._empty, self.sheet, self.together):
            self.pages.addWidget(page)
        self.waiting.put_into(self.pages)
        halves(self, (self.waiting, self.filter), self.list, self.pages)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.filter.changed.connect(self._on_filter)
        self.list.selectionModel().selectionChanged.connect(lambda *_told: self._rest.start())
        self._rest.timeout.connect(self._show_selected)
        self.sheet.note_requested.connect(self.note_requested)
        self.sheet.trail.paragraph_requested.connect(self.paragraph_requested)
        self.sheet.trail.wording_requested.connect(self.wording_requested)
        self.sheet.form.settle_requested.connect(self.settle_requested)
        self.together.tagged.connect(self._on_tagged)
        self.together.adopted.connect(self.doing.adopt)
        self.together.join_wished.connect(self.doing.join)
        self.sheet.wording.adopt_requested.connect(self.doing.adopt)
        for deciding in (self.together.deciding, self.sheet.wording.deciding):
            deciding.decided.connect(self.doing.decide_on)
        self.read_out.moved.connect(self.show_recommendation)
        self.destroyed.connect(self.read_out.close)
        self.sheet.recommendation_requested.connect(self.show_recommendation)
        self.list.pressed.connect(lambda _index: self.stop_looking())
        self.waiting.opened.connect(self._on_opened)
        self.waiting.closed.connect(self._on_closed)
        self.waiting.made.connect(self.show_recommendation)

    def _on_loaded(self, lines: list[RecommendationLine]) -> None:
        self._is_loading = False
        if self._is_stale:
            self.refresh()
            return
        self.waiting.hear()
        seen = [one for one in lines if self.workplace.hall.may_show(one.sensitivity)]
        self._keep_selection(lambda: self.model.show_lines(seen))
        self.tell_hidden(len(lines) - len(seen))
        if self._wanted:
            self._go_to_wanted()
        self._select_one()
        self._show_selected()

    def _take_away(self) -> None:
        """Take off the window at once what others may not see: the other threads may be busy with something long."""
        seen = [one for one in self.model.every if self.workplace.hall.may_show(one.sensitivity)]
        if len(seen) < len(self.model.every):
            self._keep_selection(lambda: self.model.show_lines(seen))
            self._show_selected()

    def _on_filter(self, wanted: Wanted) -> None:
        self._keep_selection(lambda: self.model.narrow(wanted))
        self._select_one()
        self._show_selected()

    def _act(self, do: Callable[[], None]) -> None:
        """Do something once the sheet shows what is selected: it waits for a cursor that still moves."""
        if self._rest.isActive():
            self._show_selected()
        do()

    def _select_one(self) -> None:
        """Select the first one where none is: whoever narrowed the list goes on with what was found."""
        if not self.list.selected_records() and self.model.lines:
            self._select([self.model.lines[0].recommendation.id])

    def _keep_selection(self, change: Callable[[], bool]) -> None:
        """Change the list and select again what was selected and is still there."""
        chosen = self.list.selected_records()
        if change():
            self._select(chosen)

    def _select(self, records: list[str]) -> None:
        selection = self.list.selectionModel()
        for record in records:
            row = self.model.row_of(record)
            if row >= 0:
                index = self.model.index(row)
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)

    def _go_to_wanted(self) -> None:
        row = self.model.row_of(self._wanted or "")
        self._wanted = None
        if row >= 0:
            # Said outright: with Ctrl held down, as for Ctrl+Enter, the list would keep what was selected as well.
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(row), chosen)
            self.list.scrollTo(self.model.index(row))

    def _show_selected(self) -> None:
        """Show the sheet of the one that is selected, or what can be done with several."""
        self._rest.stop()
        chosen = self.list.selected_records()
        self._tell()
        if self.pages.currentIndex() > SEVERAL:
            return  # something is being compared or confirmed: it stays until it is left
        if len(chosen) == 1:
            self.sheet.show_line(self.model.lines[self.model.row_of(chosen[0])])
            self.pages.setCurrentIndex(ONE)
            return
        self.sheet.leave()
        if chosen:
            audience = self.workplace.hall.audience
            self.together.show_count(len(chosen), self.workplace.ask(lambda reader: tags_by_scheme(reader, audience)))
        self.pages.setCurrentIndex(SEVERAL if chosen else NOTHING)

    def _tell(self) -> None:
        self._empty.setText(
            _("Nothing was found among what is wanted; there may be more without the filters.")
            if self.model.count and not self.model.lines
            else _(
                "No recommendation is chosen. Recommendations are made from notes: {key} in the room of notes.",
                key=notes_key(self.workplace.settings.keys, "recommend"),
            )
        )
        self.filter.say(len(self.model.lines), self.model.count, self.model.gone)

    def _on_opened(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        page.setFocus()

    def _on_closed(self) -> None:
        self.stop_looking()
        self.list.setFocus()

    def stop_looking(self) -> None:
        """Leave the page where something is compared or confirmed, and show again what is selected."""
        if self.pages.currentIndex() > SEVERAL:
            self.pages.setCurrentIndex(NOTHING)
            self._show_selected()

    def _on_tagged(self, scheme: str, word: str) -> None:
        self.workplace.run("tag-several", items=self.list.selected_records(), name=word, scheme=scheme)

    def _on_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._act(self.doing.edit_text)
            return True
        if key != Qt.Key.Key_Delete:
            return False
        self.doing.delete()
        return True
