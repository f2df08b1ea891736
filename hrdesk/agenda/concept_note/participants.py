"""Who takes part: the categories a note names, how many, and who is invited or observes."""

import re

from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.marks import inline_items
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.sentences import NUMBER, listed_bodies, sentences, strip_and, whole_number

SO_MANY = re.compile(
    r"\b(?P<as_written>(?:some|approximately|around|about|up to|more than|nearly|at least|a total of|an estimated)\s"
    rf"(?P<number>\d{{1,4}}|{NUMBER})(?P<range>\s?(?:-|–|to)\s?\d{{1,4}})?\s(?:[a-z-]+\s){{0,2}}?(?:experts"
    rf"|representatives"
    r"|members|officials|practitioners|judges|stakeholders|focal points|commissioners|specialists|invitees))\b",
    re.IGNORECASE,
)
"""A number of persons of one kind, taken as the number of all only where it is said to be about so many."""

SO_MANY_COME = re.compile(
    r"(?:some|approximately|around|about|up to|at least|an estimated)\s\d{1,4}\s"
    r"(?P<who>(?!participants?\b|persons\b|people\b)[^.:]{10,400}?)"
    r"\s(?:will|are expected to)\s(?:take part|participate|attend)\b",
    re.IGNORECASE,
)
"""Who comes, with the number of all in front: "About 35 focal points of …, and treaty bodies will take part"."""

DOZENS = {
    "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50,
    "soixantaine": 60, "centaine": 100,
}  # fmt: skip
ABOUT_IN_FRENCH = re.compile(
    rf"\b(?P<as_written>une\s(?P<number>{'|'.join(DOZENS)})\sde\s(?:participant(?:e?s|·e·s|\(e\)s)|personnes"
    rf"|représentants"
    r"|experts))\b",
    re.IGNORECASE,
)

COUNT = re.compile(
    r"\b(?P<as_written>(?:(?:some|approximately|approx\.?|around|about|up to|over|more than|nearly|at "
    r"least|an estimated|circa|max\.?|maximum(?: of)?|a total of|environ|quelque|jusqu'à|un[oa]s|alrededor de"
    r"|hasta)\s)?"
    rf"(?P<number>\d{{1,4}}|\d,\d{{3}}|{NUMBER}|(?:one|two|three|four|five)\shundred(?:\sand\s\w+)?|cent)"
    rf"(?P<range>\s?(?:-|–|to)\s?\d{{1,4}})?\s"
    r"(?:(?:selected|key|invited|regional|expert|in-person|online)\s)?(?:participants?|persons|people"
    r"|attendees|delegates|personnes|participantes|personas))\b",
    re.IGNORECASE,
)
OF_ONE = re.compile(
    rf"^(?P<as_written>(?:(?:some|approximately|around|about|up to|at least)\s)?(?P<number>\d{{1,3}}"
    rf"|{NUMBER}))\s(?=[a-z])|\((?P<last>(?:(?:some|approximately|about|up to)\s)?\d{{1,3}})\)$",
    re.IGNORECASE,
)
INVITED = re.compile(
    r"^(?P<who>.{3,300}?)\s(?P<verb>(?:are|is|will be)\s(?:also\s|likewise\s)?(?:invited|welcome)"
    r"(?:\sto\s(?:participate|attend|take part|join|contribute))?|(?:may|can|could)\s(?:also\s)"
    r"?(?:participate|attend|take part|join)"
    r"|will\s(?:also\s)?(?:participate|attend|take part)(?P<observing>\sas\sobservers))",
    re.IGNORECASE,
)
BRINGS = re.compile(
    r"\b(?:including|include|includes|comprising|comprise|composed of|consisting of|consist of|such as"
    r"|namely|participants?,?\s(?:from|representing|will be)|representing|among them|focusing on|with the "
    r"participation of"
    r"|bring(?:s)? together|gather(?:s)?|open to|attended by|participation of|targets?|drawn from"
    r"|venant (?:des|de)|issus (?:des|de)|provenientes de|réunira"
    r"|reunirá)\s*:?\s*",
    re.IGNORECASE,
)
FRENCH_FROM = re.compile(r"\b(?:venant|issus|provenientes)\s(?:des|de)\b", re.IGNORECASE)
LISTED_AFTER = re.compile(
    r"(?:[^:]{0,120}\b(?:participants?|personnes|personas|participantes|persons|experts|attendus"
    r"|esperados|take part|following|suivants"
    r"|siguientes|invited|invité[es]*)|invited are|invitees are)\b[^:,;]{0,40}(?::\s"
    r"|(?<=invited are)\s|(?<=invitees are)\s)(?P<list>\S.*)",
    re.IGNORECASE,
)
"""A list after a colon, or after "Invited are"."""

