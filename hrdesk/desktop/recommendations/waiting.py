"""What waits for a person's look, told in a bar above the list, and the pages where it is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.recommendations.join_page import JoinPage, Joint
from hrdesk.desktop.recommendations.returned_page import ReturnedPage
from hrdesk.desktop.recommendations.split_page import SplitPage
from hrdesk.desktop.recommendations.strengths_page import StrengthsPage
from hrdesk.desktop.recommendations.vocabulary_page import VocabularyPage
from hrdesk.desktop.recommendations.wrap_up_page import WrapUpPage
from hrdesk.desktop.shell.action import undo_key
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.language.interface import _, plural_
from hrdesk.recommendations.candidates import Candidate, ToConfirm, candidates, strengths_to_confirm
from hrdesk.records import Recommendation
from hrdesk.records.disclosure import is_own, may_be_found
from hrdesk.store.lineage import read_classes_of
from hrdesk.store.reading import Reader

SETTLED = 800
"""Milliseconds after the last change until it is asked anew what waits."""


class Waiting(QWidget):
    """The bar. ``opened`` and ``closed`` tell when a page is to be shown and left; ``made`` carries a new id."""

    opened = Signal(QWidget)
    closed = Signal()
    made = Signal(str)

    def __init__(self, workplace: Workplace, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._drafts = drafts
        self._found: list[ToConfirm] = []
        self._pairs: list[Candidate] = []
        self._skipped: set[frozenset[str]] = set()
        self.strengths, self.join, self.split = StrengthsPage(self), JoinPage(self), SplitPage(self)
        self.wrap_up, self.returned = WrapUpPage(workplace, self), ReturnedPage(workplace, self)
        self.vocabulary = VocabularyPage(workplace, self)
        self.pages = (self.strengths, self.join, self.split, self.wrap_up, self.returned, self.vocabulary)
        self.to_confirm, self.alike = QPushButton(self), QPushButton(self)
        self._rest = QTimer(self, singleShot=True, interval=SETTLED)
        line = FlowLayout(self)
        line.addWidget(self.to_confirm)
        line.addWidget(self.alike)
        self._connect()
        self.retranslate()

    def put_into(self, pages: QStackedWidget) -> None:
        """Put the pages where they are shown."""
        for page in self.pages:
            pages.addWidget(page)

    def hear(self) -> None:
        """Ask anew what waits, once nothing changes for a moment."""
        self._rest.start()

    def leave(self) -> None:
        """Ask nothing more of a desk that is about to be closed."""
        self._rest.stop()

    def refresh(self) -> None:
        """Ask in another thread what waits."""
        self._rest.stop()
        audience = self._workplace.hall.audience
        self._workplace.read(lambda reader: _read(reader, audience), lambda told: self._on_read(audience, *told))

    def open_strengths(self) -> None:
        """Show the strengths to confirm."""
        self.strengths.show_found(self._found)
        self.opened.emit(self.strengths)

    def open_alike(self) -> None:
        """Show the likeliest pair."""
        if self._show_pair():
            self.opened.emit(self.join)

    def open_join(self, items: Sequence[Recommendation]) -> None:
        """Show several that a person chose."""
        languages = {one.language or "en" for one in items}
        one_language = next(iter(languages)) if len(languages) == 1 else ""
        self._show_joint(Joint(tuple(items), tuple(one.text or "" for one in items), one_language))
        self.opened.emit(self.join)

    def open_split(self, held: Recommendation) -> None:
        """Show where a text would be cut."""
        self.split.show_recommendation(held, self._drafts.held(_place("split", held.id)))
        self.opened.emit(self.split)

    def open_wrap_up(self) -> None:
        """Show what was suggested for the wrap-up, and the themes that the regions prefer."""
        self.wrap_up.refresh()
        self.opened.emit(self.wrap_up)

    def open_vocabulary(self) -> None:
        """Show the vocabularies."""
        self.vocabulary.refresh()
        self.opened.emit(self.vocabulary)

    def open_returned(self) -> None:
        """Show what the draft proposes that came back, and ask for it where none was read yet."""
        self.opened.emit(self.returned)
        if self.returned.draft is None:
            self.returned.ask()

    def retranslate(self) -> None:
        """Set the words anew."""
        strengths, pairs = len(self._found), len(self._waiting_pairs())
        self.to_confirm.setText(plural_("{number} strength to confirm", "{number} strengths to confirm", strengths))
        self.alike.setText(plural_("{number} pair may be alike", "{number} pairs may be alike", pairs))
        self.to_confirm.setVisible(bool(strengths))
        self.alike.setVisible(bool(pairs))
        self.setVisible(bool(strengths or pairs))
        self.to_confirm.setToolTip(_("Strengths were found in the texts; you confirm them"))
        self.alike.setToolTip(_("Compare them, join them, or say that they are not the same"))
        for page in self.pages:
            page.retranslate()

    def _connect(self) -> None:
        self._rest.timeout.connect(self.refresh)
        self.to_confirm.clicked.connect(self.open_strengths)
        self.alike.clicked.connect(self.open_alike)
        self.strengths.confirmed.connect(self._on_confirmed)
        self.join.join_requested.connect(self._on_join)
        self.join.apart_requested.connect(self._on_apart)
        self.join.later.connect(self._on_later)
        self.split.split_requested.connect(self._on_split)
        self.wrap_up.made.connect(self.made)
        for page in self.pages:
            page.closed.connect(self.closed)
        self.join.typed.connect(lambda: self._hold("join", self.join))
        self.split.typed.connect(lambda: self._hold("split", self.split))
        self._workplace.hall.changed.connect(self._on_hall)

    def _on_hall(self, is_on: bool) -> None:
        """Leave at once a page that shows what others may not see, what was typed there stays; ask anew what waits."""
        if is_on:
            self._found, self._pairs = [], []
            self.strengths.show_found(())
            self.retranslate()
            # A page of a stack is hidden unless it is the one that is shown.
            shown = [page for page in (self.strengths, self.join, self.split) if not page.isHidden()]
            if shown and not self._may_stay(shown[0]):
                self.closed.emit()
        self.refresh()

    def _may_stay(self, page: QWidget) -> bool:
        """Tell whether others may see what is compared or split; a list of strengths is opened again."""
        records = {self.join: self.join.records, self.split: self.split.records}.get(page, ())
        classes = self._workplace.ask(lambda reader: read_classes_of(reader, records))
        return bool(records) and all(self._workplace.hall.may_show(classes.of(one)) for one in records)

    def _show_joint(self, joint: Joint) -> None:
        self.join.show_joint(joint, self._drafts.held(_place("join", *(one.id for one in joint.items))))

    def _hold(self, what: str, page: JoinPage | SplitPage) -> None:
        """Hold what a person typed of a wording or of parts, until it is used; nothing typed takes the draft away."""
        place = _place(what, *page.records)
        if page.records and (page.own_words or self._drafts.held(place)):
            self._drafts.hold(place, page.own_words)

    def _forget(self, what: str, page: JoinPage | SplitPage) -> None:
        if self._drafts.held(place := _place(what, *page.records)):
            self._drafts.drop(place)

    def _waiting_pairs(self) -> list[Candidate]:
        return [one for one in self._pairs if _pair(one) not in self._skipped]

    def _show_pair(self) -> bool:
        waiting = self._waiting_pairs()
        if not waiting:
            return False
        one = waiting[0]
        number = self._pairs.index(one) + 1
        texts = (one.first_text, one.second_text)
        self._show_joint(Joint((one.first, one.second), texts, one.likeness.language, number, len(self._pairs)))
        return True

    def _on_read(self, audience: str, found: list[ToConfirm], pairs: list[Candidate]) -> None:
        if audience != self._workplace.hall.audience:
            return  # read for other eyes
        self._found, self._pairs = found, pairs
        if self.strengths.isVisible():
            self.strengths.show_found(found)
        self.retranslate()

    def _on_confirmed(self, pairs: list[str]) -> None:
        if self._workplace.run("confirm-strengths", pairs=pairs) is None:
            return
        gone = {pair.rpartition(":")[0] for pair in pairs}
        self._found = [one for one in self._found if one.recommendation.id not in gone]
        self.strengths.show_found(self._found)
        self.retranslate()
        if not self._found:
            self.closed.emit()

    def _on_join(self, told: dict[str, object]) -> None:
        made = self._workplace.run("join-recommendations", **told)
        if made is not None:
            self._forget("join", self.join)
        self._on_made(made)

    def _on_split(self, record: str, parts: list[str]) -> None:
        made = self._workplace.run("split-recommendation", recommendation=record, parts=parts)
        if made is not None:
            self._forget("split", self.split)
        self._on_made(made)

    def _on_made(self, made: dict[str, object] | None) -> None:
        if made is None:
            return
        self.split.forget()
        new = made.get("id") or next(iter(made.get("ids", ())), "")  # type: ignore[call-overload]
        self.closed.emit()
        self.made.emit(str(new))
        self._workplace.kept.emit(
            _("Done. The originals stay; {key} takes it back.", key=undo_key(self._workplace.settings.keys))
        )

    def _on_apart(self, first: str, second: str) -> None:
        if self._workplace.run("keep-apart", first=first, second=second) is not None:
            self._forget("join", self.join)
            self._pairs = [one for one in self._pairs if _pair(one) != frozenset((first, second))]
            self._next()

    def _on_later(self) -> None:
        joint = self.join.joint
        if joint is not None:
            self._skipped.add(frozenset(one.id for one in joint.items))
        self._next()

    def _next(self) -> None:
        self.retranslate()
        if not self._show_pair():
            self.closed.emit()


def _place(what: str, *records: str) -> str:
    """Name the place of what is typed about some recommendations: "join" or "split"."""
    return f"{what}:{','.join(sorted(records))}"


def _pair(one: Candidate) -> frozenset[str]:
    return frozenset((one.first.id, one.second.id))


def _read(reader: Reader, audience: str) -> tuple[list[ToConfirm], list[Candidate]]:
    """Read what waits, as far as an audience may see it."""
    found, pairs = strengths_to_confirm(reader), candidates(reader)
    if is_own(audience):
        return found, pairs
    records = {one.recommendation.id for one in found}.union(*map(_pair, pairs))
    classes = read_classes_of(reader, records)
    seen = {record for record in records if may_be_found(classes.of(record), audience)}
    return [one for one in found if one.recommendation.id in seen], [one for one in pairs if _pair(one) <= seen]
