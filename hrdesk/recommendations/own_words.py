"""A desk's own words to tag with, beside the shipped vocabularies: added before anybody needs them, worded anew."""

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.notes.terms import term_called, term_of
from hrdesk.records import Tag, Tagging
from hrdesk.records.ids import tag_id
from hrdesk.records.recommendation import TAG_SCHEMES
from hrdesk.store.pen import Pen


def add_word(pen: Pen, scheme: str, name: str) -> dict[str, str]:
    """Add a word to a vocabulary of this desk; from then on it is offered, and travels with the next bundle."""
    if scheme not in TAG_SCHEMES:
        raise Refused(N_("There is no vocabulary “{scheme}”. Nothing was changed."), scheme=scheme)
    word = _plain(name)
    made = tag_id(scheme, word)
    if term_called(scheme, word) is not None or pen.read.get(Tag, made) is not None:
        raise Refused(N_("“{word}” is in this vocabulary already. Nothing was changed."), word=word)
    return {"id": pen.create(Tag, made, scheme=scheme, name=word)}


def rename_word(pen: Pen, tag: str, name: str) -> dict[str, str]:
    """Word one of the desk's own words anew; whatever is tagged with it stays so, because its id stays."""
    held, word = _own(pen, tag), _plain(name)
    if term_called(held.scheme or "", word) is not None:
        raise Refused(N_("“{word}” is in this vocabulary already. Nothing was changed."), word=word)
    pen.change(Tag, tag, name=word)
    return {"id": tag}


def delete_word(pen: Pen, tag: str) -> dict[str, str]:
    """Take one of the desk's own words away that nothing is tagged with."""
    _own(pen, tag)
    if pen.read.every(Tagging, tag=tag):
        raise Refused(N_("Something is tagged with this word. Nothing was changed; take the tag off first."))
    pen.delete(Tag, tag)
    return {"id": tag}


def _own(pen: Pen, tag: str) -> Tag:
    held = pen.read.get(Tag, tag)
    if held is None:
        raise Refused(N_("There is no word “{id}” here. Nothing was changed."), id=tag)
    if term_of(tag) is not None:
        raise Refused(N_("This word was shipped with hrdesk. Nothing was changed; please add a word of your own."))
    return held


def _plain(name: str) -> str:
    word = " ".join(name.split())
    if not word:
        raise Refused(N_("There is no word here. Nothing was changed; please write one."))
    return word


COMMANDS = (
    Command("add-word", N_("Add a word to a vocabulary"), add_word),
    Command("rename-word", N_("Rename a word of a vocabulary"), rename_word),
    Command("delete-word", N_("Delete a word of a vocabulary"), delete_word),
)
