"""What the command line says to a person, in the language of the person."""

from typing import Any

from hrdesk.language import N_
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import visible
from hrdesk.records import KINDS

HISTORY = {
    "undo": N_("Take the last command back."),
    "redo": N_("Do again what was undone."),
}


def new(told: dict[str, Any]) -> str:
    """Say what was made and what of a note was not understood."""
    from_bundle = _("{desk} was made from the bundle.", desk=told["desk"])
    from_note = _("{desk} was made from the concept note.", desk=told["desk"])
    lines = [from_bundle if told["source"] == "bundle" else from_note]
    if told["leftover"]:
        count = len(told["leftover"])
        lines.append(plural_("{number} line was not understood:", "{number} lines were not understood:", count))
        lines += [f"{line['line']:>5}  {line['text']}" for line in told["leftover"]]
    return "\n".join(lines)


def show(records: dict[str, list[dict[str, Any]]]) -> str:
    """Show records as lines: how many of each kind, and what each holds."""
    lines = []
    for kind, held in records.items():
        if not held:
            continue
        lines.append(f"{_(KINDS[kind].label)} ({len(held)})")
        for one in held:
            said = [
                f"{_(info.label)}: {visible(str(one[info.name]))}"
                for info in KINDS[kind].declared
                if one[info.name] is not None
            ]
            lines += [f"  {one['id']}", *(f"    {text}" for text in said)]
    return "\n".join(lines) or _("There is nothing yet.")


def outcome(told: dict[str, Any]) -> str:
    """Say what was written and what is not as it should be."""
    report = told["report"]
    lines = [_("{file} was written.", file=told["file"])]
    if told["pages"]:  # a paper as text has none
        lines.append(plural_("{number} page", "{number} pages", told["pages"]))
    lines += report_lines(report)
    if told["missing_characters"]:
        signs = " ".join(told["missing_characters"])
        lines.append(_("No font has these characters; they appear as boxes: {signs}", signs=signs))
    return "\n".join(lines)


def floor_table(told: dict[str, Any]) -> str:
    """Say what was written, and whether others may have it."""
    lines = [_("{file} was written.", file=told["file"]), plural_("{number} row", "{number} rows", told["rows"])]
    if told["for_desk"]:
        lines.append(_("It holds the names of the desk and is for nobody else."))
    return "\n".join(lines)


def report_lines(report: dict[str, int]) -> list[str]:
    """Say of a document what is not as it should be."""
    return [sentence for name, sentence in _report_in_words(report).items() if report[name]]


def bundle(told: dict[str, Any]) -> str:
    """Say what was written and what stayed."""
    count = plural_("{number} change was written.", "{number} changes were written.", told["changes"])
    lines = [_("{file}: {count}", file=told["file"], count=count)]
    if told["left_out"]:
        lines.append(
            plural_(
                "{number} record stayed here because it is confidential.",
                "{number} records stayed here because they are confidential.",
                told["left_out"],
            )
        )
    if told["encrypted_for"]:
        lines.append(_("It is encrypted for {names}.", names=visible(", ".join(told["encrypted_for"]))))
    elif told["encrypted"]:
        lines.append(_("It is encrypted with the passphrase."))
    return "\n".join(lines)


def have(told: dict[str, Any]) -> str:
    """Say what was written."""
    count = plural_("{number} change is held here.", "{number} changes are held here.", told["changes"])
    return _("{file}: {count}", file=told["file"], count=count)


def confidential_warning() -> str:
    """Warn of confidential records in a bundle that anybody can read."""
    return _("The bundle holds confidential records and is not encrypted: whoever has the file can read them.")


def merge(told: dict[str, Any]) -> str:
    """Say what came in."""
    lines = [
        _("{file}: {new} new, {known} known", file=one["file"], new=one["new"], known=one["known"])
        for one in told["bundles"]
    ]
    left_out = sum(one["left_out"] for one in told["bundles"])
    if left_out:
        lines.append(plural_("{number} change was not let in.", "{number} changes were not let in.", left_out))
    if told["removed"]:
        lines.append(
            plural_(
                "⚠ {number} change was withdrawn: its words are gone from here, the search and the backups.",
                "⚠ {number} changes were withdrawn: their words are gone from here, the search and the backups.",
                told["removed"],
            )
        )
    if told["held"]:
        lines.append(
            plural_(
                "⚠ {number} withdrawal was not let in: its author is unknown here. See --accept-withdrawals.",
                "⚠ {number} withdrawals were not let in: their authors are unknown here. See --accept-withdrawals.",
                told["held"],
            )
        )
    for one in told["unknown"]:
        named = visible(one["name"] or one["device"])
        lines.append(
            _(
                "{name} was unknown here. The six words of its key, to be compared: {words}",
                name=named,
                words=one["words"],
            )
        )
    if told["unsealed"]:
        count = plural_("{number} change", "{number} changes", told["unsealed"])
        lines.append(_("{count} came without a seal: who wrote that cannot be proved.", count=count))
    if told["conflicts"]:
        lines.append(plural_("{number} conflict to settle.", "{number} conflicts to settle.", told["conflicts"]))
    return "\n".join(lines)


def conflicts(found: list[dict[str, Any]]) -> str:
    """List conflicts with every version."""
    if not found:
        return _("There are no conflicts.")
    lines = []
    for one in found:
        label = KINDS[one["kind"]].label if one["kind"] in KINDS else one["kind"]
        lines.append(f"{_(label)} {one['record']} · {one['field']} · {visible(one['title'])}")
        for version in one["versions"]:
            mark = "*" if version["counts"] else " "
            by, value = visible(version["by"]), visible(str(version["value"]))
            lines.append(f"  {mark} {version['name']}  {by}  {version['at']}  {value}")
    return "\n".join(lines)


def verify(told: dict[str, Any]) -> str:
    """Say that a file is sound."""
    count = plural_("{number} change", "{number} changes", told["changes"])
    lines = [_("{file} is sound: {count}.", file=told["file"], count=count)]
    unsealed = sum(one["unsealed"] for one in told.get("authors", ()))
    if unsealed:
        bare = plural_("{number} change", "{number} changes", unsealed)
        lines.append(_("{count} came without a seal: who wrote that cannot be proved.", count=bare))
    if told["file_kind"] == "bundle" and told["forked"]:
        named = ", ".join(told["forked"])
        lines.append(_("The key of {devices} was at work in two places; both seals are in it.", devices=named))
    return "\n".join(lines)


def demo(made: list[str]) -> str:
    """Say where the demo's results are."""
    return "\n".join([_("Done. The results:"), *(f"  {path}" for path in made)])


def _report_in_words(report: dict[str, int]) -> dict[str, str]:
    return {
        "untranslated": plural_(
            "{number} text has no translation and appears in its own language.",
            "{number} texts have no translation and appear in their own language.",
            report["untranslated"],
        ),
        "stale": plural_(
            "{number} translation is out of date; its text appears in its own language.",
            "{number} translations are out of date; their texts appear in their own language.",
            report["stale"],
        ),
        "drafts": plural_("{number} translation is a draft.", "{number} translations are drafts.", report["drafts"]),
        "named": plural_(
            "{number} text seems to name a protected person: please look at it before this document leaves.",
            "{number} texts seem to name a protected person: please look at them before this document leaves.",
            report["named"],
        ),
        "left_out": plural_(
            "{number} confidential text was left out.",
            "{number} confidential texts were left out.",
            report["left_out"],
        ),
        "contested": plural_(
            "{number} text is contested; the version that counts meanwhile was printed.",
            "{number} texts are contested; the versions that count meanwhile were printed.",
            report["contested"],
        ),
    }
