"""Places: rooms, buildings, cities and countries, and whether a meeting is held online.

The country of a seat of the United Nations is taken from a table of our own and so is derived, not read; any other
country is only taken when the note names it.
"""

import re
from dataclasses import dataclass

from hrdesk.agenda.concept_note.gazetteer import COUNTRIES, SEATS, ZONES

ONLINE = re.compile(
    r"\b(?:virtual(?:ly)?|online|on-line|zoom|webex|web-?ex|(?:ms|microsoft) teams|interprefy|kudo"
    r"|videoconference|video conference"
    r"|teleconference|remote(?:ly)?|hybrid|webinar|en ligne|en línea|virtuel(?:le)?s?|visioconférence"
    r"|videoconferencia)\b",
    re.IGNORECASE,
)
NAMED_ROOM = re.compile(
    r"(?:the )?(?:(?:assembly|plenary|conference|general|main|great) (?:hall|chamber)"
    r"|[A-Z][\w-]+ (?:Room|Hall)|salle des assemblées"
    r"|salle plénière|sala plenaria|auditorium|council chamber)",
    re.IGNORECASE,
)
"""A room that has a name and no number; it is one only beside the building it lies in."""

SEAT_BUILDINGS = {
    "palais des nations": ("Palais des Nations", "Geneva"),
    "palais de nations": ("Palais des Nations", "Geneva"),
    "palais wilson": ("Palais Wilson", "Geneva"),
}
"""Buildings of the United Nations that there is one of: the name they bear and the city, derived as its country is."""

ROOM = re.compile(
    r"\b(?:(?:conference |meeting )?room|salle(?: de conférence)?|sala(?: de conferencias)?)"
    r"\s+(?:no\.?\s?|n°\s?)?(?P<room>\d{1,2}-\d{2,3}|[A-Z]{1,5}\b(?:[-.]?\d{1,4})?|[A-Z]?[-.]?\d{1,4}[A-Z]?)",
    re.IGNORECASE,
)
BUILDING = re.compile(
    r"\b(?:palais|palace|palacio|building|hotel|hôtel|cent(?:re|er|ro)|headquarters|house|court|hall"
    r"|university|université|universidad|institute|campus"
    r"|complex|villa|château|maison|secretariat|commission|parliament|auditorium|museum|library|academy)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Venue:
    """A place, part by part; "" where the note does not say."""

    building: str = ""
    room: str = ""
    city: str = ""
    country: str = ""
    time_zone: str = ""
    virtual: bool = False


def read_venue(text: str) -> Venue:
    """Read where a meeting is held."""
    room = ROOM.search(text)
    # The comma in "Washington, D.C." divides nothing.
    district = re.search(r"Washington, D\.\s?C\.?", text)
    pieces = [
        piece
        for piece in re.split(
            r"[,;()]|\s[-–—]\s|\s/\s|\s(?=(?:and|or) (?:online|via|by video|through|on Zoom|virtual))", text
        )
        if piece.strip()
    ]
    city, country, zone = "", "", ""
    for piece in pieces:
        named = known_city(piece)
        if named and not city:
            city, country, zone = named
    stated = next((piece.strip(" .") for piece in pieces if is_country(piece)), "")
    if stated:
        country = stated
        if not city:
            before = pieces[pieces.index(next(piece for piece in pieces if is_country(piece))) - 1].strip(" .")
            city = before if before != stated and looks_like_city(before) else ""
    buildings = [
        re.sub(r"^(?:the )?seat of (?:the )?", "", piece.strip(" ."), flags=re.IGNORECASE)
        for piece in pieces
        if BUILDING.search(piece) and not (room and room.group() in piece)
    ]
    if district and city == "Washington":
        city = district.group()
    hall = next((piece for piece in buildings if NAMED_ROOM.fullmatch(piece)), "") if len(buildings) > 1 else ""
    building = next((piece for piece in buildings if piece != hall), "")
    if len(building) > 80 or ONLINE.search(building):
        building = ""
    if building.casefold() in SEAT_BUILDINGS:
        building, seat = SEAT_BUILDINGS[building.casefold()]
        if not city:
            city, (country, zone) = seat, SEATS[seat.casefold()]
    return Venue(building, room["room"] if room else hall, city, country, zone, ONLINE.search(text) is not None)


def known_city(text: str) -> tuple[str, str, str] | None:
    """Find a city of our tables in ``text``: as written, the country of a seat, the time zone."""
    small = text.casefold()
    for name in sorted((*SEATS, *ZONES), key=len, reverse=True):
        at = small.find(name)
        if (
            at >= 0
            and not (at and small[at - 1].isalpha())
            and not small[at + len(name) : at + len(name) + 1].isalpha()
        ):
            country, zone = SEATS.get(name, ("", ZONES.get(name, "")))
            return text[at : at + len(name)], country, zone
    return None


def is_country(text: str) -> bool:
    """Tell whether a text is the name of a State and nothing else."""
    name = text.strip(" .").casefold().replace("’", "'")
    return name in COUNTRIES or name.removeprefix("the ") in COUNTRIES


def looks_like_city(text: str) -> bool:
    """Tell whether a text before a country can be a city: a few words in capitals, no room, building or mode."""
    return (
        0 < len(text.split()) <= 3
        and text[:1].isupper()
        and not any(character.isdigit() for character in text)
        and not (BUILDING.search(text) or ROOM.search(text) or ONLINE.search(text))
    )
