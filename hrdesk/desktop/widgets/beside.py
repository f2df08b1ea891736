"""Parts of a line side by side, in a window of either direction."""

from hrdesk.language.interface import current
from hrdesk.language.isolation import isolate


def beside(*parts: str | None, gap: str = "  ·  ") -> str:
    """Put parts side by side; in a right-to-left window none turns around another."""
    shown = [part for part in parts if part]
    return gap.join(isolate(part) for part in shown) if current().right_to_left else gap.join(shown)
