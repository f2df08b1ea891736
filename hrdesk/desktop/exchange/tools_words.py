"""The words of the exchange with other programs: what files are called, what would come in, what stays."""

from collections.abc import Mapping
from typing import Any

from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.exchange.tools.coming import CODE_WORDS, Coming
from hrdesk.exchange.tools.export import Prepared
from hrdesk.exchange.tools.leaving import Left
from hrdesk.exchange.tools.recognizing import NEW, RENAMED, SAME_NAME
from hrdesk.language import N_
from hrdesk.language.interface import _, context_, plural_
from hrdesk.language.names import language_name

FORM_WORDS = {
    ".qdpx": N_("Coded notes (REFI-QDA project, .qdpx)"),
    ".qdc": N_("Tags (REFI-QDA codebook, .qdc)"),
    ".xlsx": N_("Recommendations (workbook, .xlsx)"),
    ".csv": N_("Recommendations (plain table, .csv)"),
}

ABOUT = {
    ".qdpx": N_(
        "Notes session by session with their tags, and the recommendations, for programs that analyse texts:"
        " QualCoder, NVivo, ATLAS.ti, MAXQDA. Speakers are named only in public notes, and desks never."
    ),
    ".qdc": N_("The tags alone, for programs that analyse texts. A tag that is renamed there is known again here."),
    ".xlsx": N_("One row for each recommendation. Changed cells can be taken in again: rows are known by their id."),
    ".csv": N_("One row for each recommendation. Changed cells can be taken in again: rows are known by their id."),
}

LIMIT_WORDS = {"public": N_("Public only"), "restricted": N_("Public and restricted")}

ROW_LIMIT = 500
"""Rows that a preview shows; it says how many there are beyond."""

Rows = list[tuple[str, str, str, str]]


def language_word(language: str, spoken: str) -> str:
    """Name a language with a capital, as a list shows it."""
    name = language_name(language, spoken)
    return name[:1].upper() + name[1:]


def holds_words(prepared: Prepared) -> str:
    """Say what a file would hold."""
    told = [
        (prepared.notes, plural_("{number} note", "{number} notes", prepared.notes)),
        (
            prepared.recommendations,
            plural_("{number} recommendation", "{number} recommendations", prepared.recommendations),
        ),
        (prepared.codes, plural_("{number} tag", "{number} tags", prepared.codes)),
    ]
    counts = context_("between the parts of a list", ", ").join(words for number, words in told if number)
    return _("The file would hold {counts}.", counts=counts) if counts else _("The file would be empty.")


def limit_words(limit: str) -> str:
    """Say who may be given such a file: it is not encrypted."""
    if limit == "public":
        return _("○ Public: anybody may read this file.")
    return _("◐ Restricted: the file is not encrypted. Give it only to those who may read what is restricted.")


def stays_words(left: Left) -> str:
    """Say what stays here and why."""
    told = []
    if left.strict:
        told.append(
            plural_(
                "● {number} item stays here: it is stricter than what may leave.",
                "● {number} items stay here: they are stricter than what may leave.",
                left.strict,
            )
        )
    if left.named:
        told.append(
            plural_(
                "⚠ {number} item stays here: the name of a protected person seems to stand in it.",
                "⚠ {number} items stay here: the names of protected persons seem to stand in them.",
                left.named,
            )
        )
    return "\n".join(told)


def brings_words(coming: Coming) -> str:
    """Say in lines what a file would bring."""
    told = coming.counts()
    if coming.table is not None:
        lines = [
            plural_("{number} recommendation would change.", "{number} recommendations would change.", told["changed"]),
            plural_("{number} would be new.", "{number} would be new.", told["new"]) if told["new"] else "",
            plural_(
                "{number} row says what stands here already.",
                "{number} rows say what stands here already.",
                told["unchanged"],
            )
            if told["unchanged"]
            else "",
            plural_("⚠ {number} cell or row is left out.", "⚠ {number} cells or rows are left out.", told["aside"])
            if told["aside"]
            else "",
        ]
        if coming.table.unknown:
            lines.append(_("Columns not known here: {names}", names=", ".join(coming.table.unknown)))
        return "\n".join(line for line in lines if line)
    lines = [
        plural_("{number} new tag", "{number} new tags", told[NEW]),
        plural_("{number} renamed tag", "{number} renamed tags", told[RENAMED]) if told[RENAMED] else "",
        plural_("{number} tag called like one here", "{number} tags called like ones here", told[SAME_NAME])
        if told[SAME_NAME]
        else "",
        plural_("{number} tag known already", "{number} tags known already", told["known"]) if told["known"] else "",
        plural_("{number} new note", "{number} new notes", told["notes"]) if told["notes"] else "",
        plural_("{number} item here gets more tags", "{number} items here get more tags", told["tagged"])
        if told["tagged"]
        else "",
        plural_("{number} passage known already", "{number} passages known already", told["known_passages"])
        if told["known_passages"]
        else "",
        plural_(
            "⚠ {number} coded place is no text and is left out.",
            "⚠ {number} coded places are no texts and are left out.",
            told["no_text"],
        )
        if told["no_text"]
        else "",
    ]
    return "\n".join(line for line in lines if line)


def done_words(done: Mapping[str, Any]) -> str:
    """Say in lines what was taken in; nothing where nothing was new."""
    counts = {name: len(told) if isinstance(told, list) else 0 for name, told in done.items()}
    changed, made, tags, renamed, notes, tagged = (
        counts.get(name, 0) for name in ("changed", "made", "tags", "renamed", "notes", "tagged")
    )
    told = [
        (changed, plural_("✓ {number} recommendation changed", "✓ {number} recommendations changed", changed)),
        (made, plural_("✓ {number} new recommendation", "✓ {number} new recommendations", made)),
        (notes, plural_("✓ {number} new note", "✓ {number} new notes", notes)),
        (tagged, plural_("✓ {number} item got more tags", "✓ {number} items got more tags", tagged)),
        (tags, plural_("✓ {number} new tag", "✓ {number} new tags", tags)),
        (renamed, plural_("✓ {number} tag renamed", "✓ {number} tags renamed", renamed)),
    ]
    return "\n".join(words for number, words in told if number)


def headings(coming: Coming) -> tuple[str, str, str, str]:
    """Name the columns of the preview."""
    if coming.table is not None:
        return _("Row"), _("Column"), _("Here"), _("In the file")
    return _("What"), _("Scheme"), _("Here"), _("In the file")


def rows(coming: Coming) -> Rows:
    """Give the rows of the preview: everything that would change, and what is left out with the reason."""
    found: Rows = []
    if coming.table is not None:
        for row in coming.table.rows:
            found += [(str(row.number), one.column, one.before, one.after) for one in row.changes]
            found += [(str(row.number), one.column, f"⚠ {_(one.why)}", one.cell) for one in row.aside]
        return found
    for code in coming.codes:
        if code.how in (NEW, RENAMED, SAME_NAME):
            scheme = choice_word(code.scheme, "scheme")
            found.append((_(CODE_WORDS[code.how]), scheme, "" if code.how == NEW else code.called, code.name))
    words = {one.tag: one.called or one.name for one in coming.codes if one.tag}
    for one in coming.passages:
        tags = ", ".join(words.get(tag, "") for tag in one.coming)
        if not one.record:
            found.append((_("New note"), tags, "", one.text))
        elif one.coming:
            found.append((_("More tags"), tags, one.text, one.text))
    return found
