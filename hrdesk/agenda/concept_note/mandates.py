"""The resolutions and decisions a note rests on or cites, with dates, what they request, and their paragraphs."""

import re
from dataclasses import dataclass, field

from hrdesk.agenda.concept_note.dates import find_dates
from hrdesk.agenda.concept_note.event_in_request import EVENT, REQUESTS, held_during, ordinal_of_series
from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.ordinals import ORDINAL, ordinal_number
from hrdesk.agenda.concept_note.paragraphs import Note
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.sentences import sentences
from hrdesk.records.symbols import Body, Symbol, find_symbols

REQUESTS_ABROAD = re.compile(
    r"\b(?:a (?:prié|demandé|décidé|chargé)|prie|décide|pidió|solicitó|decidió|pide|decide)\b[^.;]{0,160}?"
    r"(?P<what>(?:d['’]organiser|de tenir|de convoquer|d['’]accueillir|que (?:organizara|celebrara"
    r"|convocara)|organizar|celebrar)"
    r"\b[^.;]{0,120}?\b(?:atelier|réunion(?:-débat)?|table ronde|consultation|séminaire|taller|reunión"
    r"|mesa redonda|consulta"
    r"|seminario|panel)\b)",
    re.IGNORECASE,
)

REQUESTS_SEVERAL = re.compile(
    rf"\b(?:request(?:ed|s|ing)?|decid(?:ed|es|ing))\b[^.;]{{0,160}}?\bto\s(?:hold|organi[sz]e"
    rf"|convene)\b[^.;]{{0,120}}?\b{EVENT}s\b",
    re.IGNORECASE,
)
"""A request for several events, of which this one may be one."""
BESIDES = re.compile(
    r"\b(?:see also|recalling|bearing in mind|as well as|in line with|also|building on)\b", re.IGNORECASE
)
BESIDE_SYMBOL = re.compile(
    r"\)?(?:\s\([^()]{0,30}\d{4}\)|\sof\s\d{1,2}\s\w{3,9}\s\d{4})?,?\s\(?(?:annex,\s)?(?:in\s)?(?:operative\s)?(?:para(?:graph)?s?|OPs?|párr(?:afo)?s?|paragraphes?)\.?\s\d{1,3}"
    r"(?:\s\([a-z]\)(?:(?:,|\sand|,\sand)\s\([a-z]\))*)?"
    r"(?:(?:,\s|\sand\s|,\sand\s|\set\s|\sy\s)(?:para(?:graph)?s?\.?\s)?\d{1,3}(?![\d/]))*",
    re.IGNORECASE,
)
AHEAD_OF_SYMBOL = re.compile(
    r"\b(?:operative )?paragraphs?\s(\d{1,3}(?:(?:,\s|\sand\s)\d{1,3})*)\sof\s(?:its\s|the\s)?(?:[A-Z]\w+\s){0,4}$"
)
REQUEST_WORD = re.compile(r"\b(?:request(?:ed|s|ing)?|decid(?:ed|es|ing)|adopted)\b", re.IGNORECASE)
PURSUANT = re.compile(
    r"\b(?:pursuant to|in accordance with|subsequent to|further to|as requested (?:by|in)|in line with"
    r"|mandated by|following)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
THIS_EVENT = re.compile(
    rf"\b(?:(?:is|are) (?:co-?|jointly )?(?:holding|organi[sz]ing|convening)|will (?:hold|organi[sz]e|convene)"
    rf"|this {EVENT}|will be held)\b",
    re.IGNORECASE,
)
PARAGRAPH = re.compile(r"\((?:operative\s)?(?:para(?:graph|\.)?|OP)\s?(\d{1,3}(?:\s?\([a-z]\))?)\)", re.IGNORECASE)
CLAUSE = re.compile(
    r"\b(?:request(?:ed|s)|decid(?:ed|es)|invit(?:ed|es)|encourag(?:ed|es))\b[^.;]{0,120}?\b(to\s(?:hold"
    r"|organi[sz]e|convene"
    r"|continue|prepare|present|submit|provide|facilitate|report|strengthen|consult|establish|focus|devote)\b.*)",
    re.IGNORECASE,
)
SESSION_OF_REPORT = re.compile(
    rf"\b(?:at|to|for|in|before|by)\s(?:its|the)\s({ORDINAL})\s(?:regular\s)?session", re.IGNORECASE
)
RESOLUTIONS = ("/RES/", "/DEC/")


@dataclass
class Mention:
    """One resolution and all that the note says of it."""

    symbol: str
    as_written: str
    lines: tuple[int, int]
    quality: int
    date: str = ""
    adopted: str = ""
    asks: bool = False
    follows: bool = False
    in_mandate: bool = False
    named_in_mandate: bool = False
    asks_several: bool = False
    what: str = ""
    session: int | None = None
    paragraphs: list[tuple[str, str, tuple[int, int]]] = field(default_factory=list)


def read_mandates(note: Note, parts: Parts, sheet: Sheet) -> None:
    """Read every resolution and decision; those that ask for this consultation are its mandate."""
    mentions: dict[str, Mention] = {}
    body = usual_body(note)
    for section in parts.sections:
        last: Mention | None = None
        for para in section.paras:
            called = " ".join(note.notes.texts.get(mark, "") for mark, _ in para.calls)
            for sentence in sentences(para.text):
                ours = [symbol for symbol in find_symbols(sentence, body) if symbol.is_resolution]
                told = [remember(mentions, symbol, sentence, para.lines) for symbol in ours]
                request = REQUESTS.search(sentence) or REQUESTS_ABROAD.search(sentence)
                if request and not told:
                    # "In 2017, the HRC[2] requested …": the symbol stands in the footnote that the sentence calls.
                    told = [
                        remember(mentions, symbol, called, para.lines)
                        for mark, words in para.calls
                        if words and words.split()[-1] in sentence
                        for symbol in find_symbols(note.notes.texts.get(mark, ""), body)
                        if symbol.is_resolution and sentence.find(words) <= request.start() and words in sentence
                    ]
                    for mention in told:
                        dated(mention, sentence, request.start(), whole=True)
                    if not told and last is not None and re.match(r"(?:the council|it|ce)\b", sentence, re.IGNORECASE):
                        told = [last]
                for mention in told:
                    tell(mention, sentence, request, section.topic == "mandate")
                if (
                    not told
                    and last is not None
                    and re.match(r"(?:the council|it|the resolution)\b", sentence, re.IGNORECASE)
                ):
                    note_paragraph(last, sentence, para.lines)
                for mention in told:
                    note_paragraph(mention, sentence, para.lines)
                    last = mention
    for mark, text in note.notes.texts.items():
        for symbol in find_symbols(text, body):
            if symbol.is_resolution:
                known = mentions.get(symbol.symbol or symbol.as_written)
                written = known.as_written if known else ""
                mention = remember(mentions, symbol, text, note.notes.lines[mark])
                # The text's own way of writing goes before that of a footnote.
                mention.as_written = written or mention.as_written
    write(mentions, parts, sheet)


def usual_body(note: Note) -> Body:
    """Tell whose a bare "resolution 30/25" is: the Council's, when the note speaks of the Council."""
    text = " ".join(para.text for para in note.paras[:200])[:60_000]
    return (
        "council"
        if re.search(r"Human Rights Council|\bHRC\b|\bCouncil\b|Conseil des droits|Consejo de Derechos", text)
        else ""
    )


def remember(mentions: dict[str, Mention], symbol: Symbol, text: str, lines: tuple[int, int]) -> Mention:
    """Note one mention of a symbol; the fullest way it is written counts, of equals the first."""
    written = symbol.as_written.strip("()").replace(" (", " ")
    quality = (
        2
        if any(part in written.upper() for part in RESOLUTIONS)
        else 1
        if written[:1].isupper()
        and "/" in written
        and not written[:10].casefold().startswith(("resolution", "decision", "res"))
        else 0
    )
    key = symbol.symbol or written
    mention = mentions.get(key)
    if mention is None:
        mention = mentions[key] = Mention(symbol.symbol, written, lines, quality)
    elif quality > mention.quality:
        mention.as_written, mention.quality = written, quality
    if not mention.date:
        dated(mention, text, symbol.end)
    return mention


def dated(mention: Mention, text: str, at: int, whole: bool = False) -> None:
    """Read the date that stands with a symbol: "of 8 October 2013", "(2007)", "adopted in September 2011"."""
    after = re.match(
        r"[)\]]?,?\s*(?:\(?(?P<adopted>(?:adopted\s(?:without a vote\s)?(?:on|in|by consensus on)|adoptée? le"
        r"|aprobad[ao] el)\s)|(?:of|from|dated|du|de)\s|\()"
        r"(?P<date>[^,;.()]{4,30}?)(?=[),;.]|\s(?:on|and|request\w*|decid\w*|the|by|which|that|to)\b|$)",
        text[at:],
    )
    if after:
        found = find_dates(after["date"])
        if found or re.fullmatch(r"(?:19|20)\d\d", after["date"].strip()):
            mention.date = (after["date"][: found[-1].until] if found else after["date"]).strip()
            if after["adopted"] and found and len(found[0].start) == 10:
                mention.adopted = found[0].start
            return
    before = re.match(
        r"(?:On|In)\s(?P<date>[^,]{4,30}?),?\s(?=the\b)(?P<who>[^,.;]{3,90}?)(?P<adopted>adopted\b)?",
        text[:at] if not whole else text,
    )
    if before and text[: before.end()].count(",") <= 1:
        found = find_dates(before["date"])
        if found or re.fullmatch(r"(?:19|20)\d\d", before["date"].strip()):
            mention.date = before["date"].strip()
            if found and len(found[0].start) == 10 and re.search(r"\badopted\b[^.;]{0,60}$", text[:at]):
                mention.adopted = found[0].start


def tell(mention: Mention, sentence: str, request: re.Match[str] | None, in_mandate: bool) -> None:
    """Note what a sentence says of a resolution in it: that it asks for the event, or that the event follows it."""
    at = sentence.find(mention.as_written)
    if in_mandate and not BESIDES.search(sentence[: max(at, 0)]):
        mention.named_in_mandate = True
    mention.asks_several = mention.asks_several or REQUESTS_SEVERAL.search(sentence) is not None
    mention.in_mandate = mention.in_mandate or (in_mandate and REQUEST_WORD.search(sentence) is not None)
    if THIS_EVENT.search(sentence) and PURSUANT.search(sentence[: max(at, 0)]):
        mention.follows = True
    if request is None:
        return
    mention.asks = True
    what = sentence[request.start("what") :].strip()
    mention.what = mention.what or what.rstrip(".")
    session = SESSION_OF_REPORT.search(sentence, request.end())
    if session and re.search(r"\breport\b", sentence[request.end() :]):
        mention.session = mention.session or ordinal_number(session[1])


def note_paragraph(mention: Mention, sentence: str, lines: tuple[int, int]) -> None:
    """Note the paragraph that a sentence quotes, when it gives its number: "… (paragraph 4)"."""
    numbers = list(PARAGRAPH.finditer(sentence))
    clause = CLAUSE.search(sentence)
    if len(numbers) == 1 and clause:
        mention.paragraphs.append((numbers[0][1], clause[1].strip().rstrip("."), lines))
        return
    at = sentence.find(mention.as_written)
    beside = BESIDE_SYMBOL.match(sentence, at + len(mention.as_written)) if at >= 0 else None
    ahead = AHEAD_OF_SYMBOL.search(sentence[: max(at, 0)])
    after = re.sub(r"\([^()]*\d{4}\)|\sof\s\d{1,2}\s\w+\s\d{4}", "", beside.group()) if beside else ""
    for number in lettered(after) + lettered(ahead[1] if ahead else ""):
        if number not in {each[0] for each in mention.paragraphs}:
            mention.paragraphs.append((number, "", lines))


def lettered(text: str) -> list[str]:
    """Give the paragraphs a text names, each with its letter: "6 (a) and (b)" are two."""
    named: list[str] = []
    for found in re.finditer(r"(\d{1,3})((?:(?:,|\sand|,\sand)?\s\([a-z]\))*)", text):
        letters = re.findall(r"\([a-z]\)", found[2])
        named.extend([f"{found[1]} {letter}" for letter in letters] or [found[1]])
    return named


def write(mentions: dict[str, Mention], parts: Parts, sheet: Sheet) -> None:
    """Write the resolutions down, the mandate first."""
    asking = [each for each in mentions.values() if each.asks or each.in_mandate]
    chosen = [each for each in asking if each.in_mandate and each.asks] or [each for each in asking if each.in_mandate]
    if not chosen:
        candidates = [each for each in mentions.values() if each.asks] or [
            each for each in mentions.values() if each.follows
        ]
        chosen = [max(candidates, key=recency)] if candidates else []
    if not chosen:
        chosen = [each for each in mentions.values() if each.named_in_mandate]
    if not chosen and len(several := [each for each in mentions.values() if each.asks_several]) == 1:
        chosen = several
    for mention in sorted(mentions.values(), key=lambda each: each not in chosen):
        key = sheet.add(
            "mandate",
            mention.lines,
            whole=False,
            consultation=CONSULTATION,
            symbol_as_written=mention.as_written,
            symbol=mention.symbol,
            role="mandate" if mention in chosen else "cited",
            date_as_written=mention.date,
            adopted=mention.adopted,
            what=mention.what if mention in chosen else "",
            requested_session=mention.session,
        )
        for number, text, lines in mention.paragraphs if mention in chosen else ():
            sheet.add("mandate_paragraph", lines, whole=False, mandate=key, number=number, text=text)
    for section in parts.of("mandate"):
        for para in section.paras:
            told = sum(
                1 for sentence in sentences(para.text) if REQUESTS.search(sentence) or PARAGRAPH.search(sentence)
            )
            if chosen and told == len(sentences(para.text)):
                sheet.take(para)
    held_during(parts, sheet)
    ordinal_of_series(parts, sheet)


def recency(mention: Mention) -> tuple[int, int]:
    """Order resolutions by session and number; the latest that asks for an event of this kind is the mandate."""
    numbers = [
        int(part.removeprefix("S-")) for part in mention.symbol.split("/")[-2:] if part.removeprefix("S-").isdigit()
    ]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else (0, 0)
