"""How the window looks and speaks: language, light or dark, size of text; what is chosen is kept for this machine."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hrdesk.desktop.shell.speech import Speech
from hrdesk.desktop.shell.theme import LARGEST_STEP, SMALLEST_STEP, apply_text_size, apply_theme, first_colours
from hrdesk.desktop.shell.wishes import Wishes

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from hrdesk.desktop.shell.hall import Hall
    from hrdesk.settings import Settings


class Looks(Wishes):
    """A window that looks and speaks as its settings say, kept in the folder ``profile``."""

    def __init__(self, app: QApplication, settings: Settings, profile: Path) -> None:
        super().__init__()
        self._app = app
        self.profile = profile
        self.settings = settings
        self.speech = Speech(app)
        first_colours(app, settings.theme)
        apply_text_size(app, settings.text_size)
        self.language = self.speech.speak(settings.language)

    @cached_property
    def hall(self) -> Hall:
        """Give hall mode, one for the window; made with the first desk, before which there is nothing to hide."""
        from hrdesk.desktop.shell.hall import Hall

        made = Hall(self, by_itself=self.settings.hall)
        made.opted.connect(self._on_opted)
        self.closing.connect(made.rest)
        return made

    def use_language(self, language: str) -> None:
        """Speak another language at once, everywhere."""
        self.language = self.speech.speak(language)
        self.settings.language = language
        self.keep_settings()
        self.retranslate()

    def use_theme(self, theme: str) -> None:
        """Make the window light, dark or as the system is."""
        self.settings.theme = theme
        apply_theme(self._app, theme)
        self.keep_settings()

    def step_text(self, step: int) -> None:
        """Make all text larger (1) or smaller (-1); 0 goes back to the size that was meant."""
        size = self.settings.text_size + step if step else 0
        self.settings.text_size = max(SMALLEST_STEP, min(LARGEST_STEP, size))
        apply_text_size(self._app, self.settings.text_size)
        self.keep_settings()

    def keep_settings(self) -> None:
        """Keep what the person chose on this machine."""
        self.settings.save(folder=self.profile)

    def toggle_hall(self) -> None:
        """Hide from others what is confidential, or show it again."""
        self.hall.toggle()

    def opt_hall(self) -> None:
        """Let hall mode come on by itself, or not."""
        self.hall.is_by_itself = not self.hall.is_by_itself

    def _on_opted(self, wanted: bool) -> None:
        self.settings.hall = wanted
        self.keep_settings()

    def retranslate(self) -> None:
        """Say everything in the language now in use."""
        raise NotImplementedError
