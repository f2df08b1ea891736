"""What other programs' files ask of a desk beyond its records: which desk took which note."""

from hrdesk.records import Note, Recommendation
from hrdesk.store.reading import Reader
from hrdesk.store.trust import base_of


def authors(reader: Reader) -> dict[str, str]:
    """Give the device that first wrote each note and recommendation."""
    rows = reader.each(
        "SELECT c.record, d.dev, min(c.lam) FROM change c JOIN device d ON d.n = c.id >> 40"
        " WHERE c.kind IN (?, ?) GROUP BY c.record",
        Note.kind,
        Recommendation.kind,
    )
    return {row[0]: base_of(row[1]) for row in rows}
