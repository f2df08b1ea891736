"""The shipped vocabulary of States and bodies: complete, in the right letters, found by two of them."""

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.agenda.participants import vocabulary
from hrdesk.agenda.participants.rules.directory import plain
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES
from hrdesk.paths import resources_folder
from hrdesk.records import Delegation, Mechanism
from hrdesk.records.ids import joined_id
from hrdesk.records.people import CATEGORY_KINDS, REGIONAL_GROUPS
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk

SCRIPTS = {"ar": "ARABIC", "zh": "CJK", "ru": "CYRILLIC", "en": "LATIN", "fr": "LATIN", "es": "LATIN"}
CONCEPT_NOTES = (
    "OHCHR OHCHR-NIRMS OHCHR-UPRB OHCHR-PIS HRC GA SG UPR SP TB SPT HRCttee CERD CEDAW CMW CRC CRPD WGAD SR-VAW SR-TIP "
    "SR-SOC SR-FOE SR-HRD SRSG-VAC FMI IACHR OAS CEDDIS ACHPR AfCHPR ACERWC CPTA AU ECOWAS-CJ EACJ NANHRI CoE ECtHR "
    "CPT ECRI CS-RPD FCNM EU-NPM EU EU-FRA EP EC ODIHR OSCE-HCNM AICHR ACWC LAS OIC NHRI NPM APT NMRF UPRInfo CHR"
).split()


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


@pytest.fixture
def rows() -> list[dict[str, str]]:
    path = resources_folder() / "vocabularies" / "delegations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes(found) -> list[str]:
    return [entry.code for entry in found]


def test_there_are_the_193_member_states_in_their_five_groups(rows):
    states = [row for row in rows if row["category"] == "state"]
    assert len(states) == 193
    assert Counter(row["regional_group"] for row in states) == {
        "african": 54,
        "asia_pacific": 54,
        "eastern_european": 23,
        "latin_american_caribbean": 33,
        "western_european_other": 28 + 1,  # and the United States, which only counts there for elections
    }
    assert set(REGIONAL_GROUPS) == {row["regional_group"] for row in states}
    assert next(row["remark"] for row in states if row["code"] == "USA").startswith("in no group")


def test_the_two_observer_states_and_the_unions_are_there(rows):
    kinds = {row["code"]: row["category"] for row in rows}
    assert [code for code, kind in kinds.items() if kind == "observer_state"] == ["VAT", "PSE"]
    assert kinds["EU"] == kinds["AU"] == "intergovernmental"


def test_every_mechanism_of_the_concept_notes_is_a_delegation(rows):
    assert set(CONCEPT_NOTES) <= {row["code"] for row in rows}


def test_no_name_is_empty_and_no_two_rows_share_a_code_or_a_name(rows):
    assert [row["code"] for row in rows if not all(row[language].strip() for language in LANGUAGES)] == []
    assert [row["code"] for row in rows if any(cell != cell.strip() for cell in row.values())] == []
    for column in ("code", *LANGUAGES):
        told = Counter(plain(row[column]) for row in rows)
        assert [name for name, number in told.items() if number > 1] == [], column


def test_every_name_is_written_in_the_letters_of_its_language(rows):
    for row in rows:
        for language, script in SCRIPTS.items():
            letters = [letter for letter in row[language] if letter.isalpha()]
            strange = [letter for letter in letters if not unicodedata.name(letter).startswith(script)]
            assert strange == [], (row["code"], language)
            assert unicodedata.is_normalized("NFC", row[language])


def test_every_row_says_where_its_english_is_from_and_what_is_unverified(rows):
    assert {row["category"] for row in rows} <= set(CATEGORY_KINDS)
    assert all(row["english_from"] for row in rows)
    assert {row["unverified"] for row in rows} == {"fr es ru ar zh"}


def test_codes_of_states_are_three_letters_and_no_other_name_is_that_of_two(rows):
    assert all(len(row["code"]) == 3 and row["code"].isupper() for row in rows if row["category"] == "state")
    known = Counter(plain(name) for row in rows for name in row["other_names"].split(";") if name)
    assert [name for name, number in known.items() if number > 1] == []


