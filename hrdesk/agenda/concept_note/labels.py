"""The words with which notes head their parts, in English, French and Spanish, and the topic each stands for.

A heading counts only as a whole: "Objectives" is one, "Objectives of development policy" is not.
"""

import re
from functools import lru_cache

EVENT = (
    r"(?:(?:international|regional|expert|virtual|intersessional|high-level|thematic|half-day|one-day"
    r"|two-day|annual)\s)*"
    r"(?:workshop|panel(?: discussion)?|meeting|consultation|event|seminar|forum|discussion|debate|session|briefing|"
    r"round ?table|conference|atelier|réunion|table ronde|consultation|séminaire|taller|reunión|consulta"
    r"|seminario|panel|dialogue|day(?: of general discussion)?|social forum)"
)

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "date_venue",
        r"dates?(?: and time)?(?:,| and| &|,? time,? and|/| /)? ?(?:the )?(?:venue|place|location)s?(?: of)?"
        r"|(?:venue|place|location)s?(?: and| &|,|/)? ?(?:dates?|time)(?: and time)?|when and where|time "
        r"and (?:venue|place)"
        r"|dates? et lieux?|lieux? et dates?|fechas? y lugar(?:es)?|lugar(?:es)? y fechas?|sede y fechas?",
    ),
    (
        "date",
        r"dates?(?: and times?)?|times?(?: and dates?)?|when|duration|dates? and duration|schedule"
        r"|dates? et heures?|horaires?|durée|fechas?(?: y horas?)?|horario|duración",
    ),
    (
        "venue",
        r"(?:meeting )?venues?|locations?|places?|where|platform|venue and modality|modalidad|lieux?|lugar(?:es)?|sede",
    ),
    ("title", r"title|name|event|titre|título"),
    ("theme", r"(?:main |overall |overarching )?theme|theme of the year|thème|tema"),
    (
        "organiser",
        r"(?:co-?|joint )?organi[sz]ers?|(?:(?:jointly|co-?) ?)?(?:organi[sz]ed|hosted|convened) by"
        r"|(?:co-?)?hosts?|conveners?"
        r"|(?:co-?)?organi[sz]ing (?:bod(?:y|ies)|entit(?:y|ies)|institutions?|partners?|agenc(?:y|ies))"
        r"|(?:co-?)?organisat(?:eur|rice)s?|organisé par|organizador(?:a|es|as)?|organizad[oa] por|convocan?|convoca",
    ),
    (
        "count",
        r"(?:expected |estimated )?(?:number|no\.?) of (?:expected )?participants|nombre de participants"
        r"|número de participantes",
    ),
    (
        "participants",
        r"(?:expected |invited |target(?:ed)? |list of )?participants?|participation|target (?:audience|group)s?"
        r"|audience|attendees|attendance|invitees|who (?:will|should|can|may) (?:attend|participate|take part)"
        r"|who is invited|participants? and (?:audience|observers)|profile of participants"
        r"|participants (?:attendus|invités)|participantes(?: (?:esperados|previstos))?|asistentes",
    ),
    (
        "objectives",
        r"(?:the )?(?:(?:overall|general|main|specific|key|principal|primary|immediate) )?"
        r"(?:objectives?|aims?|purposes?|goals?)(?: and (?:scope|focus|aims?|purposes?|objectives?|goals?))?"
        r"|(?:focus|aims?|purpose|scope|goals?|rationale) and objectives?"
        r"|what (?:do |does )?(?:we|the \w+) (?:wants?|aims?|seeks?|hopes?) to achieve"
        r"|(?:les )?objectifs?(?: (?:général|généraux|spécifiques?|principal|principaux))?|buts?"
        r"|objetivos?(?: (?:general|generales|específicos?|principal|principales))?|finalidad",
    ),
    (
        "mandate",
        r"mandates?|mandate and background|background and mandate|(?:legal|legislative|mandate) basis|mandat|mandato"
        r"|mandat et contexte|mandato y antecedentes",
    ),
    (
        "previous",
        r"(?:previous|past|earlier|prior) (?:workshops?|meetings?|events)|ateliers précédents"
        r"|talleres anteriores",
    ),
    (
        "background",
        r"(?:general )?background(?: and (?:context|rationale|introduction|justification))?|context"
        r"|introduction(?: and (?:background|context))?|rationale|justification|overview|preamble"
        r"|background information|why (?:this|a|an) (?:\w+ )?(?:meeting|workshop|panel|consultation|seminar"
        r"|forum|event|dialogue)"
        r"|(?:rationale|context|introduction) and (?:context|background|rationale)|contexte(?: et "
        r"justification)?|antecedentes"
        r"|introducción|contexto|justificación",
    ),
    (
        "regional",
        r"(?:virtual |online |preparatory |preliminary )?(?:sub-?)?regional (?:preparatory )?consultations?"
        r"(?: and briefings?| process| meetings?)?|preparatory (?:process|consultations?|meetings?|work)"
        r"|(?:preparatory )?regional (?:preparatory )?(?:meetings|consultations)"
        r"|consultations (?:with|held with) (?:the )?regional (?:human rights )?mechanisms|consultations régionales"
        r"|consultas regionales|(?:previous|past|earlier|prior|preceding) consultations"
        r"|consultations(?: on the themes?)?|regional (?:forums?|seminars?)",
    ),
    (
        "questions",
        r"(?:suggested |proposed |possible |main |key |some )*(?:guiding|guidance|key|discussion|leading|orienting"
        r"|lead|core)? ?questions?(?: (?:for|to guide|to be addressed|to consider|to be considered|for consideration)"
        r"(?: (?:in|during|by|the|discussion|discussions|debate|panellists|panel|participants|consideration))*)?"
        r"|questions? (?:directrices?|d'orientation|à examiner|à débattre)|preguntas? (?:orientadoras?|guía|clave)",
    ),
    (
        "subtopics",
        r"sub-?(?:topics?|themes?|items?)|(?:key |main )?(?:issues|topics|points) (?:to be (?:addressed|discussed"
        r"|considered)|for (?:discussion|consideration|debate))|(?:areas? of focus|focus areas?|focus)"
        r"|sous-thèmes?|subtemas?",
    ),
    (
        "agenda",
        r"(?:draft |provisional |tentative |indicative |proposed |preliminary |annotated )*(?:agenda|programme|program"
        r"|schedule of work)(?: of (?:work|the (?:day|meeting)))?(?: items)?"
        r"|organi[sz]ation of the day|what (?:will be discussed|(?:will|shall) (?:we|the \w+) discuss)"
        r"|(?:topics|themes|sessions|items|panels) and (?:(?:guiding|lead|leading|key) )?questions|topics?"
        r"|themes|panels|(?:working "
        r"|thematic |plenary )?sessions"
        r"|(?:thematic )?panel discussions|topics? (?:for|of) discussion|agenda and (?:themes|topics|programme)"
        r"|structure and (?:agenda|programme|themes)|themes? (?:for|of) discussion|thematic (?:areas"
        r"|sessions|focus|discussions?)"
        r"|programme (?:and|of) (?:themes|panels|sessions)|ordre du jour(?: provisoire)?|(?:projet de )"
        r"?programme(?: provisoire)?"
        r"|thèmes|orden del día|programa(?: provisional)?|temario|temas",
    ),
    (
        "format",
        r"(?:meeting |discussion )?formats?(?: and (?:methodology|modalit(?:y|ies)|structure|working methods|programme"
        r"|organi[sz]ation))?"
        r"|(?:structure|methodology|modalit(?:y|ies)|organi[sz]ation) and formats?"
        r"|modalit(?:y|ies)(?: (?:of|for) (?:participation|work|the discussion))?|structure|conduct of "
        r"(?:the )?(?:meeting|discussion|business|work)|how (?:we|the \w+) will work|how will (?:we|the \w+) work"
        r"|(?:ground |house )?rules(?: of procedure)?|practicalities|participation rules"
        r"|(?:time management|speaking times?|time limits?|rules? for (?:the )?(?:floor|speakers"
        r"|discussions?|debate|interventions)|list of speakers)"
        r"|(?:format|modalités|déroulement|temps de parole)|(?:formato|modalidades|tiempo de (?:uso de la )?palabra)",
    ),
    (
        "methodology",
        r"(?:working )?method(?:ology|s)|methodological approach|working methods|approach|organi[sz]ation"
        r"|organi[sz]ation of (?:work|the discussions?)|méthodologie|méthodes? de travail|metodología",
    ),
    ("presenters", r"(?:presenters?|resource persons?|contributors?)"),
    (
        "languages",
        r"(?:working |official )?languages?(?: (?:and|of) (?:interpretation|documents|documentation|translation|work"
        r"|accessibility))?|interpretation(?: and (?:languages?|translation|documentation|webcast|accessibility))?"
        r"|languages? services?|langues?(?: de travail)?|interprétation|langues? et interprétation"
        r"|idiomas?(?: de trabajo)?"
        r"|interpretación|lenguas?(?: de trabajo)?|idiomas? e interpretación|translation|language regime",
    ),
    (
        "outcome",
        r"(?:(?:expected|anticipated|intended|desired|main|possible|final|proposed) )?(?:outcomes?|outputs?|results?"
        r"|deliverables?)(?: and (?:outcomes?|outputs?|results?|follow-?up|report(?:ing)?|next steps))?"
        r"|outcome documents?|what (?:comes|will come) out of (?:it|this|the \w+)"
        r"|follow-?up and (?:outcomes?|reporting)|report(?:ing)? and follow-?up|reporting"
        r"|suites?(?: donnée| à donner)|seguimiento|outcome and reports?|(?:summary |final )?reports?"
        r"|follow-?up and outcomes?|résultats?(?: (?:attendus|escomptés))?|produits? attendus?|resultados?(?: "
        r"(?:esperados|previstos))?",
    ),
    (
        "documents",
        r"(?:key |main |relevant |reference |useful )?(?:background|reference|relevant|key|working) (?:documents?"
        r"|documentation|materials?|papers?|reading|resources)|documentation|documents|references|reading "
        r"list|bibliography"
        r"|(?:useful|relevant) (?:links|resources)|background documents and (?:links|resources)|further reading"
        r"|documents? de référence|documentos? (?:de (?:antecedentes|referencia)|básicos)",
    ),
    (
        "chair",
        r"(?:co-?)?chairs?(?:persons?|man|woman|ed by|-rapporteur)?|president|presided (?:over )?by|présidente?s?"
        r"|présidence|president[ea]s?|presidencia",
    ),
    (
        "opening_statement",
        r"(?:opening|welcom(?:e|ing)|introductory|inaugural) (?:statements?|remarks|address(?:es)?|speech(?:es)?"
        r"|speakers?)(?: by)?|opened by|allocutions? d'ouverture|déclarations? (?:d'ouverture|liminaires?)"
        r"|remarques liminaires"
        r"|(?:declaraci[óo]n(?:es)?|discursos?|palabras) (?:de apertura|inaugural(?:es)?)",
    ),
    (
        "moderator",
        r"(?:co-?)?moderators?|moderated by|facilitat(?:ors?|ed by)|modérat(?:eur|rice)s?|moderador(?:a|es|as)?",
    ),
    ("rapporteur", r"(?:co-?)?rapporteurs?|note-?takers?|rapporteuses?|relator(?:a|es|as)?"),
    (
        "panellist",
        r"(?:confirmed |invited |proposed |list of |the )*(?:panell?ists?|discussants?|panel members|panel composition)"
        r"|panélistes?|intervenants?|panelistas?|ponentes?",
    ),
    (
        "speaker",
        r"(?:keynote|key-?note|guest|confirmed|invited|main|closing) ?(?:speakers?|address(?:es)?"
        r"|speech(?:es)?|statements?"
        r"|remarks)(?: by)?|speakers?|oradores|orateurs?",
    ),
    ("wrap_up_expert", r"wrap-?up experts?"),
    ("focal_point", r"focal points?|contact points?"),
    ("webcast", r"web-?casts?|web-?cast(?:ing)? and (?:archives?|recording)|livestream(?:ing)?|broadcast|web ?tv"),
    (
        "practices",
        r"(?:examples of )?(?:good|best|promising) practices?(?: (?:of|in|on) (?:.{3,60}))?"
        r"|(?:ta[c]?king stock of )?good practices(?: of cooperation)?|bonnes pratiques|buenas prácticas",
    ),
    (
        "challenges",
        r"(?:main |key )?challenges(?: (?:encountered|met|identified))?|(?:gaps|obstacles) and challenges"
        r"|défis|desafíos",
    ),
    ("lessons", r"(?:key |main )?lessons? learn(?:ed|t)|enseignements(?: tirés)?|lecciones aprendidas"),
    ("possible_outcome", r"(?:possible|potential|suggested) (?:outcomes?|recommendations?|outputs?)"),
    (
        "annex",
        r"annex(?:es|e)?(?: (?:[ivx]+|\d+|[a-e]))?|appendix(?: (?:[ivx]+|\d+|[a-e]))?|attachments?|anexos?|annexes?",
    ),
    (
        "other",
        r"contacts?(?: (?:persons?|details|information|points?))?|registration(?: and (?:accreditation"
        r"|participation|logistics))?"
        r"|accreditation|accessibility|logistics?(?: information)?|logistical (?:information|arrangements)"
        r"|practical information"
        r"|further information|for (?:more|further) information|media|budget|funding|security|acronyms|abbreviations"
        r"|visas?|travel|accommodation|side events?|conclusions?|next steps|follow-?up|social media"
        r"|inscription|inscripción",
    ),
)

