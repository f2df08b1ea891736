"""What the last session looks at: what experts suggested for the wrap-up, and the themes that regions prefer."""

from hrdesk.recommendations.rules.preferences import Ballot, ThemeCount, tally
from hrdesk.records import Note, RegionalConsultation, ThemePreference
from hrdesk.store.reading import Reader

__all__ = ["ThemeCount", "theme_tally", "wrap_up_suggestions"]


def wrap_up_suggestions(reader: Reader) -> list[Note]:
    """Give the notes of what was suggested for the wrap-up, in the order in which it was said."""
    return sorted(reader.every(Note, note_kind="suggestion"), key=lambda one: (one.at or "", one.id))


def theme_tally(reader: Reader) -> list[ThemeCount]:
    """Tally the themes that regional consultations recommended (their first choice) and named after that, by rank."""
    further: dict[str, list[ThemePreference]] = {}
    for one in reader.every(ThemePreference):
        further.setdefault(one.regional_consultation or "", []).append(one)
    ballots = []
    for held in reader.every(RegionalConsultation):
        # What has no rank comes after what has one; the numbers only order.
        ranked = sorted(further.get(held.id, ()), key=lambda one: (one.rank is None, one.rank or 0, one.id))
        themes = tuple(theme for theme in (held.recommended_theme, *(one.theme for one in ranked)) if theme)
        ballots.append(Ballot(held.region or held.title or held.place or "", themes))
    return tally(ballots)
