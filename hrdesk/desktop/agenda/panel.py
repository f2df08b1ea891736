"""The room where a consultation is set up: its outline on one side, every field of what is chosen on the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.agenda.add_button import AddButton
from hrdesk.desktop.agenda.outline import HEADINGS, kinds_under, link_field, seen_by
from hrdesk.desktop.agenda.tree import OutlineTree
from hrdesk.desktop.shell.action import key_word
from hrdesk.desktop.shell.panel import Action, Panel
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.record_form import RecordForm
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.records import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.desktop.agenda.participants_page import ParticipantsPage

NAMELESS = {"person": "name", "delegation": "name", "mechanism": "name", "consultation": "title"}
"""Kinds that hang under nothing and have no order: a new one begins with a name to be written over."""

TOLD_KEYS = {"add": "Insert Ctrl+Shift+A", "delete": "Ctrl+Delete", "up": "Alt+Up", "down": "Alt+Down"}
"""The keys of the buttons as shipped, by the action."""


class AgendaPanel(Panel):
    """Outline and form; adding, deleting and moving go through the menu of the room, the buttons or keys.

    ``settle_requested`` (record, field) wishes for the place where two versions of a field are settled.
    """

    ROOM = "agenda"
    TITLE = N_("Agenda")
    HIDES = True

    settle_requested = Signal(str, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._forms: dict[str, RecordForm] = {}
        self.tree = OutlineTree(self)
        self.tree.chosen.connect(self._on_chosen)
        self.tree.delete_requested.connect(self.delete)
        self._add = AddButton(self)
        self._add.serve(self.tree)
        self._delete, self._up, self._down = QToolButton(self), QToolButton(self), QToolButton(self)
        for button, do in (
            (self._add, self.add),
            (self._delete, self.delete),
            (self._up, partial(self.move_by, -1)),
            (self._down, partial(self.move_by, 1)),
        ):
            button.clicked.connect(lambda _checked=False, do=do: do())
        self._heading = QLabel(self)
        self._heading.setWordWrap(True)
        self._nothing = QLabel(self)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sheet = QStackedWidget(self)
        self._sheet.addWidget(self._nothing)
        self._pages = QStackedWidget(self)
        self._participants: ParticipantsPage | None = None
        self._lay_out()
        self.retranslate()

    def actions_of_room(self) -> list[Action]:
        """Give what can be done in this room."""
        return [
            Action("agenda.add", N_("&Add beside"), TOLD_KEYS["add"], self.add),
            Action("agenda.delete", N_("&Delete"), TOLD_KEYS["delete"], self.delete),
            Action("agenda.up", N_("Move &up"), TOLD_KEYS["up"], partial(self.move_by, -1)),
            Action("agenda.down", N_("Move do&wn"), TOLD_KEYS["down"], partial(self.move_by, 1)),
            Action("agenda.form", N_("Go to the &fields"), "F2", self.go_to_form),
            Action("agenda.tree", N_("Go to the &outline"), "F6", self.tree.setFocus),
            Action("agenda.participants", N_("&Take in participants…"), "Ctrl+Shift+T", self.take_in_participants),
        ]

    def refresh(self) -> None:
        """Read the outline."""
        outline, hidden = self.workplace.ask(lambda reader: seen_by(self.workplace.hall, reader))
        self.tree.show_outline(outline)
        self.tell_hidden(hidden)

    def hear(self, announcement: Announcement) -> None:
        """Follow what changed in the set-up."""
        if announcement.concerns(*HEADINGS):
            self.refresh()
            for form in self._forms.values():
                form.hear(announcement)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.tree.setAccessibleName(_("Outline of the consultation"))
        self._add.setText(_("Add"))
        self._add.setAccessibleName(_("Add"))
        self._delete.setText(_("Delete"))
        self._up.setText(_("Up"))
        self._down.setText(_("Down"))
        for button in (self._delete, self._up, self._down):
            button.setAccessibleName(button.text())
        keys = {self._add: "add", self._delete: "delete", self._up: "up", self._down: "down"}
        for button, action in keys.items():
            button.setToolTip(key_word(self.workplace.settings.keys, f"agenda.{action}", TOLD_KEYS[action]))
        for form in self._forms.values():
            form.retranslate()
        if self._participants is not None:
            self._participants.retranslate()
        self.refresh()
        self._on_chosen(self.tree.kind, self.tree.record)

    def leave(self) -> bool:
        """Keep the field being typed in."""
        kept = [form.leave() for form in self._forms.values()]  # each of them, also after one that holds
        return all(kept)

    def take_in_participants(self) -> None:
        """Show the page that takes in a list in place of the outline; what was begun there is still there."""
        self._pages.setCurrentWidget(self._page())
        self._page().setFocus()

    def take_files(self, paths: list[Path]) -> bool:
        """Take a list that was dropped on the window, while that page is shown."""
        if self._participants is None or self._pages.currentWidget() is not self._participants or len(paths) != 1:
            return False
        self._participants.read_file(paths[0])
        return True

    def add(self, kind: str = "", under: str = "") -> None:
        """Add a record of ``kind`` (of that at the cursor when none is named), under a record where one is given."""
        kind = kind or self.tree.kind
        if not kind:
            return
        fields: dict[str, str] = {}
        owner_kind, owner = (self.tree.kind, under) if under else self.tree.owner()
        if owner and kind in kinds_under(owner_kind):
            fields[link_field(kind, owner_kind)] = owner
        if kind in NAMELESS:
            fields[NAMELESS[kind]] = _("New")
        made = self.workplace.run("add", kind=kind, **fields)
        if made is not None:
            self.tree.select(made["id"])
            self.go_to_form()

    def delete(self) -> None:
        """Delete the record at the cursor; the next one gets the cursor."""
        record, beside = self.tree.record, self.tree.siblings()
        if not record:
            return
        place = beside.index(record)
        following = [*beside[place + 1 :], *reversed(beside[:place])]
        if self.workplace.run("delete", id=record) is not None:
            self.tree.select(following[0] if following else "")
            self.workplace.kept.emit(_("Deleted. Undo brings it back."))

    def move_by(self, step: int) -> None:
        """Move the record at the cursor one place up (-1) or down (1) among those beside it."""
        record, beside = self.tree.record, self.tree.siblings()
        if not record or "position" not in KINDS[self.tree.kind].field_names():
            return
        place = beside.index(record) + step
        if 0 <= place < len(beside):
            after = beside[place + 1] if step > 0 and place + 1 < len(beside) else None
            self.workplace.run("move", id=record, before=beside[place] if step < 0 else after)

    def go_to_form(self) -> None:
        """Put the cursor into the first field of the record that is chosen, or into the name that is to be written."""
        form = self._sheet.currentWidget()
        if isinstance(form, RecordForm):
            own = [info.name for info in form.noun.declared if not info.refers_to]
            control = form.control(NAMELESS.get(form.noun.kind, own[0]))
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if hasattr(control, "selectAll"):
                control.selectAll()

    def _on_chosen(self, kind: str, record: str) -> None:
        if not kind:
            return
        below = kinds_under(kind) if record else []
        menu = self._add.menu()
        menu.clear()
        menu.addAction(_("{kind}, beside", kind=_(KINDS[kind].label))).triggered.connect(lambda: self.add(kind))
        for one in below:
            action = menu.addAction(_("{kind}, under it", kind=_(KINDS[one].label)))
            action.triggered.connect(partial(self._add_under, one, record))
        movable = bool(record) and "position" in KINDS[kind].field_names()
        self._delete.setEnabled(bool(record))
        self._up.setEnabled(movable)
        self._down.setEnabled(movable)
        self._heading.setText(f"<b>{_(HEADINGS[kind])}</b>")
        if not record:
            heading = self.tree.currentItem()
            self._nothing.setText(
                _("Choose one of them to see its fields, or add one with the Insert key.")
                if heading is not None and heading.childCount()
                else _("There is none yet. Add one with the Insert key.")
            )
            self._sheet.setCurrentWidget(self._nothing)
            return
        if kind not in self._forms:
            form = RecordForm(self.workplace, KINDS[kind], self)
            form.settle_requested.connect(self.settle_requested)
            self._forms[kind] = form
            self._sheet.addWidget(form)
        form = self._forms[kind]
        if form.record != record:
            form.show_record(record)
        self._sheet.setCurrentWidget(form)

    def _page(self) -> ParticipantsPage:
        if self._participants is None:
            from hrdesk.desktop.agenda.participants_page import ParticipantsPage  # few lists are taken in

            self._participants = ParticipantsPage(self.workplace, self)
            self._participants.left.connect(self._on_left)
            self._pages.addWidget(self._participants)
        return self._participants

    def _on_left(self) -> None:
        self._pages.setCurrentIndex(0)
        self.tree.setFocus()

    def _add_under(self, kind: str, record: str) -> None:
        self.add(kind, record)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self._add, self._delete, self._up, self._down):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 10, 4, 8)
        column.addLayout(buttons)
        column.addWidget(self.tree, 1)
        column = QVBoxLayout(right)
        column.setContentsMargins(10, 12, 12, 8)
        column.addWidget(self._heading)
        column.addWidget(self._sheet, 1)
        splitter = QSplitter(self)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([430, 700])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(splitter)
        layout.addWidget(self._pages)
        self.setFocusProxy(self.tree)
