"""The sheet of one recommendation: text and status above, tags and bodies, fields, and its trail in tabs below."""

from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from hrdesk.agenda.queries import consultation
from hrdesk.desk import Announcement
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.sitting import zone_of
from hrdesk.desktop.recommendations.action_list import ActionList
from hrdesk.desktop.recommendations.addressee_list import AddresseeList
from hrdesk.desktop.recommendations.negotiation_page import NegotiationPage
from hrdesk.desktop.recommendations.tag_board import TagBoard
from hrdesk.desktop.recommendations.trail_list import TrailList
from hrdesk.desktop.recommendations.wording_editor import WordingEditor
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.fair_tabs import FairTabs
from hrdesk.desktop.widgets.record_form import RecordForm
from hrdesk.language.interface import _
from hrdesk.recommendations import queries
from hrdesk.recommendations.graph import TrailGraph, trail_graph
from hrdesk.recommendations.queries import RecommendationLine, Trail
from hrdesk.records import Action, Recommendation
from hrdesk.store.reading import Reader

SHOWN_ABOVE = frozenset(
    ("text", "status", "consultation", "adopted_text", "adopted_language", "adopted_at", "adopted_way")
)
"""Fields that are no part of the form: they stand at the head, or follow from adopting."""

LABELS, FIELDS, NEGOTIATION, TRAIL = range(4)

BY_COMMAND = {
    "under_negotiation": "open-negotiation",
    "noted": "note-recommendation",
    "not_adopted": "not-adopt",
}
"""Statuses that a command of their own gives."""


