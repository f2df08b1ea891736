"""What a person chose on this machine: language, theme, role, recent desks. Never anything of a desk's content."""

import json
import os
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

PROFILE_VARIABLE = "HRDESK_PROFILE"
_MOST_RECENT = 8


def profile_folder() -> Path:
    """Give the folder for key, marks and settings: ``HRDESK_PROFILE``, or the platform's own place."""
    chosen = os.environ.get(PROFILE_VARIABLE)
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "hrdesk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "hrdesk"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "hrdesk"


@dataclass
class Settings:
    """Choices kept in the profile folder. Recent desks are paths only; titles of consultations are not kept."""

    language: str = ""
    theme: str = ""
    role: str = ""
    name: str = ""
    text_size: int = 0
    lock_after: int = 10
    """Minutes without a key or the mouse after which an encrypted desk is locked; 0 for never."""
    bell: bool = True
    """Whether the bell of the floor rings."""
    hall: bool = True
    """Whether hall mode comes on by itself where the screen is mirrored to a projector."""
    stick: str = ""
    """The folder with which this machine swaps bundles."""
    recent: list[str] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    """Keys that a person gave to actions, by the name of the action, in Qt's portable words; empty for none."""

    @classmethod
    def load(cls, folder: Path) -> "Settings":
        """Read the settings; what is missing or damaged is as on the first day."""
        try:
            held = json.loads((folder / "settings.json").read_text("utf-8"))
            known = {
                name: held[name] for name, value in asdict(cls()).items() if isinstance(held.get(name), type(value))
            }
            known["recent"] = [one for one in known.get("recent", []) if isinstance(one, str)]
            known["keys"] = {name: keys for name, keys in known.get("keys", {}).items() if isinstance(keys, str)}
            return cls(**known)
        except (OSError, ValueError, AttributeError):
            return cls()

    def save(self, folder: Path) -> None:
        """Write the settings; a full disk costs the choice and nothing else."""
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = folder / ".settings.json.new"
            beside.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), "utf-8")
            beside.replace(folder / "settings.json")
        except OSError:
            return

    def remember(self, desk: Path) -> None:
        """Put a desk file in front of the recent ones."""
        told = str(desk.resolve())
        self.recent = [told, *(other for other in self.recent if other != told)][:_MOST_RECENT]

    def forget(self, desk: Path) -> None:
        """Take a desk file out of the recent ones."""
        told = str(desk.resolve())
        self.recent = [other for other in self.recent if other != told]
