"""What the sample consultation promises: that it is complete, sound in itself, and well set in all six languages."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hrdesk.floor.formats import shipped
from hrdesk.language import LANGUAGES
from hrdesk.paths import resources_folder
from hrdesk.records import KINDS

FOLDER = resources_folder() / "samples"
SAMPLE: dict[str, Any] = json.loads((FOLDER / "sample.json").read_text("utf-8"))
CONCEPT_NOTE = (FOLDER / "concept-note.txt").read_text("utf-8")

SESSIONS = {session["key"]: session for session in SAMPLE["sessions"]}
NOTES = {note["key"]: note for note in SAMPLE["notes"]}
RECOMMENDATIONS = {item["key"]: item for item in SAMPLE["recommendations"]}
SEATS = {seat["key"]: seat for seat in SAMPLE["seats"]}
SPEAKERS = {speaker["key"]: speaker for speaker in SAMPLE["speakers"]}

SYMBOL = re.compile(r"(?<![A-Za-z])[A-Z]+(?:/[A-Z0-9]+)+")
CHINESE_MONTH = re.compile(r"(?<=年)\d{1,2}月")
ARABIC_INDIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
HAN = "[\u4e00-\u9fff]"
NO_BREAK = "[\u00a0\u202f]"


def in_six(recommendation: dict[str, Any]) -> dict[str, str]:
    """Give a recommendation's source and its translations together."""
    return {recommendation["language"]: recommendation["text"], **recommendation["translations"]}


def texts() -> dict[str, dict[str, str]]:
    """Name every text of the sample that exists in several languages."""
    document = SAMPLE["document"]
    return {
        **{key: in_six(item) for key, item in RECOMMENDATIONS.items()},
        **{paragraph["key"]: paragraph["text"] for paragraph in SAMPLE["paragraphs"]},
        **{key: session["title"] for key, session in SESSIONS.items()},
        **{key: speaker["affiliation"] for key, speaker in SPEAKERS.items()},
        **{f"heading {key}": heading for key, heading in SAMPLE["headings"].items()},
        **{f"{entry['scheme']} {entry['name']['en']}": entry["name"] for entry in SAMPLE["names"]},
        **{f"agenda item {item['number']}": item["title"] for item in document["agenda_items"]},
        "title": document["title"],
        "author": document["author"],
        "footnote": document["footnote"]["text"],
    }


TEXTS = texts()
EVERY_TEXT = pytest.mark.parametrize("key", TEXTS)


def written_in(language: str) -> Iterator[str]:
    """Give everything in the sample that is written in ``language``."""
    yield from (text[language] for text in TEXTS.values())
    yield from (note["text"] for note in NOTES.values() if note["language"] == language)
    if SAMPLE["unfinished"]["language"] == language:
        yield SAMPLE["unfinished"]["text"]


def symbols(text: str) -> Counter[str]:
    """Count the document symbols in a text."""
    return Counter(SYMBOL.findall(text))


def numbers(text: str) -> Counter[str]:
    """Count the numbers outside symbols; Chinese writes the months, and only it, as figures."""
    return Counter(re.findall(r"\d+", CHINESE_MONTH.sub("", SYMBOL.sub("", text.translate(ARABIC_INDIC_DIGITS)))))


def allowed(kind: str, field: str, value: str) -> bool:
    """Tell whether a noun's field takes a value."""
    return value in KINDS[kind].field(field).choices


def test_the_sample_names_its_format_and_holds_what_a_newcomer_is_promised() -> None:
    assert (SAMPLE["format"], SAMPLE["version"]) == ("hrdesk-sample", 1)
    assert len(SESSIONS) == 3
    assert len(NOTES) >= 34
    assert len(RECOMMENDATIONS) == 20
    assert sum(item["status"] == "adopted" for item in RECOMMENDATIONS.values()) >= 12
    assert [seat["role"] for seat in SAMPLE["seats"]] == ["staff", "rapporteur", "rapporteur"]


@pytest.mark.parametrize("part", ["sessions", "speakers", "seats", "notes", "recommendations", "paragraphs"])
def test_no_key_is_used_twice(part: str) -> None:
    assert max(Counter(entry["key"] for entry in SAMPLE[part]).values()) == 1


def test_sessions_differ_in_how_far_they_may_be_told() -> None:
    assert all(allowed("session", "sensitivity", session["sensitivity"]) for session in SESSIONS.values())
    assert all(allowed("session", "attribution", session["attribution"]) for session in SESSIONS.values())
    assert SESSIONS["s2"]["sensitivity"] == "restricted"
    assert SESSIONS["s2"]["attribution"] == "chatham_house"


def test_every_session_is_a_panel_of_the_concept_note() -> None:
    for session in SESSIONS.values():
        assert f"Panel {session['agenda_item']}: {session['title']['en']}\n" in CONCEPT_NOTE


