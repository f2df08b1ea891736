"""How long an outcome document of a thousand recommendations takes to write, in each language, and how big it is."""

import time
from dataclasses import replace

import pytest

from hrdesk.outcome.document import Document, Paragraph, Run
from hrdesk.outcome.pdf import write_pdf
from tests.outcome.pdf.six_documents import LANGUAGES, TEXTS, outcome

RECOMMENDATIONS = 1_000
SLOWEST_PAGE = 0.2
"""Seconds for a page on a slow machine; a document that grows must take longer in proportion, not more."""


def with_recommendations(language: str, count: int) -> Document:
    """Return an outcome document that ends in so many recommendations, every third one in bold."""
    text = TEXTS[language]
    added = tuple(
        Paragraph((Run(text["recommendation"] if at % 2 else text["long"], bold=at % 3 == 0),), f"{at + 100}.")
        for at in range(count)
    )
    document = outcome(language)
    return replace(document, blocks=(*document.blocks, *added))


@pytest.mark.parametrize("language", LANGUAGES)
def bench_thousand_recommendations(language: str):
    """Write a long document once."""
    document = with_recommendations(language, RECOMMENDATIONS)
    wall, used = time.perf_counter(), time.process_time()
    written = write_pdf(document)
    wall, used = time.perf_counter() - wall, time.process_time() - used
    print(
        f"\n{language}: {written.pages} pages, {len(written.data) // 1024} KiB,"
        f" {wall:.2f} s, {used:.2f} s of processor, {used / written.pages * 1000:.0f} ms a page"
    )
    assert used / written.pages < SLOWEST_PAGE


def bench_time_grows_with_length_and_no_faster():
    """Compare a document with another of four times its length."""
    used = []
    for count in (500, 2_000):
        before = time.process_time()
        write_pdf(with_recommendations("ar", count))
        used.append(time.process_time() - before)
    print(f"\nArabic, 500 and 2,000 recommendations: {used[0]:.2f} and {used[1]:.2f} s")
    assert used[1] < 8 * used[0]