SENTENCE_VERB = re.compile(
    r"\b(?:will|shall|is|are|was|were|may|should|can|must|brings|gathers|closes?|opens?|registers?|réunira|reunirá)\b",
    re.IGNORECASE,
)
ATTENDED = re.compile(
    r"(?:It\s|(?:The|This)\s(?:\w+\s){1,3}?)will\s(?:be\s(?:attended\sby|open\sto)|bring\stogether"
    r"|gather)\s(?P<who>[^;:]{10,600})",
)
FEWEST_BESIDE = 3
"""Words beside a number of participants; fewer name no category: "In total some 25 participants"."""
HUNDREDS = {"one": 100, "two": 200, "three": 300, "four": 400, "five": 500}


def read_participants(parts: Parts, sheet: Sheet) -> None:
    """Read the sections on participants; the first that names categories gives them, later ones add who is invited."""
    for section in parts.of("participants"):
        found = False
        paras = [para for para in section.paras if para.text]
        plain = " ".join(para.text for para in paras)
        if paras and (section.table or "participants_as_written" not in sheet.consultation) and len(plain) < 6000:
            sheet.say(participants_as_written="\n".join(para.text for para in paras))
        named = bool(sheet.of("participant_category"))
        for para in paras:
            found = read_paragraph(para, named, sheet) or found
        if section.heading and paras and (found or section.table):
            sheet.head(section.heading)
    for section in parts.of("count"):
        for para in section.paras[:1]:
            number = re.search(r"\d{1,4}", para.text)
            ranged = re.search(r"\d\s?(?:-|–|to)\s?\d", para.text)
            sheet.say(count_as_written=para.text, expected_count=int(number.group()) if number and not ranged else None)
            sheet.take(para)
            if section.heading:
                sheet.head(section.heading)
    if "count_as_written" not in sheet.consultation:
        count_from_text(parts, sheet)
    if not parts.of("participants") and not sheet.of("participant_category"):
        read_attended(parts, sheet)


def read_paragraph(para: Para, named: bool, sheet: Sheet) -> bool:
    """Read one paragraph or entry; False when it was not understood."""
    if re.fullmatch(r"\d{1,4}", para.text.strip()):
        sheet.say(count_as_written=para.text, expected_count=int(para.text))
        sheet.take(para)
        return True
    if para.mark and not para.text.endswith(":"):
        read_count(para.text, sheet)
        if not para.prose or ";" not in para.text:
            add_category(para.text, para, CONSULTATION, "participant", sheet)
            return True
    if para.text.endswith(":"):
        read_count(para.text, sheet)
        sheet.head(para)
        return True
    understood = False
    for sentence in sentences(para.text):
        understood = read_count(sentence, sheet) or understood
        invited = INVITED.match(sentence)
        if (
            invited
            and not COUNT.search(invited["who"])
            and not BRINGS.search(invited["who"])
            and len(invited["who"].split()) < 25
        ):
            status = (
                "observer"
                if invited["observing"] or "observers" in sentence[invited.end() : invited.end() + 30]
                else "invited"
            )
            for member in listed_bodies(invited["who"]):
                add_category(member, para, CONSULTATION, status, sheet)
            understood = True
        elif not named:
            for member in members_of(sentence):
                if member.casefold().startswith(("se espera", "une ", "some ", "about ")) and COUNT.search(member):
                    continue
                add_category(member, para, CONSULTATION, "participant", sheet)
                understood = True
    if understood:
        sheet.take(para)
    return understood


