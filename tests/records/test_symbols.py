"""Symbols of documents, however they are written."""

import pytest

from hrdesk.records.symbols import Body, find_symbols


def symbols(written: str, body: Body = "") -> list[str]:
    return [found.symbol for found in find_symbols(written, body)]


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("A/HRC/RES/18/14", "A/HRC/RES/18/14"),
        ("HRC/RES/34/17", "A/HRC/RES/34/17"),
        ("A/HRC/Res/6/20", "A/HRC/RES/6/20"),
        ("HRC resolution 30/3", "A/HRC/RES/30/3"),
        ("HRC Res 30/3", "A/HRC/RES/30/3"),
        ("Human Rights Council resolution 30/25", "A/HRC/RES/30/25"),
        ("Human Rights Council’s resolution 52/15", "A/HRC/RES/52/15"),
        ("HRC decision 32/115", "A/HRC/DEC/32/115"),
        ("General Assembly resolution 60/251", "A/RES/60/251"),
        ("GA resolution 63/170", "A/RES/63/170"),
        ("A/RES/32/127", "A/RES/32/127"),
        ("A/HRC/15/56", "A/HRC/15/56"),
        ("A/HRC/34/23/Add.1", "A/HRC/34/23/Add.1"),
        ("Commission on Human Rights resolution 1993/51", "E/CN.4/RES/1993/51"),
        ("A/HRC/RES/S-21/1", "A/HRC/RES/S-21/1"),
    ],
)
def test_every_way_of_writing_gives_one_symbol(written: str, symbol: str) -> None:
    assert symbols(written) == [symbol]


@pytest.mark.parametrize(
    "written", ["HRC resolution 32/127", "resolution 30/25", "NGOs/NHRIs", "and/or", "10/12/2012", "A/B", ""]
)
def test_what_is_not_sure_is_not_normalised(written: str) -> None:
    assert not any(symbols(written))


def test_a_bare_resolution_is_whose_the_reader_says() -> None:
    assert symbols("resolution 30/25", "council") == ["A/HRC/RES/30/25"]
    assert symbols("resolution 60/251", "assembly") == ["A/RES/60/251"]


def test_a_series_of_resolutions_is_read_one_by_one() -> None:
    found = list(find_symbols("HRC resolutions 6/20 of 2007, 12/15 and 18/14 as well as (A/HRC/15/56)"))
    assert [each.symbol for each in found] == ["A/HRC/RES/6/20", "A/HRC/RES/12/15", "A/HRC/RES/18/14", "A/HRC/15/56"]
    assert [each.is_resolution for each in found] == [True, True, True, False]
    assert found[0].as_written == "HRC resolutions 6/20"
