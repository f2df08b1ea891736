"""What the six languages are called in each other.

Own table, because the United Nations says "الإنكليزية" where CLDR says "الإنجليزية", and names the written languages
of a document in Chinese with 文. Names stand as in running text; ``own_name`` is the form for a menu.
"""

from hrdesk.language import LANGUAGES

_NAMES = {  # in the order of LANGUAGES: ar zh en fr ru es
    "ar": "العربية الصينية الإنكليزية الفرنسية الروسية الإسبانية",
    "zh": "阿拉伯文 中文 英文 法文 俄文 西班牙文",
    "en": "Arabic Chinese English French Russian Spanish",
    "fr": "arabe chinois anglais français russe espagnol",
    "ru": "арабский китайский английский французский русский испанский",
    "es": "árabe chino inglés francés ruso español",
}


def language_name(language: str, language_of_text: str) -> str:
    """Name one of the six languages in another: ``language_name("en", "fr")`` is "anglais"."""
    return _NAMES[language_of_text].split()[LANGUAGES.index(language)]


def own_name(language: str) -> str:
    """Name a language in itself, as a menu shows it: "Français", "Русский", "العربية"."""
    name = language_name(language, language)
    return name[:1].upper() + name[1:]