COMPILED = tuple(
    (topic, re.compile(rf"(?:{pattern})(?: (?:of |for |du |de la |de l'|del |des )(?:the |this |la |l')?{EVENT})?"))
    for topic, pattern in PATTERNS
)

OFFICERS = (
    "chair",
    "opening_statement",
    "moderator",
    "rapporteur",
    "panellist",
    "speaker",
    "wrap_up_expert",
    "focal_point",
    "presenters",
)

LONGEST = 70
"""Characters of a heading; longer lines are not even compared."""

VALUE = re.compile(r"([^:\t]{2,70}?)\s?:\s*(\S.*)")

REGION = (
    r"(?:the )?(?:africa[ns]?|americas?|latin america(?: and the caribbean)?|europe(?:an)?|asia(?:n)"
    r"?(?:[- ](?:and the )?pacific)?"
    r"|asean|middle east(?: and north africa)?|arab (?:region|states)|arab|inter-american|pacific|caribbean|mena)"
)
REGIONAL_HEADING = re.compile(
    rf"(?:(?:first|second|third|virtual|online|regional|sub-?regional|preparatory|thematic)\s)*(?:{REGION}\s)?"
    rf"(?:(?:virtual|online|regional|sub-?regional|preparatory)\s)*(?:consultation|briefing|meeting)s?"
    rf"(?: (?:session )?(?:in|for|with|of|to)(?: the)? (?:{REGION}(?: (?:region|system|states|mechanisms))"
    rf"?|(?:member )?states"
    rf"|states members|permanent missions|governments))?",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Reduce a heading to what is compared: small letters, one kind of apostrophe, no frame and no stop."""
    return " ".join(text.casefold().replace("’", "'").replace(" & ", " and ").strip(' \t:.?*_#"“”–—-').split())


@lru_cache(maxsize=4096)
def topic_of(text: str) -> str:
    """Name the topic that a heading stands for, "" when it is none we know."""
    if len(text) > LONGEST or not text:
        return ""
    words = plain(text)
    for topic, pattern in COMPILED:
        if pattern.fullmatch(words):
            return topic
    if REGIONAL_HEADING.fullmatch(words) and re.search(rf"regional|briefing|{REGION}", words):
        return "regional_one"
    return ""


def label_and_value(text: str) -> tuple[str, str, str]:
    """Split "Venue: Geneva" into topic, label and value; all empty when the words before the colon are no label."""
    found = VALUE.match(text)
    if found is None:
        return "", "", ""
    topic = topic_of(found[1])
    return (topic, found[1], found[2].strip()) if topic else ("", "", "")
