"""Words whose forms no rule leads back to one another: child and children, طفل and أطفال, человек and люди.

These are the words of consultations on human rights that stemmers were seen to miss; Arabic has its broken plurals.
"""

from hrdesk.language.folding import fold

ALIKE = {
    "en": """
        woman women
        child children
        man men
        person persons people peoples
        analysis analyses analyse analysed analyze analyzed
        program programs programme programmes
        defence defences defense defenses
        offence offences offense offenses
        licence licences license licenses
        centre centres center centers
        judgment judgments judgement judgements
    """,
    "fr": """
        travail travaux
        bail baux
        œil yeux
        madame mesdames
        monsieur messieurs
    """,
    "ru": """
        человек люди людей людям людьми людях
        ребёнок ребёнка ребёнку ребёнком ребёнке дети детей детям детьми детях
    """,
    "ar": """
        امرأة مرأة نساء نسوة
        طفل أطفال
        شخص أشخاص
        عضو أعضاء
        فرد أفراد
        خبير خبراء
        رئيس رؤساء
        وزير وزراء
        سفير سفراء
        شعب شعوب
        قاض قاضي قضاة
        شاهد شهود
        ضحية ضحايا
        سجين سجناء
        حق حقوق
        قانون قوانين
        تقرير تقارير
        معيار معايير
        مبدأ مبادئ
        قضية قضايا
        شكوى شكاوى
        حكم أحكام
        نص نصوص
        بند بنود
        وثيقة وثائق
        نظام نظم أنظمة
        جهاز أجهزة
        محكمة محاكم
        لجنة لجان
        وفد وفود
        منطقة مناطق
        إقليم أقاليم
        برنامج برامج
        مشروع مشاريع
        هدف أهداف
        جهد جهود
        دور أدوار
        عمل أعمال
        فريق أفرقة
        رأي آراء
        حالة حالات أحوال
        مدرسة مدارس
        تدبير تدابير
        مائة مئة
    """,
}
"""Groups by language; the first word of a line stands for all of it."""


def _first_of() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for language, text in ALIKE.items():
        for line in text.strip().splitlines():
            words = [_as_stemmed(language, word) for word in line.split()]
            found |= {(language, word): words[0] for word in words}
    return found


def _as_stemmed(language: str, word: str) -> str:
    """Write a word as stems are made of it: Latin letters keep their accents for the stemmers, others are folded."""
    return word if language in ("en", "fr") else fold(word)


FIRST_OF = _first_of()
"""For a language and a word, the word that stands for it."""
