"""The sentences above material that is about to be taken in: what was understood, and what is to be looked at."""

from collections.abc import Sequence

from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _, plural_
from hrdesk.notes.outside_preview import Preview
from hrdesk.notes.rules.outside import Row


def begin_words() -> str:
    """Say what can be taken in."""
    what = _(
        "Word and text files, logs of a chat, transcripts of a meeting (.docx, .txt, .vtt, .srt), or what you copied"
        " from one. Each paragraph becomes a note."
    )
    heading = _("Take in material from outside")
    return f"<b>{heading}</b> {what}"


def understood_words(found: Preview, rows: Sequence[Row], *, has_times: bool) -> str:
    """Say what was understood, and what a person must look at before it is taken."""
    read = plural_("{number} paragraph was understood.", "{number} paragraphs were understood.", len(rows))
    said = [f"<b>{read}</b>"]
    if found.before is not None:
        said.append(_("⚠ The same file was taken in on {day} already.", day=(found.before.at or "")[:10]))
    private = sum(row.private for row in rows)
    if private:
        said.append(
            plural_(
                "{number} private message is confidential and not ticked.",
                "{number} private messages are confidential and not ticked.",
                private,
            )
        )
    named = sum(row.named for row in rows)
    if named:
        said.append(
            plural_(
                "{number} paragraph names a protected person and is confidential.",
                "{number} paragraphs name a protected person and are confidential.",
                named,
            )
        )
    if found.is_timed and not has_times:
        said.append(_("Times are left out: the session has no day or time zone, or nobody said when it began."))
    said.append(_("Correct or untick what is wrong; nothing is saved yet."))
    return " ".join(said)


def row_words(row: Row) -> str:
    """Say of one row what its colours do not."""
    said = []
    if row.private:
        said.append(_("Private message: always confidential."))
    if row.named:
        said.append(_("The name of a protected person stands in it."))
    return " ".join(said)


def proposed_title(kind: str, session: str) -> str:
    """Propose a title from the kind and the session: the name of a file may hold that of a person."""
    word = choice_word(kind, "source_kind")
    return _("{what}: {text}", what=word, text=session) if session else word


def taken_words(count: int, undo: str) -> str:
    """Say how many notes were made, and by which key that is undone."""
    return plural_(
        "{number} note was taken in. {key} takes it back.",
        "{number} notes were taken in. {key} takes them back.",
        count,
        key=undo,
    )
