"""What a person must know of a document before it leaves the house."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Report:
    """What a person must know of an export: how many texts, and how many are not as they should be.

    ``left_out`` counts what is confidential, ``contested`` texts on which desks still disagree, ``named`` those in
    which a name of a protected person seems to stand: a person must look at them before anybody else does.
    """

    texts: int = 0
    untranslated: int = 0
    stale: int = 0
    drafts: int = 0
    left_out: int = 0
    contested: int = 0
    named: int = 0
