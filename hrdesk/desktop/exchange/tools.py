"""The section “More”: files for other programs, and files of theirs."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.exchange.tools_in import ToolsIn
from hrdesk.desktop.exchange.tools_out import ToolsOut
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language import N_


class Tools(Section):
    """Out above, in below, a line between them."""

    TITLE = N_("More: other programs")

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.out, self.into = ToolsOut(workplace, self), ToolsIn(workplace, self)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.out)
        layout.addWidget(line)
        layout.addWidget(self.into)
        layout.addStretch(1)
        self.setFocusProxy(self.out)

    def refresh(self) -> None:
        """Look anew at what would leave, and at what a file that is shown would bring."""
        self.out.look()
        self.into.foresee()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.out.retranslate()
        self.into.retranslate()

    def take_files(self, paths: list[Path]) -> bool:
        """Look at the first file that only such programs write; tables may be lists of anything, and are chosen."""
        wanted = [path for path in paths if path.suffix.lower() in (".qdc", ".qdpx")]
        if wanted:
            self.into.look_at(wanted[0])
        return bool(wanted)
