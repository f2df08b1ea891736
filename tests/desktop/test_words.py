"""What the window says can be gathered for translation."""

import ast
from pathlib import Path

import pytest

import hrdesk

HOUSE = Path(hrdesk.__file__).parent
MARKS = {"_", "N_", "plural_", "context_", "context_plural_"}


def hidden_messages(tree):
    """Give the lines on which a message stands inside the braces of an f-string, where Python 3.11 hides it."""
    return [
        call.lineno
        for joined in ast.walk(tree)
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in MARKS
        and any(isinstance(one, ast.Constant) for one in call.args)
    ]


def joined_messages(tree):
    """Give the lines on which two messages, or a message and words of ours, are added up to a sentence."""
    return [
        sum_.lineno
        for sum_ in ast.walk(tree)
        if isinstance(sum_, ast.BinOp)
        and isinstance(sum_.op, ast.Add)
        and any(is_message(side) for side in (sum_.left, sum_.right))
        and all(is_message(side) or is_words(side) for side in (sum_.left, sum_.right))
        and not (is_message(sum_.left) and is_ending(sum_.right))
    ]


def is_message(node):
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS


def is_words(node):
    """Tell words and punctuation from a sign like ⚠, which stands before a sentence in every language."""
    if isinstance(node, ast.Constant):
        return any(letter.isalpha() or letter in " :;,.()" for letter in str(node.value).removesuffix(" ") or " ")
    return isinstance(node, ast.JoinedStr)


def is_ending(node):
    """Tell the pattern of a file name behind the name of its kind, which no language turns around."""
    text = ast.unparse(node)
    return "(*" in text


@pytest.mark.parametrize("path", sorted((HOUSE / "desktop").rglob("*.py")), ids=lambda path: path.stem)
def test_no_message_hides_inside_an_f_string_and_none_is_glued_to_another(path):
    tree = ast.parse(path.read_text("utf-8"))
    assert hidden_messages(tree) == []
    assert joined_messages(tree) == []


def test_the_search_finds_what_it_looks_for():
    assert hidden_messages(ast.parse("f'<b>{_(\"Title\")}</b>'")) == [1]
    assert joined_messages(ast.parse('_("One") + ": " + two')) == [1]
    assert joined_messages(ast.parse('"⚠ " + _("Sentence.")')) == []
    assert joined_messages(ast.parse('_("Desks") + f" (*{SUFFIX})"')) == []
