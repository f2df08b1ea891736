"""What a search is narrowed to, as a row of lists under its line: each says what it is while it wants everything."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.list_box import ListBox
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.language.interface import _, context_, current
from hrdesk.language.isolation import isolate
from hrdesk.records import KINDS, Tag
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.note import NOTE_KINDS
from hrdesk.store.narrowing import Narrowing, as_instant
from hrdesk.store.offers import Offers, called

LONGEST = 48
"""Letters of a title or a name that are shown."""

WIDE = 13
"""Letters of a list that are seen while it is closed."""

NOUNS = (
    "note",
    "recommendation",
    "amendment",
    "alternative",
    "reservation",
    "wording_version",
    "paragraph",
    "session",
    "person",
    "outside_source",
    "wording",
)
"""Kinds of records that are offered by themselves; the others are found among everything."""

OF_NOTE = "note_kind:"

WRITTEN = "2012-12-12 09:30"
"""How a time is written, by the clock of the venue; the day alone is enough."""


class Wanted(NamedTuple):
    """What is wanted: the kind of record, if only one, and all else."""

    kinds: tuple[str, ...] | None
    narrowing: Narrowing


class SearchFilters(QWidget):
    """Session, speaker, kind, class, tag, from and until. ``changed`` tells that another one is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = Offers()
        self.session, self.speaker, self.kind, self.sensitivity, self.tag = (ListBox(self) for _number in range(5))
        self.since, self.until = (QLineEdit(self) for _number in range(2))
        self.all = QPushButton(self)
        self.all.setAutoDefault(True)  # Enter presses it as the space bar does
        self.wrong = QLabel(self)
        self.wrong.hide()
        layout = FlowLayout(self, gap=6)
        for box in self._boxes:
            box.setMinimumContentsLength(WIDE)
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())
            layout.addWidget(box)
        for time in self._times:
            time.setClearButtonEnabled(True)
            time.textChanged.connect(lambda _text: self._on_time())
            layout.addWidget(time)
        layout.addWidget(self.all)
        layout.addWidget(self.wrong)
        self._said = self.wanted
        self.all.clicked.connect(self.clear)
        self.changed.connect(self._on_changed)

    @property
    def wanted(self) -> Wanted:
        """Give what is wanted."""
        kind = str(self.kind.currentData() or "")
        is_of_note = kind.startswith(OF_NOTE)
        narrowing = Narrowing(
            session=str(self.session.currentData() or ""),
            speaker=str(self.speaker.currentData() or ""),
            note_kind=kind.removeprefix(OF_NOTE) if is_of_note else "",
            sensitivity=str(self.sensitivity.currentData() or ""),
            tag=str(self.tag.currentData() or ""),
            since=self._instant(self.since) or "",
            until=self._instant(self.until) or "",
        )
        return Wanted((kind,) if kind and not is_of_note else None, narrowing)

    @property
    def told(self) -> str:
        """Say in one line what is wanted; nothing where everything is."""
        boxes = [box.currentText() for box in self._boxes if box.currentIndex() > 0]
        since, until = (time.text().strip() if self._instant(time) else "" for time in self._times)
        if since:
            boxes.append(_("from {time}", time=since))
        if until:
            boxes.append(_("until {time}", time=until))
        if not current().right_to_left:
            return "  ·  ".join(boxes)
        # The mark leads, or the parts would follow one another from the left: none of their own letters counts.
        return "\u200f" + "  ·  ".join(map(isolate, boxes)) if boxes else ""

    def clear(self) -> None:
        """Want everything again."""
        before = self.wanted
        for part in (*self._boxes, *self._times):
            part.blockSignals(True)
        for box in self._boxes:
            box.setCurrentIndex(0)
        for time in self._times:
            time.clear()
        for part in (*self._boxes, *self._times):
            part.blockSignals(False)
        self._say_what_is_wrong()
        if self.wanted != before:
            self.changed.emit()

    def offer(self, offers: Offers) -> None:
        """Offer what the desk holds; what was chosen stays where it is offered still."""
        self._offers = offers
        before = self.wanted
        self._fill()
        if self.wanted != before:
            self.changed.emit()

    def retranslate(self) -> None:
        """Set the words anew."""
        boxes = (_("Session"), _("Speaker"), _("Kind"), _("Sensitivity"), _("Tag"))
        times = (context_("from a time on", "From"), _("Until"))
        for part, name in zip((*self._boxes, *self._times), (*boxes, *times), strict=True):
            part.setAccessibleName(name)
        self.since.setPlaceholderText(_("From any time"))
        self.until.setPlaceholderText(_("Until any time"))
        for time in self._times:
            time.setToolTip(_("For example {time}, by the clock of the venue; the day alone is enough", time=WRITTEN))
            metrics = time.fontMetrics()
            texts = (WRITTEN, time.placeholderText())
            time.setMinimumWidth(max(map(metrics.horizontalAdvance, texts)) + 3 * metrics.height())
        self._say_what_is_wrong()
        self.all.setText(_("Search everything"))
        self._fill()

    @property
    def _boxes(self) -> tuple[ListBox, ...]:
        return self.session, self.speaker, self.kind, self.sensitivity, self.tag

    @property
    def _times(self) -> tuple[QLineEdit, ...]:
        return self.since, self.until

    def _fill(self) -> None:
        offers = self._offers
        _offer(
            self.session,
            _("Any session"),
            [(one.title or _("Session without a title"), one.id) for one in offers.sessions],
        )
        speakers = [(called(one) or _("Protected person"), one.id) for one in offers.speakers]
        _offer(self.speaker, _("Any speaker"), speakers)
        self.speaker.setEnabled(bool(speakers))
        kinds = [(choice_word(one, "note_kind"), OF_NOTE + one) for one in NOTE_KINDS]
        nouns = [(_(KINDS[one].label), one) for one in NOUNS]
        _offer(self.kind, _("Any kind"), nouns + kinds, parted_at=len(nouns))
        _offer(self.sensitivity, _("Any sensitivity"), [(class_word(one), one) for one in SENSITIVITY])
        _offer(self.tag, _("Any tag"), [(_tag_word(one), one.id) for one in offers.tags])

    def _on_changed(self) -> None:
        self._said = self.wanted

    def _on_time(self) -> None:
        self._say_what_is_wrong()
        if self.wanted != self._said:
            self.changed.emit()

    def _say_what_is_wrong(self) -> None:
        """Say of what is no time, or none yet, that it does not count."""
        wrong = next((time.text().strip() for time in self._times if self._instant(time) is None), "")
        told = _("“{time}” is no time yet; write {example}.", time=wrong, example=WRITTEN) if wrong else ""
        self.wrong.setText(told)
        self.wrong.setVisible(bool(wrong))

    def _instant(self, time: QLineEdit) -> str | None:
        """Read a field; an empty text is no limit, and None is what is no time."""
        try:
            return as_instant(time.text(), self._offers.zone, is_end=time is self.until)
        except ValueError:
            return None


def _tag_word(tag: Tag) -> str:
    return f"#{tag.name or ''}"


def _offer(box: ListBox, everything: str, offers: Sequence[tuple[str, str]], parted_at: int = 0) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for at, (word, value) in enumerate(offers):
        if parted_at and at == parted_at:
            box.insertSeparator(box.count())
        box.addItem(shortened(word, LONGEST), value)
    box.setCurrentIndex(max(box.findData(chosen), 0) if chosen else 0)
    box.blockSignals(False)
