"""The shipped terms: complete in six languages, with ids that stay."""

import pytest

from hrdesk.language import LANGUAGES
from hrdesk.notes.terms import FILES, read_vocabulary, term_called, term_of, terms, words_like
from hrdesk.records.ids import tag_id


@pytest.mark.parametrize("scheme", FILES)
def test_every_term_has_a_word_in_every_language_and_an_id_of_its_own(scheme: str):
    listed = terms(scheme)
    assert len({one.tag for one in listed}) == len(listed) > 0
    for one in listed:
        assert set(one.words) == set(LANGUAGES)
        assert all(word.strip() == word and word for word in one.words.values())
        assert one.tag == tag_id(scheme, one.key)
        assert term_of(one.tag) is one
        for word in one.words.values():
            assert term_called(scheme, word) is one
    assert read_vocabulary(FILES[scheme])["version"] >= 1


def test_the_goals_are_seventeen_and_found_by_number_and_by_title():
    assert [one.key for one in terms("sdg")] == [f"SDG {number}" for number in range(1, 18)]
    for said in ("SDG 5", "ODD 5", "Gender equality", "性别平等", "5. Égalité entre les sexes", "ЦУР 5"):
        found = term_called("sdg", said)
        assert found is not None
        assert found.key == "SDG 5"


def test_the_ids_of_shipped_terms_never_change():
    assert term_called("group", "儿童").tag == "99b2b721-9777-5201-af0f-88b8170ef469"  # type: ignore[union-attr]
    assert term_called("sdg", "SDG 16").tag == "f54fcaff-22eb-5118-af63-6c6ce02592ed"  # type: ignore[union-attr]


def test_a_tag_is_found_by_its_word_in_any_language():
    assert "أطفال" in words_like("Children")
    assert words_like("a word of this desk") == "a word of this desk"


def test_a_scheme_without_a_file_has_no_terms():
    assert terms("free") == ()
    assert term_called("free", "Children") is None
