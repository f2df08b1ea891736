"""What bundles would bring, on one page: files, what is new, what meets ours, withdrawals, authors, the roll-call."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.conflict_words import fields_word, kind_word, value_words
from hrdesk.desktop.exchange.exchange_words import counted, moment, who
from hrdesk.desktop.exchange.logs import KEY, Log
from hrdesk.desktop.exchange.roll_table import RollTable
from hrdesk.desktop.shell.sentence import sentence_of
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.exchange.preview import AuthorSeen, BadFile, FileSeen, Meeting, Preview
from hrdesk.exchange.trust import LEVELS
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import visible
from hrdesk.records import KINDS
from hrdesk.store.change import DELETED

VALUE = 60
"""Characters of a value that a row shows; whole it is seen where it is settled."""


class PreviewPane(QWidget):
    """Shows a preview. ``kept_out_changed`` says that somebody ticked or unticked an author."""

    kept_out_changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._seen: Preview | None = None
        self._authors: list[AuthorSeen] = []
        self.bad = QLabel(self)
        self.brings = QLabel(self)
        self.files, self.authors, self.meets, self.withdrawn = (Log(self) for _table in range(4))
        self.let_withdrawals_in = QCheckBox(self)
        self.roll = RollTable(self)
        self._authors_title, self._meets_title, self._withdrawn_title, self._roll_title = (
            QLabel(self) for _title in range(4)
        )
        self._lay_out()
        self.authors.itemChanged.connect(lambda _item: self.kept_out_changed.emit())

    @property
    def keep_out(self) -> frozenset[str]:
        """Give the devices of the authors that somebody ticked to keep out."""
        ticked = Qt.CheckState.Checked
        return frozenset(str(item.data(0, KEY)) for item in self.authors.items if item.checkState(0) == ticked)

    @property
    def lets_withdrawals_in(self) -> bool:
        """Tell whether somebody ticked that withdrawals of unknown authors come in."""
        return self.let_withdrawals_in.isVisibleTo(self) and self.let_withdrawals_in.isChecked()

    def show_preview(self, seen: Preview | None) -> None:
        """Show another preview."""
        self._seen = seen
        self._authors = _to_look_at(seen) if seen else []
        self.let_withdrawals_in.setChecked(False)  # what was allowed for one stick is not allowed for the next
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew; what was ticked stays ticked."""
        seen = self._seen
        self.setVisible(seen is not None)
        if seen is None:
            return
        self.bad.setText("\n".join(bad_words(one) for one in seen.bad))
        self.bad.setVisible(bool(seen.bad))
        self.bad.setAccessibleName(self.bad.text())
        self.brings.setText("\n".join(_brings(seen)))
        self.brings.setAccessibleName(self.brings.text())
        self.brings.setVisible(bool(seen.files))
        self.files.setVisible(bool(seen.files))
        self.files.show_rows(
            _("Bundles looked at"),
            (_("Bundle"), _("From"), _("Written"), _("New"), _("Known"), _("Standing")),
            [
                (
                    visible(one.path.name),
                    who(one.sender.name, one.sender.device),
                    moment(one.created),
                    f"{one.new:,}",
                    f"{one.known:,}",
                    _file_state(one),
                )
                for one in seen.files
            ],
            (3, 4),
        )
        self._show_authors()
        self._show_meetings(seen)
        self._show_withdrawals(seen)
        self._roll_title.setText(_("Roll-call: which desks were expected, and up to which minute each would be held"))
        self._roll_title.setVisible(bool(seen.files))
        self.roll.setVisible(bool(seen.files))
        self.roll.show_roll(seen.roll_call, {one.author.device: one.author.name for one in seen.authors})

    def _show_authors(self) -> None:
        ticked = self.keep_out
        has_any = bool(self._authors)
        self._authors_title.setVisible(has_any)
        self.authors.setVisible(has_any)
        self._authors_title.setText(
            _(
                "Authors to look at. Let them read their six words to you; tick whoever is to be kept out: nothing of"
                " theirs is taken in."
            )
        )
        self.authors.blockSignals(True)
        self.authors.show_rows(
            _("Authors to look at"),
            (_("Keep out"), _("Stands here as"), _("Six words"), _("New"), _("Not sealed")),
            [
                (
                    who(one.author.name, one.author.device),
                    _(LEVELS[one.author.level]),
                    one.author.words or _("(no key)"),
                    f"{one.sealed + one.unsealed + one.refused + one.held:,}",
                    f"{one.unsealed:,}",
                )
                for one in self._authors
            ],
            (3, 4),
        )
        for item, one in zip(self.authors.items, self._authors, strict=True):
            item.setData(0, KEY, one.author.device)
            is_out = one.author.device in ticked or (one.refused and not (one.sealed or one.unsealed or one.held))
            item.setCheckState(0, Qt.CheckState.Checked if is_out else Qt.CheckState.Unchecked)
        self.authors.blockSignals(False)

    def _show_meetings(self, seen: Preview) -> None:
        self._meets_title.setVisible(bool(seen.meetings))
        self.meets.setVisible(bool(seen.meetings))
        self._meets_title.setText(
            plural_(
                "{number} field meets another value of ours and will be settled by a person:",
                "{number} fields meet another value of ours and will be settled by a person:",
                seen.meeting_count,
            )
        )
        self.meets.show_rows(
            _("What meets ours"),
            (_("Record"), _("Field"), _("Ours"), _("Theirs")),
            [self._meeting(one) for one in seen.meetings],
            (),
            wide=(0, 2, 3),
        )

    def _meeting(self, one: Meeting) -> tuple[str, str, str, str]:
        infos = KINDS[one.kind].cells().get(one.field, ())
        names = [info.name for info in infos] or [one.field]
        what = _("{what}: {text}", what=kind_word(one.kind), text=visible(shortened(one.title, VALUE)))
        field = fields_word(one.kind, names) or (_("Deleted") if one.field == DELETED else one.field)
        return (what, field, self._value(one, one.ours), self._value(one, one.theirs))

    def _value(self, one: Meeting, value: Any) -> str:
        infos = KINDS[one.kind].cells().get(one.field, ())
        if not infos:
            return _("Deleted") if one.field == DELETED and value is True else "–"
        told = value if isinstance(value, dict) else {infos[0].name: value}
        words = [
            self._workplace.ask(lambda reader, info=info: value_words(info, told.get(info.name), reader))  # type: ignore[misc]
            for info in infos
        ]
        return shortened(" / ".join(words), VALUE)

    def _show_withdrawals(self, seen: Preview) -> None:
        self._withdrawn_title.setVisible(bool(seen.withdrawals))
        self.withdrawn.setVisible(bool(seen.withdrawals))
        self._withdrawn_title.setText(
            plural_(
                "⚠ {number} record is withdrawn: its words will be gone from this desk, its search and its backups.",
                "⚠ {number} records are withdrawn: their words will be gone from this desk, its search and its"
                " backups.",
                len(seen.withdrawals),
            )
        )
        held = len(seen.held)
        self.let_withdrawals_in.setVisible(bool(held))
        self.let_withdrawals_in.setText(
            plural_(
                "Let {number} withdrawal in although nobody here knows its author: words will be gone for good",
                "Let {number} withdrawals in although nobody here knows their authors: words will be gone for good",
                held,
            )
        )
        self.withdrawn.show_rows(
            _("What is withdrawn"),
            (_("Record"), _("Because"), _("Lines"), _("By")),
            [
                (
                    visible(shortened(one.title, VALUE)) or _("(not in this desk)"),
                    choice_word(one.cause, "cause"),
                    f"{one.lines:,}",
                    who(one.by.name, one.by.device),
                )
                for one in seen.withdrawals
            ],
            (2,),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for label in (self.bad, self.brings, self._authors_title, self._meets_title, self._withdrawn_title):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # what other desks wrote is never markup
        self._roll_title.setWordWrap(True)
        parts: Sequence[tuple[QLabel | None, Log]] = (
            (None, self.files),
            (self._withdrawn_title, self.withdrawn),
            (self._authors_title, self.authors),
            (self._meets_title, self.meets),
            (self._roll_title, self.roll),
        )
        layout.addWidget(self.bad)
        for title, log in parts:
            if title is not None:
                layout.addWidget(title)
                title.setBuddy(log)
            log.fit_rows()
            layout.addWidget(log)
            if log is self.withdrawn:
                layout.addWidget(self.let_withdrawals_in)
            if log is self.files:
                layout.addWidget(self.brings)


def _to_look_at(seen: Preview) -> list[AuthorSeen]:
    """Give the authors that a person should look at, each once."""
    wanted = (*seen.unknown, *seen.unsealed, *seen.revoked, *seen.kept_out)
    return list({one.author.device: one for one in wanted}.values())


def _brings(seen: Preview) -> list[str]:
    """Say in words what all of them bring together."""
    lines = [plural_("{number} change is new here.", "{number} changes are new here.", seen.lines)]
    if seen.new:
        lines.append(_("New: {counts}.", counts=counted(seen.new)))
    if seen.touched:
        lines.append(_("Changed of what is here: {counts}.", counts=counted(seen.touched)))
    if seen.deleted:
        lines.append(
            plural_("⚠ {number} record of ours was deleted.", "⚠ {number} records of ours were deleted.", seen.deleted)
        )
    if not seen.meeting_count:
        lines.append(_("Nothing meets another value of ours."))
    return lines


def bad_words(one: BadFile) -> str:
    """Say which file is left out, and why."""
    name = visible(one.path.name)
    return _("⚠ {name} is left out. {sentence}", name=name, sentence=sentence_of(one.refusal))


def _file_state(one: FileSeen) -> str:
    if one.same_as is not None:
        return _("the same as {name}", name=visible(one.same_as.name))
    if one.merged_at:
        return _("merged before, {time}", time=moment(one.merged_at))
    return _("can be merged")
