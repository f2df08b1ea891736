"""The whole main job on the sample consultation, without a window and without any of Qt's libraries."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from hrdesk import sample
from hrdesk.cli.words import report_lines
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.language.interface import _
from hrdesk.outcome.export import export_pdf
from hrdesk.store import desk_file
from hrdesk.store.identity import Profile
from hrdesk.store.identity_lock import IdentityLock


def run_demo(folder: Path, say: Callable[[str], None]) -> list[str]:
    """Leave two desks, their bundles, ``merged.hrdesk`` and ``outcome-<language>.pdf`` in ``folder``; name them."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(
            N_("{folder} is there already and not empty. Nothing was changed; please name a new folder."),
            folder=str(folder),
        )
    built = sample.build(folder, say)
    made = [*built.desks, *built.bundles, built.starter, built.merged]
    say(_("The outcome document is written in six languages."))
    staff = IdentityLock(Profile(folder / "profiles" / "staff"))  # whose desk it is: without it no name is recognised
    with desk_file.reader(built.merged, identity_lock=staff) as reader:
        written = [export_pdf(reader, language, folder / f"outcome-{language}.pdf") for language in LANGUAGES]
    for sentence in dict.fromkeys(line for one in written for line in report_lines(asdict(one.report))):
        say(sentence)
    return [str(path) for path in (*made, *(one.path for one in written))]