@pytest.mark.parametrize(
    ("typed", "language", "code"),
    [
        ("ke", "en", "KEN"),
        ("fr", "fr", "FRA"),
        ("КЕ", "ru", "KEN"),
        ("كي", "ar", "KEN"),
        ("جز", "ar", "DZA"),
        ("肯", "zh", "KEN"),
        ("es", "es", "ESP"),
        ("Suiza", "ar", "CHE"),
        ("cote", "en", "CIV"),
        ("ivory", "ru", "CIV"),
        ("achpr", "es", "ACHPR"),
        ("afr com hum", "en", "ACHPR"),
        ("uk", "fr", "GBR"),
        ("DPRK", "en", "PRK"),
        ("欧盟", "zh", "EU"),
    ],
)
def test_a_few_letters_in_any_language_find_it(typed, language, code):
    assert code in codes(vocabulary.find(typed, language))


def test_what_begins_with_the_letters_stands_first_and_states_before_bodies():
    assert codes(vocabulary.find("eu", "en"))[0] == "EU"
    assert codes(vocabulary.find("afg", "en"))[0] == "AFG"
    assert codes(vocabulary.find("ge", "en"))[:2] == ["GEO", "DEU"]


def test_one_letter_finds_nothing_and_one_chinese_character_does():
    assert vocabulary.find("k", "en") == []
    assert vocabulary.find("  ", "en") == []
    assert "KEN" in codes(vocabulary.find("肯", "en"))


@given(st.text(max_size=12), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_at_most_twelve_are_offered_once_each(typed, language):
    found = codes(vocabulary.find(typed, language))
    assert len(found) == len(set(found)) <= 12


@given(st.sampled_from(vocabulary.shipped().entries), st.sampled_from(LANGUAGES))
def test_everything_is_found_and_matched_by_each_of_its_names(entry, language):
    assert entry.code in codes(vocabulary.find(entry.name(language), language))
    assert codes(vocabulary.shipped().match(entry.name(language))) == [entry.code]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Permanent Mission of Kenya", "KEN"),
        ("THE GAMBIA", "GMB"),
        ("Delegation of the Republic of Korea", "KOR"),
        ("République du Congo", "COG"),
        ("Bosnia & Herzegovina", "BIH"),
        ("وفد الجزائر", "DZA"),
        ("البعثة الدائمة لكينيا", None),
        ("肯尼亚常驻代表团", "KEN"),
        ("Republic of China", None),
        ("Ruritania", None),
    ],
)
def test_a_name_as_tables_write_it_is_matched_whole(written, code):
    assert codes(vocabulary.shipped().match(written)) == ([code] if code else [])


def test_a_name_of_two_gives_both():
    assert set(codes(vocabulary.shipped().match("FRA"))) == {"FRA", "EU-FRA"}


def test_a_delegation_is_made_once_with_an_id_that_every_desk_gives(desk):
    first = desk.run(COMMANDS["add-delegation"], code="KEN")["id"]
    assert first == joined_id("delegation", "KEN")
    assert desk.run(COMMANDS["add-delegation"], code="KEN")["id"] == first
    held = desk.reader.get(Delegation, first)
    assert (held.name, held.category, held.regional_group, held.country) == ("Kenya", "state", "african", "KEN")


def test_a_body_is_joined_to_the_mechanism_that_has_its_acronym(desk):
    mechanism = desk.run(COMMANDS["add"], kind="mechanism", acronym="ACHPR", name="African Commission")["id"]
    made = desk.run(COMMANDS["add-delegation"], code="ACHPR")["id"]
    assert desk.reader.get(Delegation, made).mechanism == mechanism
    assert desk.reader.get(Mechanism, mechanism) is not None


def test_an_unknown_code_is_refused(desk):
    pen = desk.pen()
    with pytest.raises(Refused):
        vocabulary.ensure(pen, "XXX")


def test_names_and_delegations_of_the_desk_win_and_the_shipped_still_find_it(desk):
    desk.run(COMMANDS["take-names"], found=[{"code": "TUR", "names": {"en": "Türkiye (test)", "ru": "Тюркие"}}])
    own = desk.run(COMMANDS["add-delegation"], name="Rights Now", category="ngo", country="KEN")["id"]
    reader = desk.reader
    assert vocabulary.name_of("TUR", "ru", reader) == "Тюркие"
    assert vocabulary.name_of("TUR", "en", reader) == "Türkiye (test)"
    assert vocabulary.name_of("TUR", "fr", reader) == "Türkiye"
    assert codes(vocabulary.find("Турция", "ru", reader)) == ["TUR"]
    assert codes(vocabulary.find("rights now", "en", reader)) == [own]
    assert vocabulary.name_of(own, "ar", reader) == "Rights Now"
    assert vocabulary.name_of("TUR", "ru") == "Турция"
