"""What the keys of the list do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hrdesk.desktop.floor.hands import Hands
from hrdesk.desktop.floor.telling import class_words, speaker_name
from hrdesk.desktop.shell.sentence import sentence_of
from hrdesk.errors import Refused
from hrdesk.floor.picture import Line
from hrdesk.language.interface import _
from hrdesk.records.floor import SPEAKER_CLASSES

if TYPE_CHECKING:
    from hrdesk.desktop.floor.inscribe_line import Wish


class ListKeys(Hands):
    """Inscribe, confirm, withdraw, move, swap."""

    def inscribe(self, wish: Wish) -> None:
        """Inscribe; who is on the list already, or comes after it was closed, needs a second Enter."""
        seen, line = self._seen(), self._room.line
        if seen is None:
            return
        queue = self._room.queues.queue
        same = self._same(wish, queue)
        if same is not None and not wish.again:
            place = str(same.place) if same.place else _("at the microphone or done")
            asked = _("{who} is on the list already ({place}). Enter inscribes once more.", who=wish.words, place=place)
            line.ask_again(replace(wish, again=True), asked)
            return
        if queue == "floor" and not seen.list_is_open and not wish.late:
            line.ask_again(replace(wish, late=True), _("The list is closed. Enter inscribes late, as a decision."))
            return

        def failed(error: Exception) -> None:
            line.give_back(replace(wish, again=True), sentence_of(error) if isinstance(error, Refused) else "")

        arguments = {**wish.arguments(), "session": seen.session.id, "queue": queue}
        self._doing.run(
            "inscribe",
            lambda told: self._tell(_("{who}: place {place}", who=wish.words, place=str(told["place"]))),
            failed,
            **arguments,
        )

    def mark_absent(self) -> None:
        """Mark absent who was called and has not begun, else who is chosen."""
        current = (seen := self._seen()) and seen.current
        if current and not current.clock.marks:
            self._doing.run("mark-absent", request=current.speaker.request.id)
        else:
            self._on_chosen("mark-absent")

    def withdraw(self) -> None:
        """Withdraw the chosen request."""
        self._on_chosen("withdraw-request", _("Withdrawn. {key} brings it back.", key=self._undo_key()))

    def put_back(self) -> None:
        """Put the chosen request back on the list."""
        self._on_chosen("put-back")

    def confirm(self) -> None:
        """Confirm the chosen request."""
        self._on_chosen("confirm-request")

    def receive_written(self) -> None:
        """Note that the written statement of the chosen request was received."""
        self._on_chosen("receive-written")

    def correct(self) -> None:
        """Ask for class and on whose behalf of the chosen request."""
        line = self._chosen()
        if line is None:
            return
        request = line.speaker.request
        own = request.speaker_class or "other"
        classes = [own, *(one for one in SPEAKER_CLASSES if one != own)]

        def give(behalf: str, chosen: str) -> None:
            fields: dict[str, Any] = {"speaker_class": chosen}
            if behalf or request.on_behalf_of:
                fields |= {"statement": "group" if behalf else "own", "on_behalf_of": behalf}
            self._doing.run("correct-request", request=request.id, **fields)

        self._room.asked.ask(
            _("{who}: class, and on whose behalf (may stay empty)", who=speaker_name(line.speaker)),
            give,
            request.on_behalf_of or "",
            [(one, class_words(one)) for one in classes],
            may_be_empty=True,
        )

    def move_up(self) -> None:
        """Move the chosen request in front of the one before it."""
        lines, row = self._rows()
        if row > 0:
            self._doing.run(
                "move-request", request=lines[row].speaker.request.id, before=lines[row - 1].speaker.request.id
            )

    def move_down(self) -> None:
        """Move the chosen request behind the one after it."""
        lines, row = self._rows()
        if 0 <= row < len(lines) - 1:
            before = lines[row + 2].speaker.request.id if row + 2 < len(lines) else None
            self._doing.run("move-request", request=lines[row].speaker.request.id, before=before)

    def swap(self) -> None:
        """Ask with whom the chosen speaker swaps, and who agreed."""
        lines, row = self._rows()
        if row < 0 or len(lines) < 2:
            return
        one = lines[row].speaker
        others = [
            (line.speaker.request.id, f"{line.place}  {speaker_name(line.speaker)}")
            for line in (*lines[row + 1 :], *lines[:row])
        ]

        def give(consents: str, other: str) -> None:
            self._doing.run("swap-requests", request=one.request.id, other=other, consents=consents)

        question = _("{who} swaps with whom, and how did both agree?", who=speaker_name(one))
        self._room.asked.ask(question, give, _("Both agreed at the desk"), others)

    def join(self) -> None:
        """Make one of the two requests of the chosen speaker, who came onto the list on two laptops."""
        line = self._chosen()
        if line is None or not line.twice:
            self._tell(_("The chosen speaker is on the list only once."))
            return
        told = _("Joined: the earlier place was kept. {key} takes it back.", key=self._undo_key())
        request, other = line.speaker.request.id, line.twice[0]
        self._doing.run("join-requests", lambda _told: self._tell(told), request=request, other=other)

    def accept_late(self) -> None:
        """Give the proposed late dignitary the next place."""
        line = (seen := self._seen()) and seen.proposed
        if line:
            self._doing.run("accept-late", request=line.speaker.request.id)

    def _on_chosen(self, command: str, told: str = "") -> None:
        line = self._chosen()
        if line is not None:
            then = (lambda _told: self._tell(told)) if told else None
            self._doing.run(command, then, request=line.speaker.request.id)

    def _same(self, wish: Wish, queue: str) -> Line | None:
        """Give the line on which the same speaker stands in this round and queue."""
        seen = self._seen()
        if seen is None:
            return None
        lines = {"floor": seen.waiting, "panel_reply": seen.replies, "right_of_reply": seen.rights}[queue]
        done = [one for one in seen.done if one.speaker.request.state == "spoke"]
        directory = self._room.known.directory
        for line in (*lines, *done):
            request = line.speaker.request
            if (request.queue or "floor") != queue or (request.number or 1) != seen.round:
                continue
            if wish.person and request.person == wish.person:
                return line
            entry = directory.get(wish.delegation) if wish.delegation and not request.person else None
            if entry is not None and request.delegation in (entry.record, entry.code):
                return line
            if not wish.person and not wish.delegation and request.speaker_label == wish.words:
                return line
        return None
