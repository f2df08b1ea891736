"""The report on a document in words: what of it is not as it should be, worst first, and how long it is."""

from hrdesk.desktop.outcome.proof import Proof
from hrdesk.language.interface import _, current, plural_
from hrdesk.language.names import language_name
from hrdesk.outcome.length import MOST_WORDS
from hrdesk.outcome.report import Report


def report_lines(report: Report, missing: dict[str, int]) -> list[str]:
    """Say what of a document is not as it should be, one line each; nothing when all is well."""
    lines = []
    if report.left_out:
        lines.append(
            plural_(
                "● {number} text is left out because it is confidential.",
                "● {number} texts are left out because they are confidential.",
                report.left_out,
            )
        )
    if report.named:
        lines.append(
            plural_(
                "⚠ {number} text seems to name a protected person. Please look at it before this document leaves.",
                "⚠ {number} texts seem to name a protected person. Please look at them before this document leaves.",
                report.named,
            )
        )
    if report.contested:
        lines.append(
            plural_(
                "⚠ {number} text is contested: desks wrote it differently. Settle it under Exchange.",
                "⚠ {number} texts are contested: desks wrote them differently. Settle them under Exchange.",
                report.contested,
            )
        )
    if report.untranslated:
        lines.append(
            plural_(
                "○ {number} text is not translated and stands in its own language, marked.",
                "○ {number} texts are not translated and stand in their own language, marked.",
                report.untranslated,
            )
        )
    if report.stale:
        lines.append(
            plural_(
                "↻ {number} translation is out of date; the text stands in its own language, marked.",
                "↻ {number} translations are out of date; the texts stand in their own language, marked.",
                report.stale,
            )
        )
    if report.drafts:
        lines.append(
            plural_(
                "◐ {number} translation is a draft that nobody has reviewed.",
                "◐ {number} translations are drafts that nobody has reviewed.",
                report.drafts,
            )
        )
    if missing:
        signs = " ".join(sorted(missing))
        told = _("⚠ No font here has these characters; they are printed as boxes: {characters}", characters=signs)
        lines.append(told)
    return lines


def length_line(proof: Proof) -> str:
    """Say how long the document is in its original language, against what is printed of a report."""
    spoken = language_name(proof.original, current().language)
    if proof.words <= MOST_WORDS:
        return _(
            "{count} of {most} words ({language})", count=f"{proof.words:,}", most=f"{MOST_WORDS:,}", language=spoken
        )
    return _(
        "⚠ {count} words ({language}): {over} more than the {most} that are printed",
        count=f"{proof.words:,}",
        over=f"{proof.words - MOST_WORDS:,}",
        most=f"{MOST_WORDS:,}",
        language=spoken,
    )
