"""The six catalogs that are shipped: complete, sound, and made from today's source."""

import pytest

from hrdesk.language import LANGUAGES
from hrdesk.language.catalogs import catalog_path, read_catalog, source_messages, template_path
from hrdesk.language.check import faults

_REMEDY = "run: python3 run.py catalogs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalog_has_no_faults(language: str) -> None:
    found = faults(catalog_path(language))
    assert not found, f"{len(found)} faults, the first: {found[:10]}"


def test_the_template_holds_the_messages_of_the_source() -> None:
    assert template_path().is_file(), _REMEDY
    template = read_catalog(template_path())
    written = {(str(message.id), message.context) for message in template if message.id}
    marked = {(str(message.id), message.context) for message in source_messages() if message.id}
    assert written == marked, _REMEDY
