"""The section of the stick: one button, one key. What others left is taken in, then one's own is written."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desk import Desk
from hrdesk.desktop.exchange.preview_pane import PreviewPane
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.shell.sentence import sentence_of
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.progress import Progress, Report
from hrdesk.errors import Refused
from hrdesk.exchange.merging import Stopped
from hrdesk.exchange.preview import Preview
from hrdesk.exchange.stick import Swapped, look, swap
from hrdesk.language import N_
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate


class Swapping(Section):
    """``settle_requested`` wishes for what is to be settled after a swap."""

    TITLE = N_("Swap with a stick")

    settle_requested = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._swapped: Swapped | None = None
        self._asks = self._is_busy = self._was_stopped = False
        self._words, self._folder, self._question, self.told = (QLabel(self) for _label in range(4))
        self.swap, self.choose, self.to_settle = QPushButton(self), QPushButton(self), QPushButton(self)
        self.pane = PreviewPane(workplace, self)
        self.progress = Progress(workplace, self)
        self._lay_out()
        self.swap.clicked.connect(self.do_swap)
        self.choose.clicked.connect(self.choose_folder)
        self.to_settle.clicked.connect(self.settle_requested)
        self.retranslate()

    @property
    def folder(self) -> Path | None:
        """Give the folder of the stick, once somebody has chosen it."""
        told = self.workplace.settings.stick
        return Path(told) if told else None

    def choose_folder(self) -> bool:
        """Ask where the stick is; it is remembered on this machine."""
        told = QFileDialog.getExistingDirectory(self, _("Where is the stick?"), self.workplace.settings.stick)
        if told:
            self.workplace.settings.stick = told
            self.workplace.settings.save(folder=self.workplace.desk.file.profile.folder)
            self._tell()
        return bool(told)

    def do_swap(self) -> None:
        """Swap; whoever is unknown is shown first, and the next press goes on."""
        if self._is_busy or self.progress.is_busy or (self.folder is None and not self.choose_folder()):
            return
        if self._asks:
            self._asks = False
            self._swap()
            return
        desk, folder = self.workplace.desk, self.folder
        assert folder is not None
        self._swapped, self._was_stopped, self._is_busy = None, False, True
        self._tell()
        self.start(lambda: _looked(desk, folder), self._on_looked, self._on_failed)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._words.setText(
            _(
                "Put the stick in and press once: what others left on it is taken in, and yours is written. When"
                " everybody has pressed, and the first ones once more, all desks are equal."
            )
        )
        self.choose.setText(_("Choose the stick…"))
        self.to_settle.setText(_("Go to what is to be settled"))
        self._question.setText(
            _("Please look at these authors first: tick whoever is to be kept out, then press the button once more.")
        )
        self.progress.retranslate()
        self.pane.retranslate()
        self._tell()

    def _swap(self) -> None:
        desk, folder, keep_out = self.workplace.desk, self.folder, self.pane.keep_out
        withdrawals = self.pane.lets_withdrawals_in
        assert folder is not None
        self.pane.show_preview(None)

        def work(report: Report) -> Swapped:
            return swap(desk, folder, keep_out=keep_out, withdrawals=withdrawals, progress=report)

        self.progress.run(lambda: _("Swapping"), work, self._on_swapped, self._on_failed)
        self._tell()

    def _on_looked(self, seen: Preview) -> None:
        self._is_busy = False
        self._asks = bool(seen.unknown or seen.revoked or seen.withdrawals)  # words may go: a person sees it before
        self.pane.show_preview(seen if self._asks else None)
        if self._asks:
            self._tell()
            self.swap.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._swap()

    def _on_swapped(self, swapped: Swapped) -> None:
        self._swapped = swapped
        self._tell()
        self.swap.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = self._asks = False
        self._was_stopped = isinstance(error, Stopped)
        self._tell()
        if not self._was_stopped:
            self.workplace.refused.emit(error)

    def _tell(self) -> None:
        folder, is_busy = self.folder, self._is_busy or self.progress.is_busy
        self.swap.setText(_("Go on with the swap") if self._asks else _("Swap with the stick"))
        self.swap.setEnabled(not is_busy)
        self.choose.setEnabled(not is_busy)
        name = str(folder) if folder else _("No stick has been chosen yet.")
        self._folder.setText(isolate(name) if folder and current().right_to_left else name)
        self._question.setVisible(self._asks)
        lines: list[str] = []
        if self._is_busy:
            lines = [_("Looking at the stick …")]
        elif self._was_stopped:
            lines = [_("Stopped; nothing was merged.")]
        elif self._swapped is not None:
            told = [sentence_of(Refused(message, **dict(fields))) for message, fields in self._swapped.sentences]
            lines = [_("✓ Swapped. The stick can be removed now."), *told]
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))
        self.told.setAccessibleName(self.told.text())
        self.to_settle.setVisible(bool(self._swapped and self._swapped.taken.contested))

    def _lay_out(self) -> None:
        for label in (self._words, self._folder, self._question, self.told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # what other desks wrote is never markup
        font = self.swap.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.swap.setFont(font)
        self.swap.setMinimumHeight(self.swap.sizeHint().height() + 16)
        line = QHBoxLayout()
        line.addWidget(self.swap)
        line.addStretch(1)
        place = QHBoxLayout()
        place.addWidget(self.choose)
        place.addWidget(self._folder, 1)
        after = FlowLayout()
        after.addWidget(self.to_settle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._words)
        layout.addLayout(line)
        layout.addLayout(place)
        layout.addWidget(self.progress)
        layout.addWidget(self._question)
        layout.addWidget(self.told)
        layout.addLayout(after)
        layout.addWidget(self.pane)
        layout.addStretch(1)
        self.setFocusProxy(self.swap)


def _looked(desk: Desk, folder: Path) -> Preview:
    """Look at the stick; one that is not there is refused by the swap, with its sentence."""
    if not folder.is_dir():
        raise Refused(N_("{path} is not there. Nothing was changed; please put the stick in."), path=str(folder))
    return look(desk, folder)
