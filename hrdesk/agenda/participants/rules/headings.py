"""What the columns of a list of participants hold, told by their headings in six languages or by what stands there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from hrdesk.agenda.participants.rules.directory import Directory, plain

MEANINGS = ("name", "given", "family", "honorific", "function", "delegation", "country", "category", "gender")
"""What is taken of a list."""

DROPPED = ("email", "private")
"""What is recognised and left out: hrdesk keeps no addresses, telephone numbers, passports or days of birth."""

HEADINGS = {
    "name": (
        "name,full name,participant,participants,name of participant,delegate,representative,speaker,name surname,"
        "nom et prenom,prenom et nom,noms et prenoms,nom complet,nom,participante,representant,"
        "nombre,nombre completo,nombre y apellido,nombre y apellidos,apellidos y nombre,representante,"
        "имя,фио,ф и о,фамилия имя отчество,имя и фамилия,фамилия имя,участник,участники,"
        "الاسم,الاسم الكامل,اسم المشارك,المشارك,المشاركون,姓名,名字,与会者,参加者,与会者姓名,代表姓名"
    ),
    "given": "first name,given name,given names,forename,prenom,prenoms,nombre de pila,nombres,الاسم الاول,名",
    "family": "family name,last name,surname,nom de famille,apellido,apellidos,фамилия,اسم العائله,الشهره,姓,姓氏",
    "honorific": (
        "honorific,salutation,prefix,form of address,mr ms,title,civilite,titre,tratamiento,titulo,обращение,титул,"
        "اللقب,称谓,尊称,称呼"
    ),
    "function": (
        "function,position,functional title,official title,job title,role,designation,post,capacity,"
        "fonction,fonctions,poste,qualite,cargo,funcion,puesto,должность,функция,"
        "الوظيفه,المنصب,الصفه,المسمي الوظيفي,职务,职位,职称,职衔"
    ),
    "delegation": (
        "delegation,organization,organisation,institution,affiliation,entity,body,agency,mechanism,representing,"
        "country organization,country organisation,state organization,delegation organization,"
        "organisme,entite,pays organisation,mecanisme,delegacion,organizacion,institucion,entidad,organismo,mecanismo,"
        "pais organizacion,делегация,организация,учреждение,механизм,страна организация,"
        "الوفد,المنظمه,المؤسسه,الجهه,الهيئه,الاليه,البلد المنظمه,代表团,组织,机构,单位,所属机构"
    ),
    "country": (
        "country,state,member state,states,countries,pays,etat,etat membre,pais,estado,estado miembro,"
        "страна,государство,государство член,البلد,الدوله,الدوله العضو,国家,国别,会员国"
    ),
    "category": (
        "category,type,type of participant,participant type,type of organization,participant category,status,"
        "categorie,type de participant,categoria,tipo,tipo de participante,категория,тип,категория участника,"
        "الفئه,النوع,فئه المشارك,类别,类型,与会者类别"
    ),
    "gender": "gender,sex,genre,sexe,genero,sexo,пол,гендер,الجنس,النوع الاجتماعي,性别",
    "email": (
        "e mail,email,mail,e mail address,email address,courriel,adresse electronique,adresse mail,"
        "correo electronico,correo,электронная почта,эл почта,почта,адрес электронной почты,"
        "البريد الالكتروني,البريد,电子邮件,邮箱,电邮,电子邮箱"
    ),
    "private": (
        "phone,telephone,tel,mobile,fax,phone number,passport,passport number,date of birth,address,"
        "portable,passeport,numero de passeport,date de naissance,adresse,telefono,movil,pasaporte,"
        "numero de pasaporte,fecha de nacimiento,direccion,телефон,мобильный телефон,паспорт,номер паспорта,"
        "дата рождения,адрес,الهاتف,رقم الهاتف,جواز السفر,رقم جواز السفر,تاريخ الميلاد,العنوان,"
        "电话,手机,护照,护照号码,出生日期,地址"
    ),
}
"""Headings as they are written, parted by commas; they are compared folded."""

LANGUAGE_HEADINGS = {
    "ar": "arabic,arabe,арабский,العربيه,阿拉伯文,阿拉伯语,ar",
    "zh": "chinese,chinois,chino,китайский,الصينيه,中文,汉语,zh",
    "en": "english,anglais,ingles,английский,الانكليزيه,الانجليزيه,英文,英语,en",
    "fr": "french,francais,frances,французский,الفرنسيه,法文,法语,fr",
    "ru": "russian,russe,ruso,русский,الروسيه,俄文,俄语,ru",
    "es": "spanish,espagnol,espanol,испанский,الاسبانيه,西班牙文,西班牙语,es",
}
"""Headings of a table of names in six languages, as a terminology portal exports it."""

HONORIFIC = re.compile(
    r"(?:(?:h\.?\s?e\.?|s\.?\s?e\.?|mr|mrs|ms|miss|mx|dr|dra|prof|amb|m|mme|mlle|sr|sra|srta|hon|sir|judge|ambassador"
    r"|professor|excmo|excma|г-н|г-жа|д-р|السيد|السيدة|الدكتور|الدكتورة|السفير|السفيرة|سعادة|معالي|先生|女士|博士|教授)"
    r"(?:\.|(?!\w)),?\s*)+",
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")

FIRST_ROWS = 10
"""Rows among which the headings are looked for."""

LOOKED_AT = 300
"""Rows by whose words a column without heading is told."""


def meaning_of(heading: str) -> str:
    """Give what a column with this heading holds; nothing when no heading is known that way."""
    told = plain(heading)
    if not told:
        return ""
    known = _meanings()
    if told in known:
        return known[told]
    # "Name of the participant (as in the passport)", "Country / Organization": the words in front decide.
    within = [(told.find(form), -len(form), meaning) for form, meaning in known.items() if _stands_in(form, told)]
    return min(within)[2] if within and len(told.split()) <= 8 else ""


def read_columns(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], int]:
    """Give what each column holds ("" for what nobody knows) and where the first row of people is.

    Both are (), 0 where no row is a row of headings.
    """
    best: tuple[int, tuple[str, ...], int] = (0, (), 0)
    for at, row in enumerate(rows[:FIRST_ROWS]):
        columns = tuple(meaning_of(cell) if len(cell) <= 80 else "" for cell in row)
        told = len({one for one in columns if one})
        written = sum(1 for cell in row if cell)
        exact = any(plain(cell) in _meanings() for cell in row)
        if told > best[0] and told * 2 >= written and (exact or told > 2):  # "Head of delegation" heads nothing
            best = (told, columns, at + 1)
    _, columns, first = best
    if not {"name", "family", "given", "delegation", "country"} & set(columns):
        return (), 0
    return _fitted(columns, rows[first:]), first


def guess_columns(rows: Sequence[Sequence[str]], directory: Directory) -> tuple[str, ...]:
    """Tell columns without headings by what stands in them: addresses, States and bodies, titles, names, functions."""
    width = len(rows[0]) if rows else 0
    told = [""] * width
    looked = rows[:LOOKED_AT]
    for column in range(width):
        cells = [row[column] for row in looked if row[column]]
        if cells and sum(1 for cell in cells if EMAIL.search(cell)) * 2 > len(cells):
            told[column] = "email"
        elif cells and sum(1 for cell in cells if HONORIFIC.fullmatch(cell)) * 2 > len(cells):
            told[column] = "honorific"
        elif "delegation" not in told and _are_delegations(cells, directory, alone=width == 1):
            told[column] = "delegation"
    left = iter(
        [column for column in range(width) if not told[column] and any(_is_wordy(row[column]) for row in looked)]
    )
    for meaning in ("name", "function"):
        place = next(left, None)
        if place is not None:
            told[place] = meaning
    return tuple(told)


def read_language_columns(rows: Sequence[Sequence[str]]) -> tuple[dict[str, int], int]:
    """Give the columns of a table of names by language, and where its first row is; ({}, 0) for any other table."""
    known = words_table(LANGUAGE_HEADINGS)
    for at, row in enumerate(rows[:FIRST_ROWS]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            told = plain(cell).split()
            named = [known[word] for word in told if word in known] if _heads_names(told) else []
            if len(named) == 1:
                columns.setdefault(named[0], column)
        if len(columns) >= 2:
            return columns, at + 1
    return {}, 0


def _heads_names(told: Sequence[str]) -> bool:
    """Tell whether a heading may stand over short names: exports have columns of formal names beside them."""
    return len(told) <= 4 and not {"formal", "official", "officiel", "oficial", "официальное"} & set(told)


@cache
def _meanings() -> dict[str, str]:
    return words_table(HEADINGS)


def _stands_in(form: str, told: str) -> bool:
    if len(form) < 3 and form.isascii():
        return False
    return f" {form} " in f" {told} " or (not form.isascii() and form in told and len(form) >= 2 and form[0] > "\u3400")


def _fitted(columns: tuple[str, ...], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Settle headings that mean one thing beside another: "Nom" beside "Prénom", "Title" over ministers."""
    told = set(columns)
    made: list[str] = []
    for column, meaning in enumerate(columns):
        if meaning == "honorific" and "function" not in told and not _are_titles(_cells(rows, column)):
            made.append("function")
        elif meaning == "name" and "given" in told and "family" not in told:
            made.append("family")
        elif meaning == "name" and "family" in told and "given" not in told:
            made.append("given")
        elif meaning == "country" and "delegation" not in told:
            made.append("delegation")
        else:
            made.append(meaning)
    seen: set[str] = set()
    for column, meaning in enumerate(made):
        if meaning in seen and meaning in MEANINGS:
            made[column] = ""  # of two columns with one heading the first counts
        seen.add(meaning)
    return tuple(made)


def _cells(rows: Sequence[Sequence[str]], column: int) -> Iterator[str]:
    return (row[column] for row in rows[:LOOKED_AT] if row[column])


def _are_titles(cells: Iterator[str]) -> bool:
    told = [HONORIFIC.fullmatch(cell) is not None for cell in cells]
    return sum(told) * 2 > len(told)


def _are_delegations(cells: Sequence[str], directory: Directory, *, alone: bool) -> bool:
    """Tell whether a column holds delegations: a third is known, or nearly all where it is the only column."""
    known = sum(1 for cell in cells if directory.match(cell))
    return known * 5 > len(cells) * 4 if alone else known * 3 > len(cells)


def _is_wordy(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell)


def words_table(told: Mapping[str, str]) -> dict[str, str]:
    """Turn words parted by commas, by what they mean, into what each word means."""
    return {plain(word): meaning for meaning, words in told.items() for word in words.split(",")}
