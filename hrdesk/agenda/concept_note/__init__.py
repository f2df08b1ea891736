"""Reads the concept note of a consultation into records, by rules: what no rule understands is left over, not guessed.

A note is cleaned (``cleaning``), freed of its footnotes (``footnoting``), made into paragraphs (``paragraphs``) and
divided into parts (``sections``, by the words in ``labels``); then each reader looks for its own nouns.
"""

from hrdesk.agenda.concept_note.finding import ConceptNote, Found
from hrdesk.agenda.concept_note.reading import read_concept_note

__all__ = ["ConceptNote", "Found", "read_concept_note"]
