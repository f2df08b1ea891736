"""Taking in: every bundle is looked at first, broken ones are left out with their sentence, the rest is merged."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.exchange_words import counted, moment, who
from hrdesk.desktop.shell.sentence import sentence_of
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.progress import Progress, Report
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import SUFFIX, read_bundle
from hrdesk.exchange.merging import Contents, Merged, look, merge
from hrdesk.exchange.queries import authors, conflicts, seats_in
from hrdesk.language.interface import _, current, plural_
from hrdesk.language.isolation import isolate


@dataclass(frozen=True)
class Looked:
    """A bundle that was looked at: what it holds and who wrote it, or why it is left out."""

    path: Path
    contents: Contents | None = None
    sender: str = ""
    refusal: Refused | None = None


class Taking(QWidget):
    """Takes bundles in. ``merged`` says that something came in, after all of it was kept."""

    merged = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._folder = ""
        self._looked: list[Looked] = []
        self._result: tuple[list[Merged], int] | None = None
        self._asked = 0
        self._title = QLabel(self)
        self._words = QLabel(self)
        self.looked = QLabel(self)
        self.choose, self.merge, self.clear = QPushButton(self), QPushButton(self), QPushButton(self)
        self.progress = Progress(workplace, self)
        self.told = QLabel(self)
        self._lay_out()
        self.choose.clicked.connect(self.choose_bundles)
        self.merge.clicked.connect(self.merge_bundles)
        self.clear.clicked.connect(self.forget)

    @property
    def sound(self) -> list[Path]:
        """Give the bundles that can be merged."""
        return [one.path for one in self._looked if one.contents is not None]

    def choose_bundles(self) -> None:
        """Ask for one or several bundles."""
        kinds = ";;".join((_("Bundles") + f" (*{SUFFIX})", _("All files") + " (*)"))
        names, _kind = QFileDialog.getOpenFileNames(self, _("Choose bundles"), self._folder, kinds)
        if names:
            self._folder = str(Path(names[0]).parent)
            self.look_at([Path(name) for name in names])

    def look_at(self, paths: Sequence[Path]) -> None:
        """Look at bundles in another thread, in addition to those that were looked at before."""
        self._result = None
        known = [one.path for one in self._looked]
        wanted = [*known, *(path for path in paths if path not in known)]
        desk = self._workplace.desk

        def work() -> list[Looked]:
            with desk.reader() as reader:
                seats = {row["device"].split(".")[0]: row["by"] for row in authors(reader) if row["by"]}
                found = []
                for path in wanted:
                    try:
                        bundle = read_bundle(path)
                    except Refused as refusal:
                        found.append(Looked(path, refusal=refusal))
                        continue
                    named = {**seats_in(bundle.changes), **seats}
                    sender = bundle.header.sender
                    seat = named.get(sender.split(".")[0], "")
                    found.append(Looked(path, look(bundle, reader), who(seat, sender)))
                return found

        self._workplace.start(work, self._on_looked)

    def merge_bundles(self) -> None:
        """Take every sound bundle in, one after another; each is in whole or not at all."""
        paths, desk = self.sound, self._workplace.desk
        if not paths or self.progress.is_busy:
            return
        self._asked = len(paths)

        def work(report: Report) -> tuple[list[Merged], int]:
            done = merge(desk, paths, progress=report)
            with desk.reader() as reader:
                return done, len(conflicts(reader))

        self.progress.run(lambda: _("Bundles merged"), work, self._on_merged, self._on_failed)
        self._tell()

    def forget(self) -> None:
        """Forget the bundles that were looked at."""
        self._looked, self._result = [], None
        self._tell()

    def retranslate(self) -> None:
        """Set the words anew."""
        self._title.setText(_("Take in: merge bundles"))
        self._words.setText(
            _("Choose one or several, or drop them on the window. Each is looked at before anything changes.")
        )
        self.choose.setText(_("Choose bundles…"))
        self.clear.setText(_("Clear the list"))
        self.progress.retranslate()
        self._tell()

    def _on_looked(self, looked: list[Looked]) -> None:
        self._looked = looked
        self._tell()
        if self.sound:
            self.merge.setFocus()

    def _on_merged(self, result: tuple[list[Merged], int]) -> None:
        self._result = result
        self._looked = [one for one in self._looked if one.refusal is not None]
        self._tell()
        self.merged.emit()

    def _on_failed(self, error: Exception) -> None:
        self._tell()
        self._workplace.refused.emit(error)

    def _tell(self) -> None:
        self.looked.setText("\n\n".join(map(_looked_words, self._looked)))
        self.looked.setVisible(bool(self._looked))
        self.looked.setAccessibleName(self.looked.text())
        count = len(self.sound)
        self.merge.setText(plural_("Merge {number} bundle", "Merge {number} bundles", count) if count else _("Merge"))
        is_merging = self.progress.is_busy
        self.choose.setVisible(not is_merging)
        self.merge.setVisible(bool(count) and not is_merging)
        self.clear.setVisible(bool(self._looked) and not is_merging)
        self.told.setText(self._summary())
        self.told.setVisible(bool(self.told.text()))
        self.told.setAccessibleName(self.told.text())

    def _summary(self) -> str:
        if self._result is None:
            return ""
        done, left = self._result
        if not done:
            return _("Stopped; nothing was merged.")
        new, known = sum(one.new for one in done), sum(one.known for one in done)
        lines = [
            plural_("✓ {number} bundle merged.", "✓ {number} bundles merged.", len(done)),
            plural_("{number} change is new.", "{number} changes are new.", new),
            plural_("{number} was known already.", "{number} were known already.", known),
        ]
        if len(done) < self._asked:
            lines.append(_("Then stopped; the other bundles were not taken in and can be merged later."))
        if any(one.forked for one in done):
            lines.append(_("⚠ A desk was copied and written twice under one name; both versions are kept."))
        lines.append(
            plural_("⚠ {number} conflict is to be settled.", "⚠ {number} conflicts are to be settled.", left)
            if left
            else _("There is nothing to settle.")
        )
        return "\n".join(lines)

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        for label in (self._words, self.looked, self.told):
            label.setWordWrap(True)
        self.looked.setContentsMargins(12, 4, 12, 4)
        line = FlowLayout()
        for button in (self.choose, self.merge, self.clear):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for label in (self._title, self._words, self.looked):
            layout.addWidget(label)
        layout.addLayout(line)
        layout.addWidget(self.progress)
        layout.addWidget(self.told)


def _looked_words(one: Looked) -> str:
    """Say what a bundle holds, or why it is left out."""
    name = isolate(one.path.name) if current().right_to_left else one.path.name
    if one.contents is None:
        told = sentence_of(one.refusal) if one.refusal else ""
        return _("⚠ {name} is left out. {sentence}", name=name, sentence=told)
    contents = one.contents
    new = plural_("{number} change is new here", "{number} changes are new here", contents.new)
    records = counted(contents.new_records) if contents.new_records else ""
    lines = [
        name,
        _("From {sender}, {time}", sender=one.sender, time=moment(contents.header.created)),
        _("{changes}: {records}", changes=new, records=records) if records else new,
        plural_("{number} is known already.", "{number} are known already.", contents.known),
    ]
    if contents.header.sensitivity == "confidential":
        lines.append(_("● It holds confidential records."))
    return "\n".join(lines)
