"""The outcome document as PDF, in six languages: tagged, searchable, the same bytes for the same content.

``write_pdf`` is the only door. Beneath it: the text layer (``characters``, ``bidi``, ``breaks``, ``typography``,
``faces``, ``shaping``, ``story``, ``words``, ``filling``, ``lines``), composing (``sheet``, ``press``, ``paragraphs``,
``tables``, ``masthead``, ``contents``), pages (``strips``, ``pages``, ``running``, ``draw``) and the file (``font``,
``tags``, ``outlines``, ``archive``, ``colour``, ``file``). A text is printed as it is: there is no markup.
"""

from dataclasses import dataclass

from hrdesk.outcome.document import Document


@dataclass(frozen=True)
class Written:
    """A PDF file: its bytes, its pages, and how often it lacks a glyph for which character."""

    data: bytes
    pages: int
    missing: dict[str, int]


def write_pdf(document: Document) -> Written:
    """Write a document, whose language decides direction, fonts and spacing.

    Characters that no shipped font has are printed as boxes, keep their text, and are counted in ``missing``; such a
    file does not claim to keep PDF/UA and PDF/A.
    """
    from hrdesk.outcome.pdf.write import write  # the libraries behind it are loaded only for writing

    finished = write(document)
    return Written(finished.data, finished.pages, finished.missing)
