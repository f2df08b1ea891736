"""Where the program's own files are: beside the code, or where a frozen program unpacks them."""

import sys
from pathlib import Path


def _root() -> Path:
    """Return the folder that holds ``resources`` and ``translations``; PyInstaller names it in ``sys._MEIPASS``."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resources_folder() -> Path:
    """Return the folder of fonts, icons, vocabularies, samples and the guide."""
    return _root() / "resources"


def translations_folder() -> Path:
    """Return the folder that holds ``hrdesk.pot`` and one folder per language."""
    return _root() / "translations"
