"""What a desk knows of the texts that it may have sent out: every wording that ever stood, by its sign."""

from dataclasses import dataclass, field
from functools import cached_property

from hrdesk.language.person_names import Names
from hrdesk.recommendations.queries import recommendations, superseded
from hrdesk.recommendations.rules.anchors import known_by, text_sign, words_of
from hrdesk.records import Alternative, Amendment, Recommendation, Wording, WordingVersion
from hrdesk.store.namings import read_common_words, read_names, read_protected
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Known:
    """A recommendation with its place from 1, and every wording of it with its language, by the wording's sign."""

    recommendation: Recommendation
    number: int
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def words(self) -> frozenset[str]:
        """Give the words of the text that stands."""
        return words_of(self.recommendation.text or "")


def known_texts(reader: Reader) -> dict[str, Known]:
    """Give the recommendations that stand by the sign under which a draft holds them."""
    gone = superseded(reader)
    known = {
        known_by(held.id): Known(held, number)
        for number, held in enumerate(recommendations(reader), 1)
        if held.id not in gone
    }

    def add(record: str | None, text: str | None, language: str | None) -> None:
        found = known.get(known_by(record or ""))
        if found is not None and text:
            told = language or found.recommendation.language or "en"
            found.texts.setdefault(text_sign(text), (text, told))

    for found in list(known.values()):
        held = found.recommendation
        add(held.id, held.text, held.language)
        add(held.id, held.adopted_text, held.adopted_language)
    for version in reader.every(WordingVersion):
        add(version.recommendation, version.text, version.language)
    for alternative in reader.every(Alternative):
        add(alternative.recommendation, alternative.text, alternative.language)
    for wording in reader.every(Wording, item_field="text"):
        add(wording.item, wording.text, wording.language)
    for amendment in reader.every(Amendment):
        add(amendment.recommendation, amendment.base, amendment.language)
    return known


def taken_in(reader: Reader) -> frozenset[str]:
    """Give the ids of what was proposed already."""
    return frozenset(one.id for noun in (Amendment, Recommendation) for one in reader.every(noun))


def read_protected_names(reader: Reader) -> Names:
    """Give the names of those whom anybody ever called protected, to be looked for."""
    protected = read_protected(reader)
    return Names(read_names(reader, protected), read_common_words(reader) if protected else ())