def test_speakers_are_bodies_and_one_of_them_is_protected() -> None:
    assert all(allowed("person", "category", speaker["category"]) for speaker in SPEAKERS.values())
    assert not any("name" in speaker for speaker in SPEAKERS.values())
    (protected,) = (speaker for speaker in SPEAKERS.values() if speaker["protected"])
    assert protected["pseudonym"]
    assert allowed("person", "consent", protected["consent"])


@pytest.mark.parametrize("key", NOTES)
def test_a_note_was_taken_at_a_desk_while_its_session_sat(key: str) -> None:
    note = NOTES[key]
    session = SESSIONS[note["session"]]
    venue = ZoneInfo(SAMPLE["consultation"]["time_zone"])
    begins, ends = (datetime.fromisoformat(session[edge]).replace(tzinfo=venue) for edge in ("starts", "ends"))
    assert note["at"].endswith("Z")
    assert begins <= datetime.fromisoformat(note["at"]) <= ends
    assert SEATS[note["seat"]]["role"] == "rapporteur"
    assert note["speaker"] in SPEAKERS
    assert allowed("note", "note_kind", note["note_kind"])
    assert note["language"] in LANGUAGES
    assert note["text"].strip() == note["text"] != ""


def test_notes_show_every_kind_every_language_and_both_desks() -> None:
    assert {note["note_kind"] for note in NOTES.values()} == set(KINDS["note"].field("note_kind").choices)
    assert {note["language"] for note in NOTES.values()} == set(LANGUAGES)
    assert {note["seat"] for note in NOTES.values()} == {"first", "second"}
    assert {note["session"] for note in NOTES.values()} == set(SESSIONS)


def test_nobody_takes_two_notes_at_once() -> None:
    for seat in ("first", "second"):
        times = sorted(datetime.fromisoformat(note["at"]) for note in NOTES.values() if note["seat"] == seat)
        assert all(later - earlier > timedelta(minutes=1) for earlier, later in pairwise(times))


def test_two_notes_are_confidential_and_nothing_is_made_from_them() -> None:
    confidential = {key for key, note in NOTES.items() if note.get("sensitivity") == "confidential"}
    assert len(confidential) == 2
    assert not confidential & {source for item in RECOMMENDATIONS.values() for source in item["notes"]}


def test_what_the_protected_speaker_said_is_confidential() -> None:
    for note in NOTES.values():
        if SPEAKERS[note["speaker"]]["protected"]:
            assert note["sensitivity"] == "confidential"


@pytest.mark.parametrize("key", RECOMMENDATIONS)
def test_a_recommendation_comes_from_notes_and_uses_the_known_words(key: str) -> None:
    item = RECOMMENDATIONS[key]
    assert item["notes"]
    assert len({NOTES[source]["session"] for source in item["notes"]}) == 1
    assert SEATS[item["seat"]]["role"] == "rapporteur"
    assert item["status"] in ("proposed", "adopted")
    assert ("adopted_at" in item) == (item["status"] == "adopted")
    assert allowed("recommendation", "area", item["area"])
    assert allowed("recommendation", "strength", item["strength"])
    assert "time_frame" not in item or allowed("recommendation", "time_frame", item["time_frame"])
    assert item["strength_as_written"].casefold() in item["text"].casefold()
    assert all(allowed("addressee", "part", addressee["part"]) for addressee in item["addressees"])


@pytest.mark.parametrize("key", RECOMMENDATIONS)
def test_the_words_a_recommendation_is_found_by_exist_in_six_languages(key: str) -> None:
    item = RECOMMENDATIONS[key]
    known = {(entry["scheme"], entry["name"]["en"]) for entry in SAMPLE["names"]}
    bodies = {name for scheme, name in known if scheme == "addressee"}
    bodies |= {speaker["affiliation"]["en"] for speaker in SPEAKERS.values()}
    assert ("theme", item["theme"]) in known
    assert all(("group", group) in known for group in item["groups"])
    assert all(addressee["name"] in bodies for addressee in item["addressees"])


@pytest.mark.parametrize("key", RECOMMENDATIONS)
def test_conditions_and_time_frames_are_quoted_from_the_recommendation(key: str) -> None:
    item = RECOMMENDATIONS[key]
    quoted = [item.get("condition", ""), *item.get("time_frame_as_written", "").split("; ")]
    assert all(words.casefold() in in_six(item)["en"].casefold() for words in quoted)


def test_some_recommendations_were_first_worded_in_french_and_spanish() -> None:
    assert {item["language"] for item in RECOMMENDATIONS.values()} == {"en", "fr", "es"}


def test_every_session_and_both_ends_of_the_document_have_paragraphs() -> None:
    sections = Counter(paragraph["section"] for paragraph in SAMPLE["paragraphs"])
    assert set(sections) == {"summary", *SAMPLE["headings"], *SESSIONS}
    assert all(sections[key] >= 3 for key in SESSIONS)


def test_what_was_said_under_the_chatham_house_rule_names_no_speaker() -> None:
    for paragraph in SAMPLE["paragraphs"]:
        if paragraph["section"] == "s2":
            for speaker in SPEAKERS.values():
                for language, affiliation in speaker["affiliation"].items():
                    assert affiliation.casefold() not in paragraph["text"][language].casefold()