class Sheet(QWidget):
    """Shows one recommendation and keeps what is changed in it."""

    note_requested = Signal(str)
    recommendation_requested = Signal(str)

    def __init__(self, workplace: Workplace, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._line: RecommendationLine | None = None
        self.wording = WordingEditor(workplace, drafts, self)
        self.tags, self.addressees = TagBoard(self), AddresseeList(self)
        self.form = RecordForm(workplace, Recommendation, self, leave_out=SHOWN_ABOVE)
        self.negotiation = NegotiationPage(workplace, drafts, self)
        self.trail = TrailList(self)
        self.actions_inside = ActionList(self)
        self._tags_label, self._addressees_label, self._actions_label = (QLabel(self) for _at in range(3))
        self.tabs = QTabWidget(self)
        self.tabs.setTabBar(FairTabs(self.tabs))
        self._lay_out()
        self._connect()

    @property
    def record(self) -> str | None:
        """Give the id of the recommendation that is shown."""
        return self._line.recommendation.id if self._line else None

    def show_line(self, line: RecommendationLine) -> None:
        """Show a recommendation: the head at once, the trail as soon as it has been read."""
        record = line.recommendation.id
        is_other = self.record != record
        if is_other:
            self.leave()
        self._line = line
        self.wording.show_line(line)
        if is_other:
            self.form.show_record(record)
        self.refresh()

    def refresh(self) -> None:
        """Read anew what hangs on the recommendation."""
        if (record := self.record) is None:
            return
        ask, audience = self._workplace.ask, self._workplace.hall.audience
        held = ask(lambda reader: queries.sheet(reader, record))
        if held is None:
            return
        self.negotiation.show_record(record)
        self.tags.show_tags(held.tags, ask(lambda reader: queries.tags_by_scheme(reader, audience)))
        self.actions_inside.show_actions(ask(lambda reader: reader.every(Action, recommendation=record)))
        bodies = ask(lambda reader: queries.body_names(reader, audience))
        self.addressees.show_addressees(held.addressees, bodies)

        def question(reader: Reader) -> tuple[Trail, tzinfo | None, TrailGraph]:
            return queries.trail(reader, record), zone_of(consultation(reader)), trail_graph(reader, record)

        self._workplace.read(question, lambda told: self._on_trail(record, *told))

    def hear(self, announcement: Announcement) -> None:
        """Follow what changed in it; the list reads the line itself anew."""
        self.form.hear(announcement)
        self.negotiation.hear(announcement)
        self.wording.pen.hear(announcement)

    def leave(self) -> bool:
        """Keep what is being typed."""
        kept = self.wording.keep()
        return self.form.leave() and kept

    def retranslate(self) -> None:
        """Set the words anew."""
        self.tabs.setAccessibleName(_("Parts of the recommendation"))
        self.tabs.setTabText(LABELS, _("Tags and addressees"))
        self.tabs.setTabText(FIELDS, _("Fields"))
        self._name_negotiation()
        self._name_trail()
        self._tags_label.setText(_("Tags"))
        self._addressees_label.setText(_("Addressees"))
        self._actions_label.setText(_("Actions and alternatives"))
        for part in (
            self.wording,
            self.tags,
            self.addressees,
            self.actions_inside,
            self.form,
            self.negotiation,
            self.trail,
        ):
            part.retranslate()

    def _lay_out(self) -> None:
        labels = QWidget(self)
        column = QVBoxLayout(labels)
        parts: tuple[tuple[QLabel, QWidget], ...] = (
            (self._tags_label, self.tags),
            (self._addressees_label, self.addressees),
            (self._actions_label, self.actions_inside),
        )
        for title, part in parts:
            font = title.font()
            font.setBold(True)
            title.setFont(font)
            column.addWidget(title)
            column.addWidget(part)
            column.addSpacing(8)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(labels)
        self.tabs.addTab(scroll, "")
        self.tabs.addTab(self.form, "")
        self.tabs.addTab(self.negotiation, "")
        self.tabs.addTab(self.trail, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self.wording)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        run = self._workplace.run
        self.wording.status_chosen.connect(self._on_status)
        self.wording.reopen_requested.connect(lambda reason: run("reopen", recommendation=self.record, reason=reason))
        self.negotiation.shown.connect(self._name_negotiation)
        self.tags.added.connect(lambda scheme, word: run("tag", item=self.record, name=word, scheme=scheme))
        self.tags.removed.connect(lambda tag: run("untag", item=self.record, tag=tag))
        self.addressees.added.connect(
            lambda name, part, implied: run(
                "address", recommendation=self.record, name=name, part=part, implied=implied
            )
        )
        self.addressees.changed.connect(lambda record, fields: run("edit", id=record, **fields))
        self.addressees.removed.connect(lambda record: run("delete", id=record))
        self.actions_inside.added.connect(
            lambda words: run("add", kind="action", recommendation=self.record, text=words)
        )
        self.actions_inside.changed.connect(lambda record, fields: run("edit", id=record, **fields))
        self.actions_inside.removed.connect(lambda record: run("delete", id=record))
        self.trail.note_requested.connect(self.note_requested)
        self.trail.recommendation_requested.connect(self.recommendation_requested)
        self._workplace.hall.changed.connect(self._on_hall)

    def _on_hall(self, is_on: bool) -> None:
        """Take away at once what others may not see of the trail and the negotiation; both are read anew."""
        if is_on and self.record is not None:
            self.trail.graph.show_graph(TrailGraph(self.record))
            self.trail.show_trail((), (), None)
            self.negotiation.cover()

    def _on_status(self, status: str) -> None:
        """Give it another status; those that are decisions are recorded as such."""
        if status in BY_COMMAND:
            self._workplace.run(BY_COMMAND[status], recommendation=self.record)
        else:
            told = self._workplace.run("edit", id=self.record, status=status)
            if told is None:
                self.wording.retranslate()  # refused: the box says again what stands on the desk

    def _name_negotiation(self) -> None:
        count = self.negotiation.waiting
        self.tabs.setTabText(NEGOTIATION, _("Negotiation ({number})", number=count) if count else _("Negotiation"))

    def _order(self) -> None:
        """Let Tab reach the steps of the trail, which were made just now, before the notes under them."""
        before: QWidget = self.tabs.tabBar()
        for one in (*self.trail.graph.buttons, self.trail.note_list):
            self.setTabOrder(before, one)
            before = one

    def _name_trail(self) -> None:
        count = self.trail.count
        self.tabs.setTabText(TRAIL, _("Notes and decisions ({number})", number=count))

    def _on_trail(self, record: str, trail: Trail, zone: tzinfo | None, graph: TrailGraph) -> None:
        if record == self.record:
            # While others see this screen the trail stays away: any of its steps may be confidential.
            self.trail.graph.show_graph(TrailGraph(record) if self._workplace.hall.is_on else graph)
            seen = [one for one in trail.notes if self._workplace.hall.may_show(one.sensitivity)]
            decisions = trail.decisions
            if self._workplace.hall.is_on:  # neither names nor reasons, which nobody classed, are an affair of a hall
                seen = [replace(one, speaker="") for one in seen]
                decisions = tuple(replace(one, reason=None) for one in decisions)
            self.trail.show_trail(seen, decisions, zone, hidden=len(trail.notes) - len(seen))
            self._name_trail()
            self._order()
