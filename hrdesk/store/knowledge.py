"""What a desk holds, by device and number: the heart of a "what I have" file."""

from hrdesk.store.reading import Reader


def held(reader: Reader) -> dict[str, list[tuple[int, int]]]:
    """Give the numbers held of each device, as intervals in their order; withdrawn lines count as held."""
    rows = reader.rows(
        "SELECT d.dev AS dev, min(r.seq) AS lo, max(r.seq) AS hi FROM ("
        " SELECT n, seq, seq - row_number() OVER (PARTITION BY n ORDER BY seq) AS run FROM ("
        "  SELECT id >> 40 AS n, id & 1099511627775 AS seq FROM change UNION"
        "  SELECT d.n, w.seq FROM withdrawn w JOIN device d ON d.dev = w.dev)"
        " ) r JOIN device d ON d.n = r.n GROUP BY r.n, r.run ORDER BY d.dev, lo"
    )
    found: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        found.setdefault(row["dev"], []).append((row["lo"], row["hi"]))
    return found
