"""The papers of the rapporteur: the summary by guiding question, the draft for negotiation, the report at the end."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from hrdesk.cli import words
from hrdesk.cli.answers import Action, written
from hrdesk.cli.unlocking import reading, writing

if TYPE_CHECKING:
    from hrdesk.outcome.export import Exported


def paper(chosen: Namespace) -> Any:
    """Write one of the papers as PDF, or as text where the file is named so."""
    more: dict[str, Any] = {}
    if chosen.kind == "draft":
        exported, more["draft_version"], more["text_hash"] = _draft(chosen)
    elif chosen.kind == "questions":
        from hrdesk.outcome.question_summary import export_question_summary

        with reading(chosen) as reader:
            exported = export_question_summary(reader, chosen.language, chosen.output, chosen.session)
    else:
        from hrdesk.outcome.rapporteur_report import export_rapporteur_report

        with reading(chosen) as reader:
            exported = export_rapporteur_report(reader, chosen.language, chosen.output)
    told = written("paper", exported, kind=chosen.kind) | more
    return told if chosen.json else words.outcome(told)


def _draft(chosen: Namespace) -> tuple[Exported, str, str]:
    """Write the draft and keep that it was: the version it bears is known to the desk afterwards."""
    from hrdesk.outcome.negotiation_draft import export_negotiation_draft, negotiation_draft
    from hrdesk.outcome.word_draft import WORD, export_word_draft
    from hrdesk.work import COMMANDS

    with writing(chosen) as desk:
        with desk.reader() as reader:
            negotiation_draft(reader, chosen.language)  # what cannot be printed is no version
        kept = desk.run(COMMANDS["keep-draft-version"], name=chosen.name)
        with desk.reader() as reader:
            write = export_word_draft if chosen.output.suffix.lower() == WORD else export_negotiation_draft
            exported = write(reader, chosen.language, chosen.output)
    return exported, kept["name"], kept["text_hash"]


ACTIONS: dict[str, Action] = {"paper": paper}
