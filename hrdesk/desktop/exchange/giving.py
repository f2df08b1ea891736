"""Giving: what a bundle of this desk would hold, what stays, and writing it so that the stick can be taken out."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.exchange_words import counted
from hrdesk.desktop.exchange.packing import Packing
from hrdesk.desktop.exchange.packing_question import Addressed
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import AGE_SUFFIX, GZIP_SUFFIX, SUFFIX, Written
from hrdesk.exchange.deciding import CONFIDENTIAL, LABELLED, PROTECTED
from hrdesk.exchange.scope import Mode, Parcel, Scope
from hrdesk.exchange.sending import Wrapping, send
from hrdesk.language import N_
from hrdesk.language.interface import _, plural_
from hrdesk.records.classes import SENSITIVITY

STARTER = "starter"

_HIDDEN = (CONFIDENTIAL, PROTECTED, LABELLED)
"""Reasons to stay that come from what is confidential."""


class Giving(Section):
    """Writes bundles in another thread; "safe to remove" is said only after the file was written and read again."""

    TITLE = N_("Bundles out")

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._workplace = workplace
        self._folder = ""
        self._parcel: Parcel | None = None
        self._written: Written | None = None
        self._is_writing = False
        self.packing = Packing(workplace, self)
        self._going = QLabel(self)
        self._staying = QLabel(self)
        self.confidential = QCheckBox(self)
        self.warning, self.about_starter = QLabel(self), QLabel(self)
        self.write, self.starter = QPushButton(self), QPushButton(self)
        self.told = QLabel(self)
        self._lay_out()
        self.confidential.toggled.connect(lambda _on: self.refresh())
        self.packing.changed.connect(self.refresh)
        self.write.clicked.connect(self.write_bundle)
        self.starter.clicked.connect(self.write_starter)

    def refresh(self) -> None:
        """Look anew at what would travel."""
        self._tell()
        self.ask(self.packing.look(self.confidential.isChecked()), self._on_looked)

    def write_bundle(self) -> None:
        """Ask where, and write everything that may travel."""
        seat = self._workplace.settings.name.strip().lower().replace(" ", "-")
        today = f"{datetime.fromisoformat(self._workplace.desk.file.now()):%Y-%m-%d}"
        safe = "".join(one for one in seat if one.isalnum() or one == "-")
        self._ask("-".join(part for part in (self._workplace.path.stem, safe, today) if part))

    def write_starter(self) -> None:
        """Ask where, and write the bundle from which other laptops begin the same consultation.

        It is locked with the passphrase where one was chosen, else plain: a desk that does not exist yet has no key.
        """
        self._ask(STARTER, is_starter=True)

    def write_to(self, target: Path, *, is_starter: bool = False) -> None:
        """Write the bundle into ``target``."""
        desk, packing = self._workplace.desk, self.packing
        try:
            wrapping = packing.wrapping() if not is_starter or packing.has_passphrase else Wrapping()
        except Refused as refusal:
            self._workplace.refused.emit(refusal)
            return
        scope = Scope() if is_starter else packing.scope(self.confidential.isChecked())
        mode: Mode = "history" if is_starter else packing.mode
        allowed = frozenset() if is_starter else packing.allowed
        self._is_writing, self._written = True, None
        self._tell()

        def work() -> Written:
            return send(desk, target, scope, mode, wrapping, allowed=allowed).written

        self._workplace.start(work, self._on_written, self._on_failed)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.confidential.setText(_("Put confidential records in too"))
        self.write.setText(_("Write a bundle…"))
        self.starter.setText(_("Starter bundle for new desks…"))
        self.starter.setToolTip(_("Other laptops join the same consultation with it, instead of making a second one"))
        self.packing.retranslate()
        self._tell()

    def _ask(self, suggested: str, *, is_starter: bool = False) -> None:
        is_encrypted = self.packing.has_passphrase if is_starter else self.packing.is_encrypted
        suffix = AGE_SUFFIX if is_encrypted else SUFFIX
        start = str(Path(self._folder) / suggested) + suffix
        name, _kind = QFileDialog.getSaveFileName(self, _("Write a bundle"), start, _("Bundle") + f" (*{suffix})")
        if name:
            bare = name
            for end in (AGE_SUFFIX, GZIP_SUFFIX, ".json", ".hrdesk"):
                bare = bare.removesuffix(end)
            path = Path(f"{bare}{suffix}")
            self._folder = str(path.parent)
            self.write_to(path, is_starter=is_starter)

    def _on_looked(self, told: tuple[Addressed, Parcel]) -> None:
        addressed, self._parcel = told
        was = self.packing.is_encrypted
        self.packing.show_parcel(addressed, self._parcel)
        if self.packing.is_encrypted is not was:  # staff became known: then bundles are encrypted for them
            self.refresh()
        self._tell()

    def _on_written(self, written: Written) -> None:
        self._is_writing, self._written = False, written
        self.packing.forget()
        self.confidential.setChecked(False)  # asked for each time: never by habit
        self._tell()

    def _on_failed(self, error: Exception) -> None:
        self._is_writing = False
        self._tell()
        self._workplace.refused.emit(error)

    def _tell(self) -> None:
        parcel = self._parcel
        with_all = self.confidential.isChecked()
        going = parcel.going if parcel else {}
        hidden = Counter(one.kind for one in parcel.staying if one.why in _HIDDEN) if parcel else Counter()
        self._going.setText(_("It would hold {counts}.", counts=counted(going)) if going else "")
        if hidden:
            self._staying.setText(_("● Stays here because it is confidential: {counts}.", counts=counted(hidden)))
        elif with_all:
            self._staying.setText(_("● What is confidential is in it."))
        else:
            self._staying.setText(_("Nothing here is confidential; nothing stays behind."))
        self._staying.setVisible(bool(parcel and (hidden or with_all or not parcel.staying)))
        self.confidential.setVisible(bool(hidden) or with_all)
        self.warning.setText(self._warned(parcel) if parcel else "")
        self.warning.setVisible(bool(self.warning.text()))
        self.warning.setAccessibleName(self.warning.text())
        self.about_starter.setText(
            _("The starter bundle is locked with this passphrase: whoever joins from it types it once.")
            if self.packing.has_passphrase
            else _(
                "The starter bundle is not encrypted, because new desks have no key yet. To lock it, choose a"
                " passphrase above first."
            )
        )
        for button in (self.write, self.starter):
            button.setEnabled(not self._is_writing)
        self.told.setText(self._result())
        self.told.setVisible(bool(self.told.text()))
        self.told.setAccessibleName(self.told.text())

    def _warned(self, parcel: Parcel) -> str:
        """Say in plain words what whoever finds the stick can read."""
        if self.packing.is_encrypted:
            return ""
        if self.confidential.isChecked():
            return _(
                "⚠ This bundle is not encrypted: whoever finds the stick can read what is confidential. Choose"
                " for whom it is, or hand it over in person and delete the file when it has been merged."
            )
        if SENSITIVITY[1] in parcel.records.values():
            return _(
                "⚠ This bundle is not encrypted: whoever finds the stick can read it, also what is restricted."
                " Choose for whom it is, or hand it over in person."
            )
        return _("⚠ This bundle is not encrypted: whoever finds the stick can read it.")

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
        for label in (self._going, self._staying, self.warning, self.about_starter, self.told):
            label.setWordWrap(True)
        line = FlowLayout()
        line.addWidget(self.write)
        line.addWidget(self.starter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._going, self._staying, self.confidential, self.packing, self.warning):
            layout.addWidget(widget)
        layout.addLayout(line)
        layout.addWidget(self.about_starter)
        layout.addWidget(self.told)
        layout.addStretch(1)
