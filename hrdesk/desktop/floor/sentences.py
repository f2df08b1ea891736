"""The options of the chair in the words of the window: what fits, for how long each, and when it ends."""

from hrdesk.floor.picture import Picture
from hrdesk.floor.rules.fit import Option
from hrdesk.floor.sentences import Sentence, sentence
from hrdesk.language.interface import _
from hrdesk.records.moment import Moment


def option_words(picture: Picture, now: Moment) -> list[tuple[Option, str]]:
    """Give each option with its sentence, the first of which is to go on as it is."""
    options = picture.fit.options if picture.fit else ()
    return [(one, _told(sentence_of(picture, one, now))) for one in options]


def sentence_of(picture: Picture, option: Option, now: Moment) -> Sentence:
    """Give the sentence of an option; hours are those of the place where the session is held."""
    return sentence(option, now, picture.session.time_zone or None)


def _told(said: Sentence) -> str:
    return _(said.message, **{name: str(value) for name, value in said.fields.items()})
