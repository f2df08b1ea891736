"""Keys can be changed: what is said to a person names the key of now, never the one that was shipped."""

import re

from hrdesk.language.catalogs import read_catalog, template_path

KEY = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+|F\d{1,2}\b)")

FIXED = {
    "Add a word; F2 or Enter renames your own, Delete removes it",
    "Enter keeps  ·  Shift+Enter new line  ·  {speaker} speaker  ·  {recommend} recommendation",
    "Enter; with the final wording Ctrl+Enter",
    "Move down (Alt+↓)",
    "Move up (Alt+↑)",
    "Shift+Enter",
    "What is ticked is told; what stands first of a kind is said aloud (Alt+↑, Alt+↓).",
    "⚠ The text has moved on since this was proposed. Make the final wording; Ctrl+Enter applies it.",
}
"""These keys belong to one field or list while it has the focus, stand in no table of actions and cannot be changed."""


def test_no_message_names_a_key_that_somebody_may_have_changed():
    told = {form for one in read_catalog(template_path()) for form in ([one.id] if isinstance(one.id, str) else one.id)}
    assert {one for one in told if KEY.search(one)} <= FIXED
