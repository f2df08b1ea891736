"""What a person can do with participants: take a list in, add a delegation, put names over the shipped ones."""

from collections.abc import Mapping
from typing import Any

from hrdesk.agenda.participants.queries import names_here
from hrdesk.agenda.participants.rules.directory import Directory, plain
from hrdesk.agenda.participants.vocabulary import UNKNOWN, ensure, of_desk, shipped
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_, SOURCE_LANGUAGE
from hrdesk.language.folding import fold
from hrdesk.records import Consultation, Delegation, Person, Wording
from hrdesk.records.ids import joined_id
from hrdesk.records.people import CATEGORY_KINDS, GENDERS
from hrdesk.records.wording import source_hash
from hrdesk.store.pen import Pen

FIELDS = frozenset(
    {"name", "honorific", "function", "delegation", "organization", "country", "category", "gender", "again"}
)
"""What a row of a list may say; all of it but ``again`` is text. ``delegation`` is a code or an id."""

NOT_ROWS = N_("A list of participants is a list of {{name, function, delegation, …}}. Nothing was changed.")


def take_participants(pen: Pen, found: list[dict[str, Any]]) -> dict[str, int]:
    """Take in a list of participants; who is here already stays as he is, unless the row says ``again``.

    A row without a name brings its delegation alone. Ids of people are never made from their names: an id travels
    where a name must not.
    """
    rows = [_checked(one) for one in found]
    known = of_desk(pen.read)
    here = {name: set(places) for name, places in names_here(pen.read).items()}
    language = _own_language(pen)
    before = len(pen.made)
    made: dict[tuple[str, str, str], str] = {}
    people = already = 0
    for row in rows:
        delegation = _delegation(pen, row, known, made)
        name = row.get("name", "")
        if not name:
            continue
        places = here.setdefault(plain(name), set())
        place = delegation or ""
        if place in places and not row.get("again"):
            already += 1
            continue
        places.add(place)
        people += 1
        entry = known.get(delegation)
        pen.create(
            Person,
            honorific=row.get("honorific"),
            name=name,
            function=row.get("function"),
            affiliation=entry.name(language) if entry else row.get("organization"),
            category=row.get("category") or (entry.category if entry else None),
            delegation=delegation,
            gender=row.get("gender"),
        )
    return {"people": people, "delegations": len(pen.made) - before - people, "already": already}


def add_delegation(
    pen: Pen,
    code: str | None = None,
    name: str | None = None,
    category: str | None = None,
    regional_group: str | None = None,
    country: str | None = None,
    a_status: bool | None = None,
) -> dict[str, str]:
    """Add a delegation: one of the shipped vocabulary by its code, or any other by its name."""
    if code and shipped().get(code) is not None:
        made = ensure(pen, code)
    elif name:
        known = of_desk(pen.read)
        row = {"organization": name, "category": category or "other", "country": country or ""}
        named = _delegation(pen, row, known, {})
        assert named is not None
        made = named
        if code and known.get(made) is None:
            pen.change(Delegation, made, code=code)
    else:
        raise Refused(UNKNOWN, code=code or "")
    said = {"category": category, "regional_group": regional_group, "country": country, "a_status": a_status}
    pen.change(Delegation, made, **{field: value for field, value in said.items() if value is not None})
    return {"id": made}


def take_names(pen: Pen, found: list[dict[str, Any]]) -> dict[str, int]:
    """Put names over the shipped ones: ``found`` are ``{code, names: {language: name}}``.

    The names of a venue's own terminology export were passed by terminologists, and count as reviewed.
    """
    plan = [_named(one) for one in found]
    changed = 0
    for code, names in plan:
        delegation = ensure(pen, code)
        if SOURCE_LANGUAGE in names:
            pen.change(Delegation, delegation, name=names[SOURCE_LANGUAGE])
        held = pen.read.get(Delegation, delegation)
        source = (held.name if held else "") or ""
        for language, name in names.items():
            if language != SOURCE_LANGUAGE:
                pen.create(
                    Wording,
                    joined_id("wording", delegation, "name", language),
                    item=delegation,
                    item_field="name",
                    language=language,
                    text=name,
                    status="reviewed",
                    source_hash=source_hash(source),
                )
            changed += 1
    return {"delegations": len(plan), "names": changed}


def _delegation(
    pen: Pen, row: Mapping[str, Any], known: Directory, made: dict[tuple[str, str, str], str]
) -> str | None:
    """Give the delegation of a row, made if there is none yet; what nobody knows becomes one of its own.

    The id of such a one follows from its name, so that two desks that take the same list make the same one.
    """
    code, written = row.get("delegation", ""), row.get("organization", "")
    key = (code, plain(written), row.get("country", ""))
    if key in made:
        return made[key]
    if code:
        made[key] = ensure(pen, code)
        return made[key]
    if not written:
        return None
    named = known.match(written)
    if len(named) == 1:
        made[key] = ensure(pen, named[0].code)
        return made[key]
    record = joined_id("delegation", "name", fold(written))
    held = pen.read.get(Delegation, record)
    if held is not None and plain(held.name or "") != plain(written):
        record, held = pen.new_id(), None  # it was renamed meanwhile, and is somebody else now
    if held is None:
        pen.create(
            Delegation,
            record,
            name=written,
            category=row.get("category") or "other",
            country=row.get("country") or None,
        )
    made[key] = record
    return record


def _own_language(pen: Pen) -> str:
    held = pen.read.every(Consultation)
    return (held[0].language if held else None) or SOURCE_LANGUAGE


def _checked(row: dict[str, Any]) -> dict[str, Any]:
    """Refuse a row that says something else than a row of a list can; give it without what is empty."""
    again = row.get("again", False)
    texts = {name: value for name, value in row.items() if name != "again" and value is not None}
    if not isinstance(again, bool) or set(row) - FIELDS or not all(isinstance(one, str) for one in texts.values()):
        raise Refused(NOT_ROWS)
    told = {name: " ".join(value.split()) for name, value in texts.items() if value.strip()}
    if told.get("category", "other") not in CATEGORY_KINDS or told.get("gender", "other") not in GENDERS:
        raise Refused(NOT_ROWS)
    return {**told, "again": again}


def _named(one: dict[str, Any]) -> tuple[str, dict[str, str]]:
    code, names = one.get("code"), one.get("names")
    if not isinstance(code, str) or not isinstance(names, dict) or not set(names) <= set(LANGUAGES):
        raise Refused(N_("A list of names is a list of {{code, names: {{language: name}}}}. Nothing was changed."))
    if not all(isinstance(name, str) and name.strip() for name in names.values()):
        raise Refused(N_("A list of names is a list of {{code, names: {{language: name}}}}. Nothing was changed."))
    return code, {language: " ".join(name.split()) for language, name in names.items()}


COMMANDS = (
    Command("take-participants", N_("Take in participants"), take_participants),
    Command("add-delegation", N_("Add a delegation"), add_delegation),
    Command("take-names", N_("Take in names in six languages"), take_names),
)
