"""Giving: what a bundle of this desk would hold, what stays, and writing it so that the stick can be taken out."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.exchange_words import counted
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.exchange.bundle import SUFFIX, Written, write_bundle
from hrdesk.exchange.queries import Travelling, travelling
from hrdesk.language.interface import _, plural_

STARTER = f"starter{SUFFIX}"


class Giving(QWidget):
    """Writes bundles in another thread; "safe to remove" is said only after the file was written and read again."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._folder = ""
        self._asked = 0
        self._counts: Travelling | None = None
        self._written: Written | None = None
        self._is_writing = False
        self._title = QLabel(self)
        self._going = QLabel(self)
        self._staying = QLabel(self)
        self.confidential = QCheckBox(self)
        self.warning = QLabel(self)
        self.write, self.starter = QPushButton(self), QPushButton(self)
        self.told = QLabel(self)
        self._lay_out()
        self.confidential.toggled.connect(lambda _on: self._tell())
        self.write.clicked.connect(self.write_bundle)
        self.starter.clicked.connect(self.write_starter)

    def refresh(self) -> None:
        """Count anew what would travel."""
        self._asked += 1
        number = self._asked
        self._workplace.read(travelling, lambda counts: self._on_counted(counts, number))

    def write_bundle(self) -> None:
        """Ask where, and write everything that may travel."""
        seat = self._workplace.settings.name.strip().lower().replace(" ", "-")
        today = f"{datetime.fromisoformat(self._workplace.desk.file.now()):%Y-%m-%d}"
        safe = "".join(one for one in seat if one.isalnum() or one == "-")
        self._ask("-".join(part for part in (self._workplace.path.stem, safe, today) if part) + SUFFIX)

    def write_starter(self) -> None:
        """Ask where, and write the bundle from which other laptops begin the same consultation."""
        self._ask(STARTER)

    def write_to(self, target: Path) -> None:
        """Write the bundle into ``target``."""
        confidential, desk = self.confidential.isChecked(), self._workplace.desk
        self._is_writing, self._written = True, None
        self._tell()

        def work() -> Written:
            with desk.reader() as reader:
                return write_bundle(reader, target, desk.file.device, desk.file.now(), confidential=confidential)

        self._workplace.start(work, self._on_written, self._on_failed)

    def retranslate(self) -> None:
        """Set the words anew."""
        self._title.setText(_("Give: write a bundle"))
        self.confidential.setText(_("Put confidential records in too"))
        self.warning.setText(
            _(
                "⚠ Bundles are not encrypted yet: whoever finds the stick can read what is confidential. Hand it over"
                " in person, and delete the file when it has been merged."
            )
        )
        self.write.setText(_("Write a bundle…"))
        self.starter.setText(_("Starter bundle for new desks…"))
        self.starter.setToolTip(_("Other laptops join the same consultation with it, instead of making a second one"))
        self._tell()

    def _ask(self, suggested: str) -> None:
        start = str(Path(self._folder) / suggested)
        name, _kind = QFileDialog.getSaveFileName(self, _("Write a bundle"), start, _("Bundle") + f" (*{SUFFIX})")
        if name:
            bare = name.removesuffix(".json").removesuffix(".hrdesk")
            path = Path(f"{bare}{SUFFIX}")
            self._folder = str(path.parent)
            self.write_to(path)

    def _on_counted(self, counts: Travelling, number: int) -> None:
        if number != self._asked:
            return  # a newer answer is on the way
        self._counts = counts
        self._tell()

    def _on_written(self, written: Written) -> None:
        self._is_writing, self._written = False, written
        self.confidential.setChecked(False)  # asked for each time: never by habit
        self._tell()

    def _on_failed(self, error: Exception) -> None:
        self._is_writing = False
        self._tell()
        self._workplace.refused.emit(error)

    def _tell(self) -> None:
        counts = self._counts or Travelling({}, {})
        with_all = self.confidential.isChecked()
        going = dict(counts.going)
        if with_all:
            going = {kind: going.get(kind, 0) + counts.staying.get(kind, 0) for kind in {**going, **counts.staying}}
        self._going.setText(_("It would hold {counts}.", counts=counted(going)) if going else "")
        left = sum(counts.staying.values())
        if not left:
            self._staying.setText(_("Nothing here is confidential; nothing stays behind."))
        elif with_all:
            self._staying.setText(_("● Confidential and in it: {counts}.", counts=counted(counts.staying)))
        else:
            told = counted(counts.staying)
            self._staying.setText(_("● Stays here because it is confidential: {counts}.", counts=told))
        self._staying.setVisible(self._counts is not None)
        self.confidential.setVisible(bool(left))
        self.warning.setVisible(bool(left) and with_all)
        for button in (self.write, self.starter):
            button.setEnabled(not self._is_writing)
        self.told.setText(self._result())
        self.told.setVisible(bool(self.told.text()))
        self.told.setAccessibleName(self.told.text())

    def _result(self) -> str:
        if self._is_writing:
            return _("Writing… please leave the stick in.")
        if self._written is None:
            return ""
        count = self._written.changes
        told = plural_(
            "✓ Written and read again: {path}, {number} change. The stick can be removed now.",
            "✓ Written and read again: {path}, {number} changes. The stick can be removed now.",
            count,
            path=str(self._written.path),
        )
        left = self._written.left_out
        if left:
            stayed = plural_(
                "{number} confidential record stayed here.", "{number} confidential records stayed here.", left
            )
            return f"{told}\n{stayed}"
        return told

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        for label in (self._going, self._staying, self.warning, self.told):
            label.setWordWrap(True)
        line = FlowLayout()
        line.addWidget(self.write)
        line.addWidget(self.starter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._title, self._going, self._staying, self.confidential, self.warning):
            layout.addWidget(widget)
        layout.addLayout(line)
        layout.addWidget(self.told)
