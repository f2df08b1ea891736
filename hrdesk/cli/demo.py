"""The whole main job on the sample consultation, without a window and without any of Qt's libraries."""

from collections.abc import Callable
from pathlib import Path

from hrdesk import sample
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.language.interface import _
from hrdesk.outcome.export import export_pdf
from hrdesk.store import desk_file


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
    with desk_file.reader(built.merged) as reader:
        made += [export_pdf(reader, language, folder / f"outcome-{language}.pdf").path for language in LANGUAGES]
    return [str(path) for path in made]