@EVERY_TEXT
def test_a_text_is_complete_in_six_languages(key: str) -> None:
    assert tuple(sorted(TEXTS[key])) == tuple(sorted(LANGUAGES))
    assert all(text.strip() == text != "" for text in TEXTS[key].values())


@EVERY_TEXT
def test_no_two_languages_say_the_same_letters(key: str) -> None:
    shared = int(TEXTS[key]["en"] == "Introduction")  # the one word that English and French spell alike
    assert len(set(TEXTS[key].values())) == len(LANGUAGES) - shared


@EVERY_TEXT
def test_numbers_and_symbols_are_the_same_in_all_languages(key: str) -> None:
    for text in TEXTS[key].values():
        assert symbols(text) == symbols(TEXTS[key]["en"])
        assert numbers(text) == numbers(TEXTS[key]["en"])


def test_several_recommendations_hold_symbols_and_most_hold_numbers() -> None:
    sources = [item["text"] for item in RECOMMENDATIONS.values()]
    assert sum(bool(symbols(text)) for text in sources) >= 4
    assert sum(bool(numbers(text)) for text in sources) >= 14


def test_no_two_recommendations_are_the_same() -> None:
    for language in LANGUAGES:
        assert len({in_six(item)[language] for item in RECOMMENDATIONS.values()}) == len(RECOMMENDATIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_stray_spaces_or_straight_quotation_marks(language: str) -> None:
    for text in written_in(language):
        assert not re.search(r"  |\n|\t|['\"]", text), text


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_arabic_and_chinese_hold_no_latin_letters_but_symbols_and_paragraph_letters(language: str) -> None:
    for text in written_in(language):
        assert not re.search("[A-Za-z]", re.sub(r"\([a-z]\)", "", SYMBOL.sub("", text))), text


def test_russian_holds_no_latin_letters_but_symbols_and_paragraph_letters() -> None:
    for text in written_in("ru"):
        assert not re.search("[A-Za-z]", re.sub(r"\b[a-z]\)", "", SYMBOL.sub("", text))), text
        assert not re.search("[ёЁ]", text), text


def test_chinese_punctuation_is_full_width() -> None:
    for text in written_in("zh"):
        assert not re.search(rf"{HAN}[,.;:?!()]|[,.;:?!]{HAN}|\){HAN}(?<!\([a-z]\).)", text), text
        assert not re.search(rf"{HAN} | {HAN}", text), text


def test_french_puts_no_break_spaces_before_high_punctuation_and_inside_quotation_marks() -> None:
    for text in written_in("fr"):
        assert not re.search(rf"(?<!{NO_BREAK})[:;?!%»]", text), text
        assert not re.search(rf"«(?!{NO_BREAK})", text), text


def test_spanish_and_russian_put_no_space_before_punctuation() -> None:
    for text in (*written_in("es"), *written_in("ru")):
        assert not re.search(r"\s[,.;:?!»]|«\s", text), text


def test_arabic_uses_its_own_punctuation() -> None:
    for text in written_in("ar"):
        assert not re.search("[,;?]", text), text
        assert not re.search(r"\s[،؛؟.:]", text), text


def test_the_planned_conflict_gives_one_field_two_wordings() -> None:
    conflict = SAMPLE["conflict"]
    item = RECOMMENDATIONS[conflict["record"]]
    assert conflict["field"] in KINDS["recommendation"].field_names()
    assert len({conflict["before"], conflict["first"], conflict["second"]}) == 3
    assert "should be" in conflict["first"]
    assert "could be" in conflict["second"]
    assert conflict["settled"] == item["text"]
    assert symbols(conflict["first"]) == symbols(conflict["second"]) == symbols(conflict["before"])


def test_the_list_of_speakers_has_groups_and_states_of_the_sample_and_nobody_protected() -> None:
    floor = SAMPLE["floor"]
    assert SESSIONS[floor["session"]]["sensitivity"] == "public"
    assert floor["format"] in shipped()
    listed = [SPEAKERS[key] for key in floor["list"]]
    assert {"group", "state"} <= {one["category"] for one in listed}
    assert not any(one["protected"] for one in listed)
    spoken = [one["speaker"] for one in floor["spoken"]]
    assert set(spoken) < set(floor["list"])


def test_the_unfinished_wording_was_made_from_an_earlier_text() -> None:
    unfinished = SAMPLE["unfinished"]
    item = RECOMMENDATIONS[unfinished["record"]]
    assert item["status"] == "proposed"
    assert unfinished["made_from"] != item["text"]
    assert unfinished["text"] != in_six(item)[unfinished["language"]]
    assert numbers(unfinished["text"]) == numbers(unfinished["made_from"])


def test_the_document_cannot_be_mistaken_for_a_real_one() -> None:
    assert SAMPLE["document"]["symbol"].endswith("/XX")
    assert "invented" in SAMPLE["document"]["footnote"]["text"]["en"]
    assert "invented" in CONCEPT_NOTE
