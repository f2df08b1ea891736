"""How well near-duplicates are found: precision and recall over pairs, for two halves of a collection kept apart.

``HRDESK_ALIKE`` names a JSON file with ``recommendations`` (id, text, addressees) and ``clusters`` (id, members). A
cluster, and a recommendation that is in none, belongs to the half that the SHA-256 of its id says, so that one half
can be left unseen while the rules are made. Run: ``HRDESK_ALIKE=file python -m tests.benchmarks.bench_alike [half]``.
"""

import hashlib
import json
import os
import sys
import time
from itertools import combinations
from pathlib import Path
from typing import Any

from hrdesk.recommendations.rules.alike import Subject, alike

LEVELS = (15, 20, 25, 30, 35, 40, 50)


def half(name: str) -> int:
    """Tell in which half something is."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2


def measure(told: dict[str, Any], which: set[int]) -> None:
    """Print what is found in the halves ``which`` at several levels of likeness."""
    cluster_of = {member: one["id"] for one in told["clusters"] for member in one["members"]}
    chosen = [one for one in told["recommendations"] if half(cluster_of.get(one["id"], one["id"])) in which]
    pairs = [frozenset(pair) for pair in combinations((one["id"] for one in chosen), 2)]
    wanted = {pair for pair in pairs if len({cluster_of.get(one, one) for one in pair}) == 1}
    subjects = [Subject(one["id"], {"en": one["text"]}, tuple(one.get("addressees", ()))) for one in chosen]
    began = time.perf_counter()
    found = alike(subjects, enough=1)
    took = time.perf_counter() - began
    halves = "+".join(map(str, sorted(which)))
    print(f"half {halves}: {len(chosen)} texts, {len(pairs)} pairs, {len(wanted)} wanted, {took:.2f} s")
    for level in LEVELS:
        shown = {frozenset((one.first, one.second)) for one in found if one.hundredths >= level}
        right = len(shown & wanted)
        precision, recall = right / max(len(shown), 1), right / len(wanted)
        touched = {cluster_of[next(iter(pair))] for pair in shown & wanted}
        clusters = len({cluster_of[next(iter(pair))] for pair in wanted})
        print(
            f"  from {level}: {len(shown)} shown, {right} right; precision {precision:.2f}, recall {recall:.2f},"
            f" clusters met {len(touched)} of {clusters}"
        )


if __name__ == "__main__":
    collection = json.loads(Path(os.environ["HRDESK_ALIKE"]).read_text("utf-8"))
    measure(collection, {int(sys.argv[1])} if len(sys.argv) > 1 else {0, 1})
