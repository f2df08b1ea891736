"""The room of translation: a language, the texts of the document, source and wording side by side."""

from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout

from hrdesk.desk import Announcement
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.shell.panel import Action, Panel
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.translation.language_bar import LanguageBar
from hrdesk.desktop.translation.segment_list import SegmentList
from hrdesk.desktop.translation.segment_model import key_of
from hrdesk.desktop.translation.side_by_side import COPY, KEEP, REVIEW, SideBySide
from hrdesk.desktop.translation.standing_words import counts_in_words, left_to_do
from hrdesk.language import LANGUAGES, N_
from hrdesk.language.interface import _
from hrdesk.store.reading import Reader
from hrdesk.translation.queries import Segment, earlier_source, progress, segments

KINDS_OF_TEXTS = (
    "wording",
    "document",
    "document_agenda_item",
    "paragraph",
    "footnote",
    "recommendation",
    "consultation",
)
"""Kinds whose change the room follows."""


@dataclass(frozen=True)
class Texts:
    """The texts of the document in one language, and how every language stands."""

    language: str = ""
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    segments: list[Segment] = field(default_factory=list)


class TranslationPanel(Panel):
    """Carries the document into the six languages, text by text."""

    ROOM = "translation"
    TITLE = N_("Translation")

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._language = ""
        self._texts = Texts()
        self._segment: Segment | None = None
        self._shown = ""
        self._asked = 0
        self._is_due = False
        self.drafts = DraftKeeper(workplace, self)
        self.languages = LanguageBar(self)
        self.list = SegmentList(self)
        self.editor = SideBySide(workplace.settings.keys, self)
        self._told = QLabel(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def language(self) -> str:
        """Give the language that is worked on."""
        return self._language

    @property
    def segment(self) -> Segment | None:
        """Give the segment that is shown."""
        return self._segment

    def actions_of_room(self) -> list[Action]:
        """Give the actions of this room."""
        editor, texts = self.editor, self.list
        return [
            Action("translation.keep", N_("Keep as a draft, next"), KEEP, self.keep_and_next, "translation"),
            Action("translation.review", N_("Reviewed, next"), REVIEW, self.review_and_next, "translation"),
            Action("translation.previous", N_("Previous text"), "Alt+Up", lambda: self.step(-1), "translation"),
            Action("translation.next", N_("Next text"), "Alt+Down", lambda: self.step(1), "translation"),
            Action("translation.copy", N_("Copy the source"), COPY, editor.copy_source, "translation"),
            Action("translation.write", N_("Write the translation"), "F2", editor.target.setFocus, "translation"),
            Action("translation.list", N_("Go to the list of texts"), "Ctrl+L", texts.setFocus, "translation"),
            Action(
                "translation.filter", N_("Show all, to do, or changed"), "Ctrl+T", texts.narrow_to_next, "translation"
            ),
        ]

    def refresh(self) -> None:
        """Read the texts anew; at first in the language with the most left to do."""
        self._is_due = False
        self._asked += 1
        language, number = self._language, self._asked
        self.workplace.read(lambda reader: _read(reader, language), lambda texts: self._on_read(texts, number))

    def hear(self, announcement: Announcement) -> None:
        """Follow what changed in the texts, whoever changed it; out of sight it waits."""
        if not announcement.concerns(*KINDS_OF_TEXTS):
            return
        self._is_due = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was out of sight."""
        super().showEvent(event)
        if self._is_due:
            self.refresh()

    def retranslate(self) -> None:
        """Set every text anew."""
        for part in (self.languages, self.list, self.editor):
            part.retranslate()
        self._tell()

    def leave(self) -> bool:
        """Keep what is being typed."""
        kept = self.keep()
        self.drafts.flush()
        return kept

    def use_language(self, language: str) -> None:
        """Work on another language; what was typed is kept first."""
        if language == self._language or not self.keep():
            self.languages.choose(self._language or language)
            return
        self._language = language
        self._segment = None
        self.languages.choose(language)
        self.refresh()

    def show_text(self, item: str, field: str = "text") -> None:
        """Go to the text of a record."""
        self.list.narrow("all")
        self.list.choose(f"{item}:{field}")

    def keep(self) -> bool:
        """Keep the wording as a draft if it says something new; True unless it was refused."""
        text = self.editor.target.text().strip()
        if self._segment is None or text == self._shown.strip():
            return True
        return self._write("translate", text=text, status="draft", stood=self._shown)

    def keep_and_next(self) -> None:
        """Keep the wording against the source as it reads now, and go on."""
        segment, text = self._segment, self.editor.target.text().strip()
        if segment is None:
            return
        following = self.list.after(key_of(segment))
        is_renewed = segment.standing == "stale" and text == self._shown.strip()
        if self._write("translate", text=text, status="draft", stood=self._shown) if is_renewed else self.keep():
            self._go_on(following)

    def review_and_next(self) -> None:
        """Keep the wording as reviewed and go on."""
        segment, text = self._segment, self.editor.target.text().strip()
        if segment is None:
            return
        if not text:
            self.editor.check.setText(_("Nothing is written here yet, so there is nothing to review."))
            return
        following = self.list.after(key_of(segment))
        if text != self._shown.strip():
            done = self._write("translate", text=text, status="reviewed", stood=self._shown)
        else:
            done = segment.standing == "reviewed" or self._write("review-wording")
        if done:
            self._go_on(following)

    def step(self, by: int) -> None:
        """Go to the next text or the one before; what was typed is kept."""
        if self.keep():
            self.list.step(by)

    def _write(self, command: str, **fields: str) -> bool:
        assert self._segment is not None
        source, before = self._segment.source, self._shown
        self._shown = fields.get("text", before)
        told = self.workplace.run(command, item=source.item, field=source.field, language=self._language, **fields)
        if told is None:
            self._shown = before
            return False
        self.drafts.drop(self._place(self._segment))
        is_reviewed = command == "review-wording" or fields.get("status") == "reviewed"
        self.workplace.kept.emit(_("Kept as reviewed") if is_reviewed else _("Draft of the translation kept"))
        return True

    def _place(self, segment: Segment) -> str:
        """Name the place of the draft of a wording."""
        return f"wording:{key_of(segment)}:{self._language}"

    def _go_on(self, key: str) -> None:
        if key:
            self.list.choose(key)
        self.editor.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, texts: Texts, number: int) -> None:
        if number != self._asked:
            return  # a newer answer is on the way
        self._texts, self._language = texts, texts.language
        self.languages.choose(texts.language)
        self.languages.show_counts(texts.counts)
        self._fill()

    def _fill(self) -> None:
        """Show what the filter lets through; the text being worked on stays chosen, or the next one is."""
        wanted = key_of(self._segment) if self._segment else ""
        is_typing = self._segment is not None and self.editor.target.text().strip() != self._shown.strip()
        self._show(self.list.show_segments(self._texts.segments, wanted, is_typing=is_typing))
        self._tell()

    def _on_chosen(self, segment: Segment | None) -> None:
        self.keep()
        self._show(segment)

    def _show(self, segment: Segment | None) -> None:
        """Show a segment; the one that is shown follows the desk unless somebody is typing in it."""
        before, self._segment = self._segment, segment
        if segment is None:
            self._shown = ""
            self.editor.show_segment(None, self._language or LANGUAGES[0], "", None)
            return
        wording = (segment.wording.text if segment.wording else None) or ""
        typed = self.editor.target.text().strip()
        is_same = before is not None and key_of(before) == key_of(segment)
        if is_same and (typed != self._shown.strip() or typed == wording.strip()):
            if typed == wording.strip():
                self._shown = wording
            self.editor.follow(segment, self._earlier(segment))
            return
        self._shown = wording
        held = self.drafts.held(self._place(segment))
        self.editor.show_segment(segment, self._language, held or wording, self._earlier(segment))

    def _earlier(self, segment: Segment) -> str | None:
        """Find the source that a stale wording was made from."""
        held = segment.wording
        if segment.standing != "stale" or held is None:
            return None
        return self.workplace.ask(lambda reader: earlier_source(reader, held))

    def _on_typed(self, text: str) -> None:
        if self._segment is not None:
            self.drafts.hold(self._place(self._segment), text if text.strip() != self._shown.strip() else "")

    def _tell(self) -> None:
        self._told.setText(counts_in_words(self._texts.counts.get(self._language, Counter())))

    def _connect(self) -> None:
        self.languages.chosen.connect(self.use_language)
        self.list.chosen.connect(self._on_chosen)
        self.list.narrowed.connect(self._fill)
        self.list.write_requested.connect(self.editor.target.setFocus)
        self.editor.left.connect(self.keep)
        self.editor.typed.connect(self._on_typed)
        self.editor.keep_requested.connect(self.keep_and_next)
        self.editor.review_requested.connect(self.review_and_next)

    def _lay_out(self) -> None:
        self._told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._told.setWordWrap(True)
        halves = QSplitter(self)
        halves.addWidget(self.list)
        halves.addWidget(self.editor)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(1, 1)
        halves.setSizes([330, 900])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addWidget(self.languages)
        layout.addWidget(self._told)
        layout.addWidget(halves, 1)
        self.setFocusProxy(self.list)


def _read(reader: Reader, language: str) -> Texts:
    """Read counts and texts; without a language take the one with the most to do."""
    counts = progress(reader)
    chosen = language or max(LANGUAGES, key=lambda one: (left_to_do(counts[one]), counts[one].total()))
    return Texts(chosen, counts, segments(reader, chosen))
