"""The buttons over the outline by which a document grows: a paragraph, a heading, what is missing or behind in it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QToolButton, QWidget

from hrdesk.desktop.outcome.told_keys import told_key
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.language.interface import _, plural_
from hrdesk.outcome.following import Behind


class AddingBar(QWidget):
    """Four buttons; those for missing recommendations and for later decisions are there only while some are.

    ``chosen_keys`` are the keys that a person chose, by action.
    """

    def __init__(self, chosen_keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen_keys = chosen_keys
        self._missing, self._behind = 0, Behind(0, 0)
        self.paragraph, self.heading = QToolButton(self), QToolButton(self)
        self.missing, self.follow = QToolButton(self), QToolButton(self)
        line = FlowLayout(self)
        for button in (self.paragraph, self.heading, self.missing, self.follow):
            line.addWidget(button)

    @property
    def asks_for_edited(self) -> bool:
        """Tell whether the button asks for the sentences that were changed by hand, because only these are left."""
        return bool(self._behind.edited and not self._behind.recommendations)

    def count_missing(self, count: int) -> None:
        """Say how many recommendations the document does not print yet."""
        self._missing = count
        self.missing.setVisible(bool(count))
        words = plural_("+ {number} missing recommendation", "+ {number} missing recommendations", count)
        self.missing.setText(words)
        self.missing.setToolTip(_("Recommendations that the document does not print yet, added at its end"))
        self.missing.setAccessibleName(words)

    def count_behind(self, behind: Behind) -> None:
        """Say how many recommendations were decided on otherwise than the document tells."""
        self._behind = behind
        self.follow.setVisible(bool(behind.recommendations or behind.edited))
        if self.asks_for_edited:
            words = _("Follow the decisions, replacing sentences changed by hand ({number})", number=behind.edited)
            hint = _("Before these recommendations stand sentences that were changed by hand and may not fit any more")
        else:
            words = _("Follow the decisions ({number})", number=behind.recommendations)
            hint = _("Each recommendation goes under the sentence that tells how it was decided on")
        self.follow.setText(words)
        self.follow.setToolTip(hint)
        self.follow.setAccessibleName(words)

    def retranslate(self) -> None:
        """Set the words anew."""
        key = partial(told_key, self._chosen_keys)
        for button, words, hint in (
            (self.paragraph, _("+ Paragraph"), _("New paragraph after the chosen one ({key})", key=key("paragraph"))),
            (self.heading, _("+ Heading"), _("New heading after the chosen section ({key})", key=key("heading"))),
        ):
            button.setText(words)
            button.setToolTip(hint)
            button.setAccessibleName(hint)
        self.count_missing(self._missing)
        self.count_behind(self._behind)
