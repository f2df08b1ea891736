"""Saying a text in the language of a paper: in its words or marked as untranslated, and by whom as far as may be told.

What a person must know of a paper before it leaves is counted on the way: see ``Report``.
"""

from dataclasses import replace

from hrdesk.language import N_
from hrdesk.language.names import language_name
from hrdesk.language.words import words_for
from hrdesk.outcome.document import Run
from hrdesk.outcome.material import Material, Source
from hrdesk.outcome.report import Report
from hrdesk.records import Note
from hrdesk.records.disclosure import attribution, may_appear
from hrdesk.records.wording import standing


class Teller:
    """Tells the texts of one paper in one language. ``classes`` are those of all that was told so far.

    ``place`` is where the paper is to stand, as ``disclosure`` names it.
    """

    def __init__(self, material: Material, language: str, place: str = "document") -> None:
        self.place = place
        self.material = material
        self.language = language
        self.words = words_for(language)
        self.report = Report()
        self.classes: set[str] = set()

    def lets_in(self, record: str) -> bool:
        """Tell whether a record may stand in the paper; one that may not is counted as left out."""
        sensitivity = self.material.classes.of(record)
        if not may_appear(sensitivity, self.place):
            self.count("left_out")
            return False
        self.classes.add(sensitivity)
        return True

    def text(self, source: Source) -> tuple[tuple[Run, ...], bool]:
        """Give a text in the paper's language, or in its own with a mark, and whether it is marked."""
        self.count("texts")
        wording = self.material.wordings.get((source.item, source.field, self.language))
        if any(map(self.material.names.stand_in, (source.text, (wording.text if wording else None) or ""))):
            self.count("named")
        if source.item in self.material.contested:
            self.count("contested")
        if source.language == self.language:
            return (Run(source.text),), False
        found = standing(wording, source.text)
        if wording and wording.text and found in ("draft", "reviewed"):
            if found == "draft":
                self.count("drafts")
            return (Run(wording.text),), False
        fields = {"language": language_name(source.language, self.language)}
        if found == "stale":
            self.count("stale")
            mark = self.words.text(N_("[Original: {language}; the translation is out of date]"), **fields)
        else:
            self.count("untranslated")
            mark = self.words.text(N_("[Original: {language}]"), **fields)
        return (Run(f"{mark} ", italic=True), Run(source.text, language=source.language)), True

    def plain(self, source: Source) -> str:
        """Give a text as ``text`` does, as one string."""
        runs, _ = self.text(source)
        return "".join(run.text for run in runs)

    def speaker(self, note: Note, sensitivity: str) -> str:
        """Give the words by which whoever said a note may be named, or nothing."""
        levels = (note.attribution, *self.material.levels(note.session, note.consultation))
        person = self.material.people.get(note.speaker or "")
        if note.speaker and person is None:
            return ""  # whoever spoke is not known here and may be protected elsewhere
        named = attribution(sensitivity, levels, person, note.speaker_label)
        if person is None and self.material.names.stand_in(named):
            return ""  # as it was heard, before anybody knew that this person is protected
        if person and named == person.affiliation:
            wording = self.material.wordings.get((person.id, "affiliation", self.language))
            return wording.text if wording and wording.text else named
        return named

    def led(self, runs: tuple[Run, ...], said_by: str) -> tuple[Run, ...]:
        """Put who said it before a text, where that may be told."""
        if not said_by:
            return runs
        lead = self.words.context("before what a speaker said", "{speaker}: ", speaker=said_by)
        return (Run(lead), *runs)

    def count(self, what: str) -> None:
        """Count one more of what the report tells."""
        self.report = replace(self.report, **{what: getattr(self.report, what) + 1})
