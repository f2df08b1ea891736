"""The log of the bundles that came in, under a heading; hidden as long as none did."""

from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.logs import Log
from hrdesk.language.interface import _
from hrdesk.language.isolation import visible


class CameIn(QWidget):
    """One row for each bundle, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[dict[str, Any]] = []
        self._title = QLabel(self)
        self.log = Log(self)
        self.log.fit_rows()
        self._title.setBuddy(self.log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self.log)
        self.retranslate()

    def show_rows(self, rows: list[dict[str, Any]]) -> None:
        """Show other rows."""
        self._rows = rows
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setVisible(bool(self._rows))
        self._title.setText(_("What came in"))
        self.log.show_rows(
            _("What came in"),
            (_("Bundle"), _("From"), _("Merged"), _("New"), _("Known")),
            [
                (
                    visible(row["name"]),
                    who(row["by"], row["sender"]),
                    moment(row["merged_at"]),
                    f"{row['new']:,}",
                    f"{row['known']:,}",
                )
                for row in self._rows
            ],
            (3, 4),
        )
