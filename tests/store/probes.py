"""Search probes in six languages: what a person types, the texts it must find and those it must not.

All texts are our own sentences and stand in one desk. ``PROBES`` were written before the search was changed for them,
and looked at while it was changed; those in ``probes_aside`` were written with them and not looked at until the end.
"""

from typing import NamedTuple

TEXTS = {
    "ar1": "أوصت الدول الأعضاء باعتماد تشريعات لحماية اللاجئين والنازحين داخليا.",
    "ar2": "ينبغي للآليات الإقليمية أن تُعزِّز التعاون مع الأمم المتحدة وفقًا للقرار ١٢/٢.",
    "ar3": "مسؤولية الحكومة عن إنهاء التعذيب والاختفاء القسري.",
    "ar4": "شارك مائة وخمسون ممثلًا عن المنظمات غير الحكومية في حلقة العمل عام ٢٠١٢.",
    "ar5": "حق المرأة في التعليم والصحة وبالمساواة أمام القضاء.",
    "ar6": "كالأطفال والأشخاص ذوي الإعاقة، فالحماية واجبة وللصحفيين كذلك.",
    "ar7": "الحـــقوق المدنية والسياسية وشئون الهجرة.",
    "ar8": "المحكمة الافريقيه لحقوق الانسان والشعوب.",
    "zh1": "工作组建议各国保护人权维护者，并加强与区域机制的合作。",
    "zh2": "联合国人权事务高级专员办事处（人权高专办）于2012年12月在日内瓦举办了研讨会。",
    "zh3": "妇女、儿童和残疾人的权利应当得到充分尊重。",
    "zh4": "缔约国应批准《禁止酷刑公约》及其任择议定书。",
    "zh5": "聯合國與區域人權機制之間的合作應當加強，婦女的參與尤為重要。",
    "zh6": "建议各国在UPR后续行动中与NHRI合作，参见A/HRC/34/23号文件第15段。",
    "zh7": "ＡＣＨＰＲ与欧洲理事会于２０１６年会晤。",
    "fr1": "L’accès à l’eau : les États s’engagent à œuvrer pour les régions où vivent des réfugiés.",
    "fr2": "Le Haut-Commissariat a présenté les œuvres des journalistes égyptiennes et leurs conclusions préliminaires.",
    "fr3": "Les travaux nationaux des organes conventionnels s’achèveront aujourd’hui, c’est-à-dire le 1er juin.",
    "fr4": "Il faut prévenir la torture et les mauvais traitements ; les victimes ont droit à réparation (n° 12).",
    "es1": "Los Estados acordaron proteger a las defensoras y los defensores de los derechos humanos.",
    "es2": "La niñez indígena y los pueblos originarios exigieron la reparación de las violaciones.",
    "es3": "El Comité examinó las comunicaciones según el artículo 22 en el año 2012; ¿quién dará seguimiento?",
    "ru1": "Рабочая группа рекомендует государствам защищать правозащитников, включая ещё не признанных.",
    "ru2": "Представители региональных механизмов по правам человека обсудили всё: положение беженцев, детей и людей.",
    "ru3": "Совет принял резолюцию 12/2 о сотрудничестве Объединённых Наций с её партнёрами.",
    "ru4": "Женщины участвовали в переговорах; пытки и насильственные исчезновения запрещены.",
    "en1": "The Special Rapporteur's follow-up visits to indigenous peoples' communities were cancelled.",
    "en2": "States should adopt laws criminalizing torture (A/HRC/34/23, para. 15) within 3.5 years.",
    "en3": "Women with disabilities; co-operation with non-governmental organisations (NGOs) and the Inter-American Court.",
    "en4": "Children’s rights: policies, studies and analyses of harassment by e-mail.",
}
"""A name, whose first two letters are the language, and the text."""


class Probe(NamedTuple):
    """What is typed, what must be found by it, what must not be; ``typing`` says that the last word is unfinished."""

    typed: str
    finds: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    typing: bool = False


