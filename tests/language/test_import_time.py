"""Marking a message must cost nothing: the catalog library stays out until a catalog is compiled."""

import subprocess
import sys


def test_speaking_english_never_loads_the_catalog_library() -> None:
    code = (
        "import sys; from hrdesk.language import N_; light = set(sys.modules)\n"
        "from hrdesk.language.interface import _; _(N_('Hello'))\n"
        "print('gettext' in light, any(name.partition('.')[0] == 'babel' for name in sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False", "False"]
