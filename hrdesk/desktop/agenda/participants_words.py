"""The sentences above a list that is about to be taken in: what was understood, what was left out."""

from hrdesk.agenda.participants.rules.names import NamesReading
from hrdesk.agenda.participants.rules.people import Reading
from hrdesk.desktop.agenda.participants_model import ALL, DOUBTED, NOT_NEW
from hrdesk.language import N_
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import isolate

FILTERS = {
    ALL: N_("All ({number})"),
    "new": N_("New ({number})"),
    DOUBTED: N_("To look at ({number})"),
    NOT_NEW: N_("Not new ({number})"),
}

FIRST = 3
"""Rows that are named of those that nobody knows."""


def begin_words() -> str:
    """Say what can be taken in."""
    what = _(
        "Sheets (.xlsx, .csv), tables in Word (.docx), or what you copied from one. A table of names in the six"
        " languages, as a terminology portal exports it, is put over the shipped names."
    )
    heading = _("Take in participants")
    return f"<b>{heading}</b> {what}"


def people_words(reading: Reading, rows: int) -> str:
    """Say what was understood of a list of people."""
    read = plural_("{number} row was understood.", "{number} rows were understood.", rows)
    said = [f"<b>{read}</b>"]
    if reading.is_guessed:
        said.append(_("No headings were found: please look whether the columns are right."))
    if reading.dropped:
        said.append(
            plural_(
                "{number} private detail was left out: hrdesk keeps no e-mail addresses or telephone numbers.",
                "{number} private details were left out: hrdesk keeps no e-mail addresses or telephone numbers.",
                reading.dropped,
            )
        )
    said.append(_("Correct or untick what is wrong; nothing is saved yet."))
    return " ".join(said)


def names_words(names: NamesReading) -> str:
    """Say what was understood of a table of names."""
    read = plural_(
        "{number} delegation is called otherwise in this table.",
        "{number} delegations are called otherwise in this table.",
        len(names.rows),
    )
    said = [f"<b>{read}</b>"]
    if names.same:
        said.append(plural_("{number} is called the same.", "{number} are called the same.", names.same))
    if names.unknown:
        first = ", ".join(isolate(text) for _number, text in names.unknown[:FIRST])
        said.append(
            plural_(
                "{number} row is of no known delegation: {first}.",
                "{number} rows are of no known delegation, the first: {first}.",
                len(names.unknown),
                first=first,
            )
        )
    if names.odd:
        said.append(
            plural_(
                "{number} name is not in the letters of its language and was left out.",
                "{number} names are not in the letters of their language and were left out.",
                names.odd,
            )
        )
    said.append(_("Untick what is wrong; nothing is saved yet."))
    return " ".join(said)


def taken_words(result: dict[str, int]) -> str:
    """Say what was taken in."""
    if "people" in result:
        told = plural_("{number} person was taken in.", "{number} people were taken in.", result["people"])
    else:
        told = plural_("{number} name was taken in.", "{number} names were taken in.", result["names"])
    return _("{told} Undo takes it back.", told=told)
