"""What lies in the repository: known names at the top, and nothing that ties it to one machine or workplace."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

TOP = {
    "hrdesk",
    "resources",
    "translations",
    "tests",
    "pyproject.toml",
    "build.spec",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "run.py",
    "requirements.txt",
}

MADE_HERE = {"build", "dist", "hrdesk-demo", "hrdesk-demo-2", "__pycache__"}
"""What the launcher leaves beside itself; not looked at where git cannot tell it from the rest."""

# In pieces, so that this file does not hold what it looks for.
FOREIGN = re.compile(
    "|".join(
        (
            r"(?<![\w.])/(work|root|opt)" + r"/\w",
            r"/home" + r"/\w+/",
            r"[A-Z]:\\" + r"Users\\",
            r"/tmp" + r"/(?!\.X11)\w",
            "pypi" + r"\.org",
            "python" + "hosted",
            "npm" + r"js\.",
            r"deb\.debian" + r"\.",
            "shared" + "/(notes|design|data|concept)",
            "house" + r"\.md",
            "anthro" + "pic",
            "clau" + "de",
            "chat" + "gpt",
            "open" + r"ai\b",
            r"\bLL" + r"Ms?\b",
            "co" + "pilot",
            "language " + "model",
        )
    ),
    re.IGNORECASE,
)


def repository_files() -> list[Path]:
    """Return what is tracked or about to be; everything but the known products where there is no git."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        hidden = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
        listed = [str(path) for path in hidden if not {*MADE_HERE} & {*path.parts} and path.parts[0][0] != "."]
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def test_the_top_holds_only_known_names():
    names = {path.relative_to(ROOT).parts[0] for path in repository_files()}
    assert {name for name in names if not name.startswith(".")} <= TOP


def test_nothing_names_a_machine_a_registry_or_a_workplace():
    faults = []
    for path in repository_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures, fonts and other bytes
        for number, line in enumerate(text.splitlines(), 1):
            found = FOREIGN.search(line)
            if found:
                faults.append(f"{path.relative_to(ROOT)}:{number}: {found[0]}")
    assert faults == []


@pytest.mark.parametrize(
    "line",
    ["see /wo" + "rk/main", "C:" + r"\Users\x", "https://py" + "pi.org/simple", "as cl" + "aude", "/tm" + "p/x"],
)
def test_a_foreign_word_would_be_found(line):
    assert FOREIGN.search(line)


def test_no_file_is_larger_than_a_person_would_send_by_mail():
    assert [str(path) for path in repository_files() if path.stat().st_size > 20_000_000] == []
