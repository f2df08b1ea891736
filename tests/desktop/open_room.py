"""A room of the window, open on a desk, with what every test of a room asks of it."""

from PySide6.QtCore import QCoreApplication, QEvent


class OpenRoom:
    """``panel_class`` makes the panel; ``refused`` and ``told`` are what the person heard."""

    panel_class: type

    def __init__(self, qtbot, workplace):
        self.qtbot = qtbot
        self.workplace = workplace
        self.refused: list[Exception] = []
        self.told: list[str] = []
        workplace.refused.connect(self.refused.append)
        workplace.kept.connect(self.told.append)
        self.panel = self.open()

    def open(self):
        panel = self.panel_class(self.workplace)
        self.qtbot.addWidget(panel)
        self.workplace.changed.connect(panel.hear)
        panel.resize(1200, 700)
        panel.show()
        panel.refresh()
        return panel

    def run(self, command, **arguments):
        return self.workplace.desk.run(self.workplace.commands[command], **arguments)

    def close(self):
        """Let what still works in other threads end, and what was to be deleted go."""
        self.workplace.finish()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
