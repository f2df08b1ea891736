"""What a merge did, in words."""

from hrdesk.desktop.exchange.exchange_words import counted, who
from hrdesk.exchange.summary import Summary
from hrdesk.language.interface import _, context_, plural_


def summary_words(summary: Summary, conflicts: int) -> list[str]:
    """Give the lines of the summary, what a person must know first."""
    count = len(summary.files)
    lines = [plural_("✓ {number} bundle merged.", "✓ {number} bundles merged.", count)]
    new, known = summary.new, summary.known
    lines.append(plural_("{number} change is new.", "{number} changes are new.", new))
    lines.append(plural_("{number} was known already.", "{number} were known already.", known))
    if summary.by_kind:
        lines.append(_("New: {counts}.", counts=counted(summary.by_kind)))
    if summary.removed:
        removed = summary.removed
        lines.append(
            plural_(
                "⚠ {number} change was withdrawn: its words are gone from here, the search and the backups.",
                "⚠ {number} changes were withdrawn: their words are gone from here, the search and the backups.",
                removed,
            )
        )
    if summary.withdrawn:
        refused = summary.withdrawn
        lines.append(
            plural_(
                "{number} change had been withdrawn and stayed out.",
                "{number} changes had been withdrawn and stayed out.",
                refused,
            )
        )
    if summary.held:
        held = summary.held
        lines.append(
            plural_(
                "⚠ {number} withdrawal was not let in: its author is unknown. Merge the bundle again to let it in.",
                "⚠ {number} withdrawals were not let in: their authors are unknown. Merge the bundle again to let"
                " them in.",
                held,
            )
        )
    if summary.left_out:
        out = summary.left_out
        lines.append(
            plural_(
                "{number} change was not let in: its author is kept out, or no true seal vouches for it.",
                "{number} changes were not let in: their authors are kept out, or no true seal vouches for them.",
                out,
            )
        )
    if summary.strangers:
        names = context_("between the parts of a list", ", ").join(
            who(one.name, one.device) for one in summary.strangers
        )
        lines.append(_("Taken in for the first time: {names}.", names=names))
    if summary.forked:
        lines.append(_("⚠ A desk was copied and written twice under one name; both versions are kept."))
    lines.append(
        plural_("⚠ {number} conflict is to be settled.", "⚠ {number} conflicts are to be settled.", conflicts)
        if conflicts
        else _("There is nothing to settle.")
    )
    return lines
