"""Languages interpreted or used in documents, and the webcast."""

import re

from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.sentences import sentences, split_outside

SIX = ("ar", "zh", "en", "fr", "ru", "es")
ALL_SIX = re.compile(
    r"\b(?:(?:all\s)?(?:the\s)?(?:six|6|all)\s(?:of the\s)?(?:official\s)?(?:(?:united nations|un)\s)"
    r"?(?:official\s|working\s)?(?:(?:united nations|un)\s)?languages|six langues officielles|seis "
    r"idiomas oficiales"
    r"|(?:official\s)?(?:united nations|un)\sofficial languages|official languages of the (?:united nations|UN))\b",
    re.IGNORECASE,
)
LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "russian": "ru",
    "spanish": "es",
    "portuguese": "pt",
    "swahili": "sw",
    "kiswahili": "sw",
    "german": "de",
    "italian": "it",
    "bahasa indonesia": "id",
    "indonesian": "id",
    "international sign": "ils",
    "arabe": "ar",
    "chinois": "zh",
    "anglais": "en",
    "français": "fr",
    "russe": "ru",
    "espagnol": "es",
    "portugais": "pt",
    "árabe": "ar",
    "chino": "zh",
    "inglés": "en",
    "francés": "fr",
    "ruso": "ru",
    "español": "es",
    "portugués": "pt",
}
NAME = re.compile(r"\b(" + "|".join(sorted(LANGUAGES, key=len, reverse=True)) + r")\b", re.IGNORECASE)
INTERPRETED = re.compile(r"\binterpret(?:ation|ed|ing|ers?)\b|\binterprétation\b|\binterpretación\b", re.IGNORECASE)
DOCUMENTS = re.compile(
    r"\bdocument(?:s|ation|os|ación)?\b|\bconcept note\b|\bthis note\b|\b(?:background|working) papers?\b"
    r"|\breport\b|\bmaterials?\b|\btranslat(?:ed|ion)\b",
    re.IGNORECASE,
)
BY_INITIAL = {"A": "ar", "C": "zh", "E": "en", "F": "fr", "R": "ru", "S": "es"}
INITIALS = re.compile(r"\(([ACEFRS](?:/[ACEFRS]){1,5})\)")
"""The six languages by their letters, as on documents of the United Nations: "(E/F/S)"."""
DOCUMENTS_IN = re.compile(
    r"\b(?:document(?:s|ation)|(?:background|working) papers?|concept note|this note)\b[^.;]{0,60}\b(?:in|only)\b",
    re.IGNORECASE,
)
NONE = re.compile(
    r"\b(?:no|not|without|neither|unfortunately)\b[^.]{0,40}\b(?:interpret|translat|available|provided)"
    r"|\b(?:interpret\w+|translation)\b[^.]{0,30}\bnot\b",
    re.IGNORECASE,
)

WEBCAST = re.compile(
    r"\b(?:web-?cast(?:ed|ing)?|broadcast(?:ed)?|live-?stream(?:ed|ing)?|streamed|web ?tv)\b", re.IGNORECASE
)
ADDRESS = re.compile(r"(?:https?://|www\.|(?<![\w/.])(?:webtv|media)\.un\.org)[^\s<>\"“”»\]]{0,300}", re.IGNORECASE)


def read_services(parts: Parts, sheet: Sheet) -> None:
    """Read the languages and the webcast, under their labels and wherever a sentence speaks of interpretation."""
    for section in parts.of("languages"):
        found = False
        for para in section.paras:
            under_label = True
            for sentence in (piece for each in sentences(para.text) for piece in split_outside(each, ";")):
                found = read_languages(sentence, para.lines, under_label, sheet) or found
        if found and section.heading:
            sheet.head(section.heading)
    for section in parts.sections:
        if section.annex or section.topic in ("languages", "regional", "regional_one", "previous"):
            continue
        for para in section.paras:
            if not (INTERPRETED.search(para.text) or NAME.search(para.text)):
                continue
            for sentence in (piece for each in sentences(para.text) for piece in split_outside(each, ";")):
                if INTERPRETED.search(sentence) and not interpreted(sheet):
                    if read_languages(sentence, para.lines, False, sheet) and len(sentences(para.text)) == 1:
                        sheet.take(para)
                elif DOCUMENTS_IN.search(sentence) and NAME.search(sentence):
                    read_languages(sentence, para.lines, False, sheet)
    for section in parts.of("webcast"):
        for para in section.paras[:2]:
            address = ADDRESS.search(para.text)
            sheet.say(webcast=address.group().rstrip(".,;)") if address else para.text)
            sheet.take(para)
            if section.heading:
                sheet.head(section.heading)
    for section in parts.sections:
        for para in section.paras:
            address = ADDRESS.search(para.text)
            if address and WEBCAST.search(para.text[: address.end() + 80]) and not section.annex:
                sheet.say(webcast=address.group().rstrip(".,;)"))
                if len(sentences(para.text)) == 1:
                    sheet.take(para)


def read_languages(sentence: str, lines: tuple[int, int], under_label: bool, sheet: Sheet) -> bool:
    """Read the languages of one sentence and what they are used for; a refusal of interpretation names none."""
    if NONE.search(sentence):
        return False
    letters = INITIALS.search(sentence)
    names = [BY_INITIAL[letter] for letter in letters[1].split("/")] if letters else []
    names += list(dict.fromkeys(LANGUAGES[found.group().casefold()] for found in NAME.finditer(sentence)))
    codes = list(SIX) if ALL_SIX.search(sentence) else names
    codes += [code for code in names if code not in codes]
    if not codes:
        return False
    if INTERPRETED.search(sentence):
        use = "interpretation"
    elif DOCUMENTS.search(sentence):
        use = "documents"
    else:
        use = "interpretation" if under_label and len(codes) > 1 else ""
    if not use and not under_label:
        return False
    known = {(record.values.get("language"), record.values.get("use")) for record in sheet.of("service_language")}
    for code in codes:
        if (code, use or None) not in known:
            sheet.add(
                "service_language",
                lines,
                whole=under_label,
                consultation=CONSULTATION,
                language=code,
                use=use,
                as_written=sentence,
            )
    return True


def interpreted(sheet: Sheet) -> bool:
    """Tell whether languages of interpretation were found."""
    return any(record.values.get("use") == "interpretation" for record in sheet.of("service_language"))
