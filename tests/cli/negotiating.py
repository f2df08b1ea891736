"""What the commands of negotiation and adoption are given in the tests of the command line."""

from collections.abc import Callable
from typing import Any

Do = Callable[..., Any]

GOOD: dict[str, dict[str, Any]] = {
    "open-negotiation": {"recommendation": "<recommendation>"},
    "open-negotiation-several": {"recommendations": ["<recommendation>", "<negotiated>"]},
    "reword": {"recommendation": "<negotiated>", "text": "States must act at once."},
    "propose-alternative": {"recommendation": "<negotiated>", "text": "States may act."},
    "withdraw-alternative": {"alternative": "<alternative>"},
    "choose-alternative": {"recommendation": "<negotiated>", "alternative": "<alternative>"},
    "settle-brackets": {"recommendation": "<bracketed>", "choices": ["1"]},
    "propose-amendment": {"recommendation": "<negotiated>", "text": "States ought to act."},
    "apply-amendment": {"amendment": "<amendment>"},
    "reject-amendment": {"amendment": "<amendment>"},
    "withdraw-amendment": {"amendment": "<amendment>"},
    "reopen-amendment": {"amendment": "<rejected>"},
    "record-reservation": {"recommendation": "<adopted>", "body": "A network"},
    "take-pen": {"item": "<session>"},
    "lay-down-pen": {"item": "<consultation>"},
    "keep-draft-version": {},
    "confirm-ad-referendum": {"recommendation": "<ad_referendum>"},
    "note-recommendation": {"recommendation": "<recommendation>"},
    "note-recommendation-several": {"recommendations": ["<recommendation>", "<negotiated>"]},
    "not-adopt": {"recommendation": "<recommendation>"},
    "not-adopt-several": {"recommendations": ["<recommendation>", "<negotiated>"]},
    "validate": {"item": "<document>", "validated_by": "the plenary"},
}


def put_negotiations(do: Do, ids: dict[str, str]) -> dict[str, str]:
    """Put recommendations under negotiation, with what was proposed to them, and a pen that this desk holds."""
    told = {"negotiated": do("make-recommendation", notes=[], text="Negotiated.", language="en")["id"]}
    told["bracketed"] = do("make-recommendation", notes=[], text="States [shall] [should] act.")["id"]
    told["ad_referendum"] = do("make-recommendation", notes=[], text="Asked for at home.")["id"]
    told["alternative"] = do("propose-alternative", recommendation=told["negotiated"], text="Otherwise.")["id"]
    told["amendment"] = do("propose-amendment", recommendation=told["negotiated"], text="Amended.")["id"]
    told["rejected"] = do("propose-amendment", recommendation=told["negotiated"], text="Never.")["id"]
    do("reject-amendment", amendment=told["rejected"])
    do("adopt", recommendation=told["ad_referendum"], way="ad_referendum")
    do("take-seat", name="Desk 0", role="rapporteur")
    do("take-pen", item=ids["consultation"])
    return told
