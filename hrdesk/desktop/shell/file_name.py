"""Names files after consultations."""


def file_name(title: str, ending: str) -> str:
    """Make a file name of a title that every system takes: letters, figures, and blanks between words."""
    kept = "".join(one if one.isalnum() or one in "-_" else " " for one in title)
    return " ".join(kept.split())[:60].strip() + ending if kept.strip() else f"consultation{ending}"
