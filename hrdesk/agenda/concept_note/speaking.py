"""How long one speaker may speak, and to whom that applies: in sentences, in pairs, in English, French and Spanish."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hrdesk.agenda.concept_note.rounds import ONE_SPEAKER
from hrdesk.agenda.concept_note.sentences import NUMBER, halves

EACH = re.compile(r"\b(?:each|every|per speaker|for all|respectively)\b", re.IGNORECASE)
SUBJECT = re.compile(
    r"^(?:(?:then|during the discussion|in the discussion|after(?: that|wards)"
    r"|(?:following|after)\s[^,]{3,60})\b,?\s)?(?P<who>.{3,200}?)"
    r",?\s(?:(?:will|shall|should|may|can|are|is|have|has|take|deliver|make|must)\b)",
    re.IGNORECASE,
)
FOR_WHOM = re.compile(
    r"\s(?:for|by)\s(?P<who>(?:each\s|every\s|all\s)?[A-Za-z][^,.;()]{2,80}?)"
    r"(?=\s(?:and|followed by)\s(?:\d|an?\s|one|two|three|four|five)|\s(?:will|are|is|may|opens?|begins?)\b|[,.;()]|$)",
    re.IGNORECASE,
)
NOUN = re.compile(
    r"\b(?P<what>(?:short\s|brief\s|oral\s|initial\s|opening\s)?(?:presentations|statements|interventions"
    r"|remarks))\s(?:of\s|lasting\s|that do\s)?$",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(
    r"\b(?P<what>(?:presentations|statements|interventions|remarks)(?:\s(?:by|from)\s[^,;()]{3,60})?)\s\($",
    re.IGNORECASE,
)
LISTING = re.compile(r"^.*?\blists? of speakers\b.*?\b(?:and|while)\s(?=\S)", re.IGNORECASE)
SPEAKERS = re.compile(
    r"\b(?:states|members?|observers?|groups|NGOs?|NHRIs?|participants|speakers?|delegat(?:ions?|es)"
    r"|panell?ists?|organi[sz]ations|representatives|institutions|others|participant|dignitaries|moderators?"
    r"|mechanisms|society|presenters?|discussants?|focal points?|experts?)\b",
    re.IGNORECASE,
)
SPEECH = re.compile(
    r"(?:[\w-]+\s)?(?:presentations?|interventions?|statements?|replies|remarks|contributions?|(?:questions"
    r"|comments)(?=\sfrom the floor))"
    r"(?:\s(?:from|by)\s(?:the\s)?[a-z ]{3,40})?",
    re.IGNORECASE,
)
LONGEST_QUESTION = 10
"""Half minutes of a question from the floor; a longer time is that of all of them."""
CAPPED = re.compile(r"\bspeaking (?:time|limit)|\btake the floor\b|\bconfine\w*\b|\blimit(?:ed)?\b", re.IGNORECASE)
GIVEN = re.compile(
    r"\b(?:have|has|be (?:given|allocated|allotted|granted))\s(?:up to |about |a maximum of )?$", re.IGNORECASE
)
PAIR = re.compile(
    rf"(?:^|[;,.]\s)(?P<who>[A-Za-zÀ-ÿ][^;:,.–—\d]{{2,60}}?)\s?(?::|\s[–—-])\s(?:(?:not|no) more than\s|up to\s"
    rf"|max(?:imum|\.)?\s(?:of\s)?)?(?P<number>{NUMBER})[\s-](?P<unit>minutes?"
    rf"|mins?)\b(?!\s(?:for|of)\b)",
    re.IGNORECASE,
)
"""Who and how long, with a sign between: "States: 3 minutes; observers: 2 minutes"."""

MINUTES_AND_SECONDS = re.compile(r"\b(\d)\sminutes?(?:\sand)?\s(\d{1,2})\sseconds?\b", re.IGNORECASE)
AND_OTHERS = re.compile(r"\b(?:and|while|but)\s(?P<who>[^,.;\d]{3,60}?)\s(?:for|to)\s(?:up to\s)?$", re.IGNORECASE)
"""The second of two told with one verb: "States may speak for three minutes and others for two minutes"."""
WHO_MAY = re.compile(
    r"(?P<who>[^,.;]{3,100}),\swho\s(?:may|will|can|should)\s(?:speak|take the floor|intervene)\b[^,.;]{0,30}$"
)

ABROAD = {
    word: number
    for words in ("deux trois quatre cinq six sept huit neuf dix", "dos tres cuatro cinco seis siete ocho nueve diez")
    for number, word in enumerate(words.split(), start=2)
}
FOREIGN = re.compile(
    r"(?:limitée?s? à|dépasse(?:r|ront|ra)?(?: pas)?|excéder(?:ont|a)?(?: pas)?|temps de parole\s?(?:est )?(?:de|:)"
    r"|dispose(?:ra|ront|nt)? de|limitad[ao]s? a|exceder(?:án|á)?(?: de)?|sobrepasar(?:án|á)?(?: los)?"
    r"|dispondrá(?:n)? de|tendrá(?:n)?|máximo de|maximum de|^(?=\d+ minut[eo]s (?:par|por)))\s?(?:un máximo de )?"
    rf"(?P<number>\d{{1,2}}|{'|'.join(ABROAD)})\sminut[eo]s?\b(?:\s(?:par|por)\s(?P<whom>[^,.;()]{{3,40}}))?",
    re.IGNORECASE,
)
FOREIGN_SUBJECT = re.compile(
    r"^(?P<who>(?:les |las |los |chaque |cada |la durée des )?[^,.;:]{3,120}?)\s(?:seront?|ne|n['’]|no|disposer\w*"
    r"|dispondrán?|tendrán?|estarán|será[n]?|est|sont)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Limit:
    """How long one speaker may speak (``seconds`` None for a span such as "5 to 7 minutes") and who is meant."""

    seconds: int | None
    applies_to: str


def limits(sentence: str, labelled: bool) -> Iterator[Limit]:
    """Find every limit in a sentence; ``labelled``: it stands under a label on the format, where a bare pair is one."""
    pairs = [
        found for found in PAIR.finditer(sentence) if SPEAKERS.search(found["who"]) or SPEECH.fullmatch(found["who"])
    ]
    if pairs and (labelled or len(pairs) > 1):
        for found in pairs:
            twice = halves(found["number"])
            of_all = (
                re.match(r"questions|comments", found["who"].strip(), re.IGNORECASE) and (twice or 0) > LONGEST_QUESTION
            )
            if twice is not None and not of_all:
                yield Limit(twice * 30, found["who"].strip())
        return
    foreign = FOREIGN.search(sentence)
    if foreign:
        subject = FOREIGN_SUBJECT.match(sentence)
        number = ABROAD.get(foreign["number"].casefold()) or int(foreign["number"])
        yield Limit(number * 60, (foreign["whom"] or (subject["who"] if subject else "")).strip())
        return
    sentence = MINUTES_AND_SECONDS.sub(lambda found: f"{60 * int(found[1]) + int(found[2])} seconds", sentence)
    for found in ONE_SPEAKER.finditer(sentence):
        limit = one_limit(sentence, found, labelled)
        if limit is not None:
            yield limit


def one_limit(sentence: str, found: re.Match[str], labelled: bool) -> Limit | None:
    """Read one length as the limit of a speaker; None when it is the length of something else."""
    grouped = FOR_WHOM.match(sentence[found.end("unit") :])
    single = found["before"] or found["after"] or EACH.search(sentence) or (grouped and SPEAKERS.search(grouped["who"]))
    second = AND_OTHERS.search(sentence[: found.start()])
    single = single or (second and ONE_SPEAKER.search(sentence[: second.start()]) and SPEAKERS.search(second["who"]))
    if not single and not CAPPED.search(sentence) and not GIVEN.search(sentence[: found.start()]):
        return None
    if re.search(r"\b(?:within|after|before|hours?(?: and)?)\s$", sentence[: found.start()]):
        return None
    twice = halves(found["number"])
    followed = re.match(
        r"\s?(?:for|of)\s(?:the\s)?(?:questions|discussion|interactive|q&a)", sentence[found.end() :], re.IGNORECASE
    )
    seconds = None
    if twice is not None and found["range"] is None and not followed:
        seconds = twice * 30 if found["unit"].casefold().startswith("m") else twice // 2
    if (seconds is None and found["range"] is None) or (seconds is not None and not 10 <= seconds <= 1800):
        return None
    who = whom(sentence, found)
    if not labelled and not (SPEAKERS.search(who) or SPEECH.search(who)):
        return None
    return Limit(seconds, who)


def whom(sentence: str, found: re.Match[str]) -> str:
    """Tell to whom a limit applies: the words after it, the noun before it, or the subject of the sentence."""
    after = FOR_WHOM.match(sentence[found.end("unit") :])
    noun = NOUN.search(sentence[: found.start()]) or IN_BRACKETS.search(sentence[: found.start()])
    sentence = sentence[sentence.rfind("; ", 0, found.start()) + 1 :].strip()
    second = AND_OTHERS.search(sentence[: found.start()])
    if second and ONE_SPEAKER.search(sentence[: second.start()]) and SPEAKERS.search(second["who"]):
        return second["who"].strip()
    relative = WHO_MAY.search(sentence[: found.start()])
    if relative and not after:
        who = re.sub(r"^.*\b(?:for|to|by)\s", "", relative["who"]).strip()
        return re.sub(r"^(?:two|three|four|five|six|\d)\s(?=[a-z])", "", who)
    told = LISTING.sub("", sentence)
    subject = SUBJECT.match(told)
    if (
        after
        and re.match(r"(?:their|its|his|her|the|oral|initial)\b", after["who"])
        and not SPEAKERS.search(after["who"])
    ):
        after = None
    who = after["who"] if after else noun["what"] if noun else subject["who"] if subject else ""
    return (
        ""
        if re.match(r"(?:the\s)?speaking (?:time|limit)|presenters? will be followed", who, re.IGNORECASE)
        else who.strip()
    )
