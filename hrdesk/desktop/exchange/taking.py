"""Taking in: one preview for all files, then one merge with progress, a summary in words, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.exchange.came_in import CameIn
from hrdesk.desktop.exchange.preview_pane import PreviewPane, bad_words
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.exchange.summary_words import summary_words
from hrdesk.desktop.exchange.to_settle import to_settle
from hrdesk.desktop.shell.joining import is_locked
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.progress import Progress, Report
from hrdesk.exchange.bundle import AGE_SUFFIX, GZIP_SUFFIX, SUFFIX, Bundle
from hrdesk.exchange.merging import Stopped, back_to_before_merge, before_merge, merge
from hrdesk.exchange.preview import BadFile, Preview, preview, read_all
from hrdesk.exchange.queries import incoming
from hrdesk.exchange.summary import Summary
from hrdesk.language import N_
from hrdesk.language.interface import _, plural_
from hrdesk.store.age import Opener


@dataclass(frozen=True)
class Looked:
    """Bundles that were read, files that are none, and what all of them would bring."""

    bundles: tuple[Bundle, ...]
    bad: tuple[BadFile, ...]
    seen: Preview


@dataclass(frozen=True)
class Done:
    """What a merge did, and how many conflicts there are now."""

    summary: Summary
    conflicts: int


class Taking(Section):
    """Takes bundles in. ``settle_requested`` wishes for what is to be settled after it."""

    TITLE = N_("Bundles in")
    SCROLLS_ITSELF = True

    settle_requested = Signal()
    merged = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._folder = ""
        self._paths: list[Path] = []
        self._looked: Looked | None = None
        self._done: Done | None = None
        self._left_out: tuple[BadFile, ...] = ()
        self._is_looking = False
        self._is_back = self._was_stopped = False
        self._words, self.told = QLabel(self), QLabel(self)
        self.choose, self.merge, self.clear = QPushButton(self), QPushButton(self), QPushButton(self)
        self.to_settle, self.back = QPushButton(self), QPushButton(self)
        self.passphrase, self.open = QLineEdit(self), QPushButton(self)
        self._passphrase_label = QLabel(self)
        self.pane = PreviewPane(workplace, self)
        self.came_in = CameIn(self)
        self.progress = Progress(workplace, self)
        self._lay_out()
        self.choose.clicked.connect(self.choose_bundles)
        self.merge.clicked.connect(self.merge_bundles)
        self.clear.clicked.connect(self.forget)
        self.to_settle.clicked.connect(self.settle_requested)
        self.back.clicked.connect(self.go_back)
        self.open.clicked.connect(lambda: self._look(self.passphrase.text()))
        self.passphrase.returnPressed.connect(self.open.click)
        self.retranslate()

    @property
    def sound(self) -> list[Path]:
        """Give the bundles that can be merged."""
        return [one.path for one in self._looked.bundles] if self._looked else []

    def refresh(self) -> None:
        """Read the log anew, and whether the way back from the last merge is still open: it ends with the next edit."""
        self.ask(incoming, self.came_in.show_rows)
        desk = self.workplace.desk
        self.start(lambda: before_merge(desk) is not None, self._on_way_back, self.workplace.refused.emit)

    def choose_bundles(self) -> None:
        """Ask for one or several bundles."""
        kinds = ";;".join((_("Bundles") + f" (*{SUFFIX} *{GZIP_SUFFIX} *{AGE_SUFFIX})", _("All files") + " (*)"))
        names, _kind = QFileDialog.getOpenFileNames(self, _("Choose bundles"), self._folder, kinds)
        if names:
            self._folder = str(Path(names[0]).parent)
            self.look_at([Path(name) for name in names])

    def look_at(self, paths: Sequence[Path]) -> None:
        """Look at bundles in another thread, in addition to those that were looked at before."""
        self._paths = list(dict.fromkeys([*self._paths, *paths]))
        self._done, self._was_stopped = None, False
        self._look("", again=paths)

    def merge_bundles(self) -> None:
        """Take every sound bundle in, all in one transaction or none."""
        looked, desk = self._looked, self.workplace.desk
        if looked is None or not looked.bundles or self.progress.is_busy:
            return
        keep_out, withdrawals = self.pane.keep_out, self.pane.lets_withdrawals_in

        def work(report: Report) -> Done:
            summary = merge(desk, looked.bundles, keep_out=keep_out, withdrawals=withdrawals, progress=report)
            with desk.reader() as reader:
                return Done(summary, len(to_settle(reader)))

        self.progress.run(lambda: _("Merging"), work, self._on_merged, self._on_failed)
        self._tell()

    def go_back(self) -> None:
        """Go back to the backup that was made before the merge."""
        desk = self.workplace.desk
        self.back.setEnabled(False)
        self.start(lambda: back_to_before_merge(desk), lambda _nothing: self._on_back(), self._on_failed)

    def forget(self) -> None:
        """Forget the bundles that were looked at."""
        self._paths, self._looked, self._done = [], None, None
        self.pane.show_preview(None)
        self._tell()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._words.setText(
            _("Choose one or several, or drop them on the window. All are looked at before anything changes.")
        )
        self.choose.setText(_("Choose bundles…"))
        self.clear.setText(_("Clear the list"))
        self.to_settle.setText(_("Go to what is to be settled"))
        self.back.setText(_("Back to before the merge"))
        self._passphrase_label.setText(_("One of them needs a passphrase:"))
        self.passphrase.setAccessibleName(_("Passphrase of the bundle"))
        self.open.setText(_("Open"))
        self.progress.retranslate()
        self.pane.retranslate()
        self.came_in.retranslate()
        self._tell()

    def _look(self, passphrase: str, *, again: Sequence[Path] = ()) -> None:
        """Read what was not read yet, or has come ``again`` and may be another file by now; look at all together."""
        desk = self.workplace.desk
        known = self._looked.bundles if self._looked else ()
        held = {one.path: one for one in known if one.path not in again}
        paths, profile = list(self._paths), desk.file.profile
        self._is_looking = True
        self._tell()

        def work() -> Looked:
            fresh = [path for path in paths if path not in held]
            found, bad = read_all(fresh, Opener(profile, passphrase or None), beside=tuple(held.values()))
            bundles = [*held.values(), *found]
            with desk.reader() as reader:
                return Looked(tuple(bundles), tuple(bad), preview(bundles, reader, profile, bad=bad))

        self.start(work, self._on_looked, self._on_failed)

    def _on_looked(self, looked: Looked) -> None:
        self._is_looking = False
        self._looked = looked
        self.passphrase.clear()
        self.pane.show_preview(looked.seen)
        self._tell()
        if self._asks_passphrase():
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.sound:
            self.merge.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_merged(self, done: Done) -> None:
        self._done, self._was_stopped = done, False
        self._left_out = self._looked.bad if self._looked else ()
        self._paths, self._looked = [], None
        self.pane.show_preview(None)
        self._tell()
        self.refresh()
        self.merged.emit()
        (self.to_settle if self.to_settle.isVisible() else self.choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self._done, self._is_back = None, False
        self._tell()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.workplace.kept.emit(_("Back to before the merge"))
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._is_looking = False
        self._was_stopped = isinstance(error, Stopped)
        self._tell()
        if not self._was_stopped:
            self.workplace.refused.emit(error)

    def _on_way_back(self, is_open: bool) -> None:
        self._is_back = is_open
        self._tell()

    def _asks_passphrase(self) -> bool:
        return bool(self._looked) and any(is_locked(one.path) for one in self._looked.bad)  # type: ignore[union-attr]

    def _tell(self) -> None:
        """Show what can be done now."""
        count, is_busy = len(self.sound), self.progress.is_busy or self._is_looking
        self.merge.setText(plural_("Merge {number} bundle", "Merge {number} bundles", count) if count else _("Merge"))
        self.choose.setEnabled(not is_busy)
        self.merge.setVisible(bool(count) and not is_busy)
        self.clear.setVisible(bool(self._paths) and not is_busy)
        for widget in (self._passphrase_label, self.passphrase, self.open):
            widget.setVisible(self._asks_passphrase() and not is_busy)
        done = self._done
        lines = summary_words(done.summary, done.conflicts) if done else []
        lines += [bad_words(one) for one in self._left_out] if done else []
        if self._is_looking:
            lines = [_("Looking at the bundles …")]
        elif self._was_stopped:
            lines = [_("Stopped; nothing was merged.")]
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(self.told.text()))
        self.told.setAccessibleName(self.told.text())
        self.to_settle.setVisible(bool(done and done.conflicts))
        self.back.setVisible(self._is_back)
        self.back.setEnabled(True)

    def _lay_out(self) -> None:
        for label in (self._words, self.told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # what other desks wrote is never markup
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        head = FlowLayout()
        for button in (self.choose, self.merge, self.clear):
            head.addWidget(button)
        after = FlowLayout()
        for button in (self.to_settle, self.back):
            after.addWidget(button)
        secret = QHBoxLayout()
        for widget in (self._passphrase_label, self.passphrase, self.open):
            secret.addWidget(widget)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.pane)
        column.addWidget(self.came_in)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._words)
        layout.addLayout(head)
        layout.addLayout(secret)
        layout.addWidget(self.progress)
        layout.addWidget(self.told)
        layout.addLayout(after)
        layout.addWidget(area, 1)
        self.setFocusProxy(self.choose)
