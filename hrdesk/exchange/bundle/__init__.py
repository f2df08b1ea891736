"""The bundle: how work travels from desk to desk, written safely and read suspiciously.

One valid JSON document, one change per line, sealed by its authors and signed by its writer; optionally packed by gzip
and encrypted by age. ``resources/guide/bundle-format.md`` tells the format to a stranger.
"""

from hrdesk.exchange.bundle.have import Have, is_have, read_have, write_have
from hrdesk.exchange.bundle.layout import AGE_SUFFIX, GZIP_SUFFIX, SUFFIX, VERSION, Header
from hrdesk.exchange.bundle.reading import Bundle, read_bundle, room_beside
from hrdesk.exchange.bundle.seals import Author
from hrdesk.exchange.bundle.streams import is_bundle
from hrdesk.exchange.bundle.writing import Packing, Written, write_bundle

__all__ = [
    "AGE_SUFFIX",
    "GZIP_SUFFIX",
    "SUFFIX",
    "VERSION",
    "Author",
    "Bundle",
    "Have",
    "Header",
    "Packing",
    "Written",
    "is_bundle",
    "is_have",
    "read_bundle",
    "read_have",
    "room_beside",
    "write_bundle",
    "write_have",
]