PROBES = (
    # Arabic: hamza, alef, ya, ta marbuta; the article and what is written together with a word; marks and figures
    Probe("الاعضاء", ("ar1",)),
    Probe("لاجئ", ("ar1",)),
    Probe("اعتماد التشريعات", ("ar1",)),
    Probe("نازح", ("ar1",)),
    Probe("الية", ("ar2",), ("ar5",)),
    Probe("تعزز", ("ar2",)),
    Probe("12/2", ("ar2", "ru3")),
    Probe("۱۲/۲", ("ar2",)),
    Probe("اقليمى", ("ar2",)),
    Probe("مسئولية", ("ar3",)),
    Probe("مائة", ("ar4",)),
    Probe("منظمه غير حكوميه", ("ar4",), ("ar3",)),
    Probe("2012", ("ar4", "zh2", "es3")),
    Probe("امرأة", ("ar5",)),
    Probe("مساواة", ("ar5",)),
    Probe("أطفال", ("ar6",)),
    Probe("حماية", ("ar1", "ar6")),
    Probe("حُقُوق", ("ar7", "ar8")),
    Probe("شؤون", ("ar7",)),
    Probe("الأفريقية", ("ar8",)),
    Probe("حقوق الإنسان", ("ar8",), ("ar7", "ar5")),
    Probe("انساني", (), ("ar1", "ar2")),
    Probe("علم", (), ("ar5", "ar4")),
    Probe("حكم", (), ("ar8",)),
    # Chinese: one character, two, phrases, traditional and full-width forms, mixed with Latin
    Probe("人权", ("zh1", "zh2"), ("zh3", "zh4")),
    Probe("权", ("zh1", "zh2", "zh3")),
    Probe("书", ("zh4",), ("zh1",)),
    Probe("高专办", ("zh2",)),
    Probe("禁止酷刑公约", ("zh4",)),
    Probe("妇女　儿童", ("zh3",)),
    Probe("upr", ("zh6",)),
    Probe("与NHRI合作", ("zh6",), ("zh1",)),
    Probe("第15段", ("zh6",)),
    Probe("ACHPR", ("zh7",)),
    Probe("2016年", ("zh7",), ("zh2",)),
    Probe("联合国", ("zh2", "zh5")),
    Probe("區域機制", ("zh1",)),
    Probe("妇女", ("zh3", "zh5")),
    Probe("权人", (), ("zh1", "zh2")),
    Probe("者并", (), ("zh1",)),
    Probe("人权理事会", (), ("zh7", "zh1", "zh2")),
    # French and Spanish: accents, ligatures, apostrophes, forms
    Probe("l'accès", ("fr1",)),
    Probe("ACCES A L'EAU", ("fr1",)),
    Probe("oeuvrer", ("fr1",)),
    Probe("œuvre", ("fr2",)),
    Probe("refugie", ("fr1",)),
    Probe("egyptien", ("fr2",)),
    Probe("national", ("fr3",)),
    Probe("aujourd'hui", ("fr3",)),
    Probe("eau", ("fr1",), ("fr2", "fr4")),
    Probe("ninez", ("es2",)),
    Probe("indígenas", ("es2",)),
    Probe("comite", ("es3",)),
    Probe("quien", ("es3",)),
    Probe("reparacion", ("es2", "fr4")),
    # Russian: ё, cases, vowels that come and go
    Probe("еще", ("ru1",)),
    Probe("ВСЕ", ("ru2",)),
    Probe("группами", ("ru1",)),
    Probe("беженец", ("ru2",)),
    Probe("региональный механизм", ("ru2",)),
    Probe("объединенные нации", ("ru3",)),
    Probe("партнер", ("ru3",)),
    Probe("пытка", ("ru4",)),
    Probe("правительство", (), ("ru1", "ru2")),
    # English: forms, hyphens, symbols, figures
    Probe("rapporteurs", ("en1",)),
    Probe("followup", ("en1",)),
    Probe("cooperation", ("en3",)),
    Probe("woman", ("en3",), ("en1",)),
    Probe("organization", ("en3",)),
    Probe("child", ("en4",)),
    Probe("analysis", ("en4",)),
    Probe("email", ("en4",)),
    Probe("A/HRC/34/23", ("en2", "zh6")),
    Probe("A/HRC/34/2", (), ("en2", "zh6")),
    Probe("port", (), ("en1", "en2")),
    Probe("inter-amer", ("en3",), (), typing=True),
)
