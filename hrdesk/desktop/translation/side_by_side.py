"""Source and wording side by side, with what changed in the source and a quiet check of numbers and symbols."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from hrdesk.desktop.outcome.text_field import TextField
from hrdesk.desktop.shell.action import key_word
from hrdesk.desktop.translation.standing_words import standing_word
from hrdesk.desktop.widgets.difference_html import difference_html
from hrdesk.language import RIGHT_TO_LEFT
from hrdesk.language.difference import difference
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.language.names import language_name
from hrdesk.translation.queries import Segment
from hrdesk.translation.rules import mismatch

COPY, KEEP, REVIEW = "Ctrl+Shift+C", "Ctrl+Return", "Ctrl+Shift+Return"
"""The keys of the buttons as shipped; the table of the room has them from here."""


class SideBySide(QWidget):
    """Shows one segment. ``left`` tells that the wording was left, ``typed`` each key in it; the rest are wishes."""

    left = Signal()
    typed = Signal(str)
    keep_requested = Signal()
    review_requested = Signal()

    def __init__(self, chosen_keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen_keys = chosen_keys
        self._segment: Segment | None = None
        self._language = "fr"
        self._earlier: str | None = None
        self.source = TextField(self)
        self.source.setReadOnly(True)
        self.target = TextField(self)
        self.changed = QTextBrowser(self)
        self.check = QLabel(self)
        self._source_title, self._target_title, self._changed_title = QLabel(self), QLabel(self), QLabel(self)
        self.copy, self.keep, self.review = QPushButton(self), QPushButton(self), QPushButton(self)
        self._lay_out()
        self.target.left.connect(self.left)
        self.target.textChanged.connect(self._on_typed)
        self.copy.clicked.connect(self.copy_source)
        self.keep.clicked.connect(self.keep_requested)
        self.review.clicked.connect(self.review_requested)

    def show_segment(self, segment: Segment | None, language: str, text: str, earlier: str | None) -> None:
        """Show a segment; ``text`` stands in the wording, ``earlier`` is the source that a stale one was made from."""
        self._segment, self._language, self._earlier = segment, language, earlier
        self.setEnabled(segment is not None)
        spoken = segment.source.language if segment else ""
        self.source.run_in(_direction(spoken))
        self.target.run_in(_direction(language))
        self.source.show_text(segment.source.text if segment else "")
        self.target.show_text(text)
        self.retranslate()

    def follow(self, segment: Segment, earlier: str | None) -> None:
        """Show another state of the segment and leave what is being typed alone."""
        self._segment, self._earlier = segment, earlier
        self.source.show_text(segment.source.text)
        self.retranslate()

    def copy_source(self) -> None:
        """Put the source in the place of the wording; undo in the field takes it back."""
        if self._segment is None:
            return
        cursor = self.target.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._segment.source.text)
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set the words anew."""
        segment = self._segment
        spoken = _name(segment.source.language) if segment else ""
        self._source_title.setText(_("Source ({language})", language=spoken) if segment else _("Source"))
        told = _name(self._language)
        if segment:
            told = f"{told}  ·  {standing_word(segment.standing)}"
        self._target_title.setText(told)
        self.source.setAccessibleName(self._source_title.text())
        self.target.setAccessibleName(_("Wording: {language}", language=told))
        self.target.setPlaceholderText(_("Type the translation; leaving keeps it as a draft") if segment else "")
        self.copy.setText(_("Copy source"))
        self.copy.setToolTip(key_word(self._chosen_keys, "translation.copy", COPY))
        self.keep.setText(_("Keep, next"))
        self.keep.setToolTip(key_word(self._chosen_keys, "translation.keep", KEEP))
        self.review.setText(_("Reviewed, next"))
        self.review.setToolTip(key_word(self._chosen_keys, "translation.review", REVIEW))
        self._show_changes()
        self._check()

    def _show_changes(self) -> None:
        is_stale = self._segment is not None and self._segment.standing == "stale"
        self._changed_title.setVisible(is_stale)
        self.changed.setVisible(is_stale and self._earlier is not None)
        if not is_stale or self._segment is None:
            return
        if self._earlier is None:
            self._changed_title.setText(_("↻ The source has changed; its earlier text is not on this desk."))
            return
        self._changed_title.setText(_("↻ What changed in the source (out: struck through, in: underlined)"))
        self.changed.setAccessibleName(self._changed_title.text())
        side = "rtl" if self._segment.source.language in RIGHT_TO_LEFT else "ltr"
        told = difference_html(difference(self._earlier, self._segment.source.text))
        self.changed.setHtml(f"<p dir='{side}'>{told}</p>")

    def _check(self) -> None:
        """Say quietly which numbers and symbols differ."""
        text = self.target.text()
        found = mismatch(self._segment.source.text, text) if self._segment and text.strip() else None
        lines = []
        if found and found.missing:
            lines.append(_("⚠ In the source and not here: {marks}", marks=_listed(found.missing)))
        if found and found.extra:
            lines.append(_("⚠ Here and not in the source: {marks}", marks=_listed(found.extra)))
        self.check.setText("\n".join(lines))
        self.check.setAccessibleName(self.check.text())

    def _on_typed(self) -> None:
        self._check()
        if self.target.hasFocus():
            self.typed.emit(self.target.text())

    def _lay_out(self) -> None:
        self.check.setWordWrap(True)
        self.check.setMinimumHeight(self.check.fontMetrics().lineSpacing() * 2)
        self.check.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._changed_title.setWordWrap(True)
        for title in (self._source_title, self._target_title):
            title.setMinimumHeight(round(title.fontMetrics().lineSpacing() * 1.4))  # letters of all scripts fit
        self._source_title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._source_title.setBuddy(self.source)
        self._target_title.setBuddy(self.target)
        self.changed.setMaximumHeight(200)
        halves = QSplitter(self)
        halves.addWidget(_column(self, self._source_title, self.source, self._changed_title, self.changed))
        halves.addWidget(_column(self, self._target_title, self.target))
        halves.setChildrenCollapsible(False)
        halves.setSizes([500, 500])
        line = QHBoxLayout()
        line.addWidget(self.copy)
        line.addStretch(1)
        line.addWidget(self.keep)
        line.addWidget(self.review)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(halves, 1)
        layout.addWidget(self.check)
        layout.addLayout(line)
        self.setTabOrder(self.target, self.keep)
        self.setTabOrder(self.keep, self.review)


def _column(parent: QWidget, *widgets: QWidget) -> QWidget:
    held = QWidget(parent)
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, TextField) else 0)
    return held


def _direction(language: str) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if language in RIGHT_TO_LEFT else Qt.LayoutDirection.LeftToRight


def _name(language: str) -> str:
    name = language_name(language, current().language)
    return name[:1].upper() + name[1:]


def _listed(marks: tuple[str, ...]) -> str:
    return ", ".join(isolate(mark) if current().right_to_left else mark for mark in marks)
