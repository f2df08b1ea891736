"""The laws of the journal on 10,000 histories."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "file",
    [
        "store/test_histories.py",
        "store/test_history.py",
        "outcome/test_secrecy.py",
        "test_secrecy.py",
        "floor/rules/test_order.py",
        "outcome/pdf/test_bidi.py",
        "cli/test_do.py",
    ],
)
def bench_laws_on_many_histories(file: str) -> None:
    """Run a law of the suite on 10,000 histories."""
    environment = {**os.environ, "HRDESK_HISTORIES": os.environ.get("HRDESK_HISTORIES", "10000")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", f"tests/{file}"], cwd=ROOT, env=environment, check=False
    )
    assert done.returncode == 0