def members_of(sentence: str) -> list[str]:
    """Give the categories a sentence lists: all of it without a verb, else what follows "including" or its like."""
    lead, items = inline_items(sentence)
    if len(items) > 1 and (lead.endswith(":") or not lead):
        return [strip_and(text) for _, text in items]
    after_colon = LISTED_AFTER.match(sentence)
    if after_colon:
        body = after_colon["list"]
    elif not SENTENCE_VERB.search(re.sub(r"\([^)]*\)", "", sentence)) and not FRENCH_FROM.search(sentence):
        if len(COUNT.sub("", sentence).strip(" .").split()) < FEWEST_BESIDE and COUNT.search(sentence):
            return []
        counted = COUNT.match(sentence) or SO_MANY.match(sentence)
        body = sentence[counted.end() :] if counted and COUNT.match(sentence) else sentence
        body = re.sub(r"^[\s,:]*(?:(?:namely|including|from|representing|i\.e\.)\s)?", "", body) if counted else body
    else:
        starts = list(BRINGS.finditer(sentence))
        counted = None if starts else SO_MANY_COME.match(sentence)
        if counted:
            return [strip_and(member) for member in listed_bodies(counted["who"])]
        if not starts:
            return []
        body = sentence[starts[0].end() :]
        count = COUNT.match(body)
        if count:
            rest = [found for found in starts if found.start() > starts[0].end()]
            if rest:
                body = sentence[rest[0].end() :]
            else:
                body = re.sub(r"^,?\s*(?:from|representing|of)\s", "", body[count.end() :])
        body = re.sub(
            r"^(?:participants?|representatives),?\s(?:from|of)\s",
            lambda found: found.group() if found.group().startswith("rep") else "",
            body,
        )
    body = re.sub(r"^(?:invited|expected|welcome|present)\b,?\s*(?:(?:including|from|namely)\s)?:?\s*", "", body)
    members = [re.sub(r"^(?:des|de los|de las)\s", "", strip_and(member)) for member in listed_bodies(body)]
    return (
        [member for member in members if 1 < len(member) < 300 and len(member.split()) < 35] if len(body) < 3000 else []
    )


def add_category(text: str, para: Para, owner: str, status: str, sheet: Sheet, whole: bool = True) -> None:
    """Write a category down, with its own number when one stands at its front or in brackets at its end."""
    text = text.strip().rstrip(";,.").removesuffix("; and").strip()
    counted = OF_ONE.search(text)
    written = (counted["as_written"] or counted["last"]) if counted else ""
    figures = re.search(r"\d{1,4}", written) if written else None
    number = (
        int(figures.group()) if figures else whole_number(counted["number"]) if counted and counted["number"] else None
    )
    bracketed = counted is not None and counted["last"] is not None and counted["last"].isdigit()
    sheet.add(
        "participant_category",
        para.lines,
        whole=whole,
        owner=owner,
        text=text[: counted.start()].strip() if counted is not None and bracketed else text,
        count=number,
        count_as_written=written if number is not None else "",
        status=status,
    )


def read_attended(parts: Parts, sheet: Sheet) -> None:
    """Read "The workshop will be attended by …" where the note has no part on participants."""
    for section in parts.sections:
        if section.annex or section.topic in ("regional", "regional_one", "previous", "agenda"):
            continue
        for para in section.paras:
            for sentence in sentences(para.text):
                found = ATTENDED.match(sentence)
                listed = LISTED_AFTER.match(sentence)
                if found is None and listed and COUNT.search(sentence[: listed.start("list")]):
                    read_count(sentence, sheet)
                    for member in members_of(sentence):
                        add_category(member, para, CONSULTATION, "participant", sheet, whole=False)
                    return
                if found is None:
                    continue
                read_count(sentence, sheet)
                body = COUNT.sub("", found["who"], count=1).strip()
                for member in listed_bodies(re.sub(r"^(?:from|of|representing|including)\s", "", body)):
                    add_category(re.sub(r"^the\s", "", member), para, CONSULTATION, "participant", sheet, whole=False)
                return


def read_count(text: str, sheet: Sheet) -> bool:
    """Read how many are expected: "some 150 participants"; a span of numbers stays as written."""
    if "count_as_written" in sheet.consultation:
        return False
    dozens = ABOUT_IN_FRENCH.search(text)
    if dozens:
        sheet.say(count_as_written=dozens["as_written"], expected_count=DOZENS[dozens["number"].casefold()])
        return True
    found = COUNT.search(text) or SO_MANY.search(text)
    if found is None:
        return False
    written = found["number"].casefold()
    if found["range"]:
        number = None
    elif written.replace(",", "").isdigit():
        number = int(written.replace(",", ""))
    elif "hundred" in written:
        number = HUNDREDS[written.split()[0]] if " and " not in written else None
    else:
        number = 100 if written == "cent" else whole_number(written)
    if number is not None and number < 2:
        return False
    sheet.say(count_as_written=found["as_written"], expected_count=number)
    return True


def count_from_text(parts: Parts, sheet: Sheet) -> None:
    """Read the number of participants from a sentence on what the event will be."""
    for section in parts.sections:
        if section.annex or section.topic in ("regional", "regional_one", "previous"):
            continue
        for para in section.paras:
            for sentence in sentences(para.text):
                if re.search(r"\b(?:will|is expected to|are expected|expects)\b", sentence) and read_count(
                    sentence, sheet
                ):
                    return
