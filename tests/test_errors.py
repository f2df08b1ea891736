"""A refusal is one sentence with its values in it, and keeps both apart for the translator."""

import ast
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language.fields import fields_of

HOUSE = Path(__file__).parent.parent / "hrdesk"


def test_a_refusal_reads_as_a_sentence_and_can_be_said_in_another_language():
    refused = Refused("There is no {kind} “{id}” here.", kind="note", id="x")
    assert str(refused) == "There is no note “x” here."
    assert (refused.message, refused.fields) == ("There is no {kind} “{id}” here.", {"kind": "note", "id": "x"})


def test_braces_in_a_value_are_left_alone():
    assert str(Refused("{path} is broken", path="{0}{path}{x!r}")) == "{0}{path}{x!r} is broken"


def test_every_refusal_is_given_the_values_its_sentence_names():
    for path in HOUSE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Refused"):
                continue
            marked = call.args[0] if call.args else None
            if isinstance(marked, ast.Call) and marked.args and isinstance(marked.args[0], ast.Constant):
                sentence = str(marked.args[0].value)
                given = {one.arg for one in call.keywords}
                assert set(fields_of(sentence) or ()) == given, f"{path}:{call.lineno}"
                assert sentence.endswith("."), f"{path}:{call.lineno}"
