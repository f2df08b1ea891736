"""The fixed words of a masthead: names of the organs and the block on the right, per language.

They are no translations that anybody may choose, so they stand here and not in the catalogs. Beware: Arabic,
Chinese and Russian versions keep the block of distribution, date and language in English ("Distr.: General /
17 July 2023 / Chinese / Original: English"; seen in A/HRC/RES/53/3, A/65/L.78, A/C.3/72/L.1, CERD/C/SR.1523).
"""

from typing import Literal

from hrdesk.language.dates import date_text
from hrdesk.language.names import language_name, own_name

Name = Literal["united_nations", "general_assembly", "human_rights_council", "report"]
Distribution = Literal["general", "limited", "restricted"]
"""How widely a document is distributed (Editorial Manual); this is not a class of sensitivity."""

_NAMES: dict[Name, dict[str, str]] = {
    "united_nations": {
        "ar": "الأمم المتحدة",
        "zh": "联合国",
        "en": "United Nations",
        "fr": "Nations Unies",
        "ru": "Организация Объединенных Наций",
        "es": "Naciones Unidas",
    },
    "general_assembly": {
        "ar": "الجمعية العامة",
        "zh": "大会",
        "en": "General Assembly",
        "fr": "Assemblée générale",
        "ru": "Генеральная Ассамблея",
        "es": "Asamblea General",
    },
    "human_rights_council": {
        "ar": "مجلس حقوق الإنسان",
        "zh": "人权理事会",
        "en": "Human Rights Council",
        "fr": "Conseil des droits de l\u2019homme",
        "ru": "Совет по правам человека",
        "es": "Consejo de Derechos Humanos",
    },
    "report": {"ar": "تقرير", "zh": "报告", "en": "Report", "fr": "Rapport", "ru": "Доклад", "es": "Informe"},
}

_ENGLISH_BLOCK = frozenset({"ar", "zh", "ru"})

_DISTRIBUTION: dict[str, dict[Distribution, str]] = {
    "en": {"general": "Distr.: General", "limited": "Distr.: Limited", "restricted": "Distr.: Restricted"},
    "fr": {"general": "Distr. générale", "limited": "Distr. limitée", "restricted": "Distr. restreinte"},
    "es": {"general": "Distr. general", "limited": "Distr. limitada", "restricted": "Distr. reservada"},
}
_ORIGINAL = {"en": "Original: {}", "fr": "Original\u00a0: {}", "es": "Original: {}"}


def block_language(language: str) -> str:
    """Return the language in which the block on the right of a version's masthead is written."""
    return "en" if language in _ENGLISH_BLOCK else language


def official_name(name: Name, language: str) -> str:
    """Return the name of the organisation, an organ, or the word "Report"."""
    return _NAMES[name][language]


def distribution_line(kind: Distribution, language: str) -> str:
    """Return "Distr.: General" as it stands on the version in ``language``."""
    return _DISTRIBUTION[block_language(language)][kind]


def masthead_date(iso: str, language: str) -> str:
    """Return the date of the masthead: "17 July 2023" on the Chinese version too."""
    return date_text(iso, block_language(language))


def version_line(language: str, original: str = "en") -> str:
    """Return the line naming the language of this version; empty for the original itself, which needs none."""
    if language == original:
        return ""
    return language_name(language, "en") if block_language(language) == "en" else own_name(language)


def original_line(language: str, original: str) -> str:
    """Return "Original: English", "Original : anglais" as it stands on the version in ``language``."""
    block = block_language(language)
    return _ORIGINAL[block].format(language_name(original, block))


def masthead_block(
    language: str, iso: str, *, original: str = "en", distribution: Distribution = "general"
) -> tuple[str, ...]:
    """Return the whole block on the right: distribution, date, language of this version, original language."""
    lines = (
        distribution_line(distribution, language),
        masthead_date(iso, language),
        version_line(language, original),
        original_line(language, original),
    )
    return tuple(line for line in lines if line)
