"""The exact words of a text as one line of figures."""

from hrdesk.recommendations.rules.exact import exact_hash


def test_the_same_words_have_the_same_hash_however_their_letters_are_composed():
    assert exact_hash("Re\u0301gion") == exact_hash("R\u00e9gion")
    assert exact_hash("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"


def test_where_one_text_ends_is_told():
    assert exact_hash("ab", "c") != exact_hash("a", "bc") != exact_hash("abc")
    assert exact_hash(None) == exact_hash("")
