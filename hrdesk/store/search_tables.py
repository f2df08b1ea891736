"""The tables of the search index, made empty with the other tables that are derived."""

from typing import Any


def make(connection: Any) -> None:
    """Make the index anew and empty."""
    connection.execute("DROP TABLE IF EXISTS search_index")
    connection.execute("DROP TABLE IF EXISTS search_record")
    connection.execute(
        "CREATE TABLE search_record (n INTEGER PRIMARY KEY, record TEXT NOT NULL, kind TEXT NOT NULL,"
        " mark INTEGER NOT NULL, words BLOB NOT NULL, UNIQUE (record, kind))"
    )
    # The analysis has parted the words by blanks already; what is no ASCII is part of a word to this tokenizer.
    # An index without content wants to be told what is deleted, so the words are kept beside it. One with
    # contentless_delete does not, but counts the length of what was deleted for ever: then an index that was kept up
    # puts results in another order than one made anew.
    connection.execute("CREATE VIRTUAL TABLE search_index USING fts5(exact, stems, content = '', tokenize = 'ascii')")
