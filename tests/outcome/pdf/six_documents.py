"""Outcome documents in six languages for the tests of the PDF writer: everything that a document can hold."""

from functools import cache
from typing import Any

from hrdesk.outcome.document import (
    Block,
    Contents,
    Document,
    Heading,
    Masthead,
    Note,
    Paragraph,
    Run,
    Summary,
    Table,
)
from hrdesk.outcome.pdf import Written, write_pdf

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
ROMAN = ("I.", "II.", "III.")
TEXTS: dict[str, dict[str, Any]] = {
    "ar": {
        "organisation": "الأمم المتحدة",
        "organ": "الجمعية العامة",
        "lines": ("Distr.: General", "19 December 2025", "Arabic", "Original: English"),
        "body": (
            "مجلس حقوق الإنسان",
            "الدورة الستون",
            "البندان 2 و3 من جدول الأعمال",
            "التقرير السنوي لمفوض الأمم المتحدة السامي لحقوق الإنسان وتقارير المفوضية السامية والأمين العام",
        ),
        "title": "حلقة عمل بشأن التعاون بين الأمم المتحدة والآليات الإقليمية لحقوق الإنسان",
        "subtitle": "تقرير مفوضية الأمم المتحدة السامية لحقوق الإنسان",
        "summary": "موجز",
        "short": "يُقدَّم هذا التقرير عملاً بقرار مجلس حقوق الإنسان 34/17 (A/HRC/RES/34/17). وهو يلخص حلقة العمل التي عُقدت في جنيف وما دار فيها من مناقشات والتوصيات المعتمدة.",
        "contents": "المحتويات",
        "page": "الصفحة",
        "sections": ("مقدمة", "تبادل المعلومات بين الآليات", "الاستنتاجات والتوصيات"),
        "subsection": "الإنذار المبكر والإجراءات العاجلة",
        "long": "طلب المجلس في قراره 18/14 (A/HRC/RES/18/14) إلى المفوضية أن تعقد كل سنتين حلقة عمل؛ ولاحظ المشاركون [بمن فيهم المراقبون] أن «جهات التنسيق» – التي عُيّنت في عام 1993 – لم تجتمع سوى 12 مرة، وأن 45 في المائة من الرسائل البالغ عددها 1 250 رسالة ظلت دون رد (انظر A/HRC/23/18/Add.1، الفقرة 7).",
        "recommendation": "ينبغي للآليات أن تنشئ شبكة من جهات التنسيق تجتمع مرة في السنة على الأقل، وأن تتبادل جداول زياراتها القطرية قبل ستة أشهر من موعدها.",
        "item": "اللجنة الأفريقية لحقوق الإنسان والشعوب، ومحكمة البلدان الأمريكية، واللجنة الأوروبية للحقوق الاجتماعية؛",
        "note": "انظر A/HRC/RES/34/17، الفقرات 5-8، وتقرير حلقة العمل لعام 2016، A/HRC/34/23.",
        "header": ("الآلية", "المساهمة", "التاريخ"),
        "row": (
            "اللجنة الأفريقية لحقوق الإنسان والشعوب",
            "مبادئ توجيهية بشأن حرية تكوين الجمعيات والتجمع؛ نداءات عاجلة مشتركة",
            "أيار/مايو 2017",
        ),
    },
    "en": {
        "organisation": "United Nations",
        "organ": "General Assembly",
        "lines": ("Distr.: General", "19 December 2025", "Original: English"),
        "body": (
            "Human Rights Council",
            "Sixtieth session",
            "Agenda items 2 and 3",
            "Annual report of the United Nations High Commissioner for Human Rights and reports of the Office of the High Commissioner and the Secretary-General",
        ),
        "title": "Workshop on cooperation between the United Nations and regional human rights mechanisms",
        "subtitle": "Report of the Office of the United Nations High Commissioner for Human Rights",
        "summary": "Summary",
        "short": "The present report is submitted pursuant to Human Rights Council resolution 34/17 (A/HRC/RES/34/17). It summarizes the workshop held in Geneva, its discussions on information-sharing, joint activities and follow-up, and the recommendations adopted.",
        "contents": "Contents",
        "page": "Page",
        "sections": ("Introduction", "Information-sharing between mechanisms", "Conclusions and recommendations"),
        "subsection": "Early warning and urgent action",
        "long": "In its resolution 18/14 (A/HRC/RES/18/14) the Human Rights Council requested the Office to hold, every two years, a workshop on regional arrangements; participants [including observers] noted that “focal points” – named in 1993 – had met only 12 times, and that 45% of the 1,250 communications had remained unanswered (see A/HRC/23/18/Add.1, para. 7).",
        "recommendation": "The mechanisms should establish a network of focal points, meeting at least once a year, and share their calendars of country visits six months in advance.",
        "item": "the African Commission on Human and Peoples’ Rights, the Inter-American Court and the European Committee of Social Rights;",
        "note": "See A/HRC/RES/34/17, paras. 5–8, and the report of the 2016 workshop, A/HRC/34/23.",
        "header": ("Mechanism", "Contribution", "Date"),
        "row": (
            "African Commission on Human and Peoples’ Rights",
            "Guidelines on freedom of association and assembly; joint urgent appeals",
            "May 2017",
        ),
    },
    "es": {
        "organisation": "Naciones Unidas",
        "organ": "Asamblea General",
        "lines": ("Distr. general", "19 de diciembre de 2025", "Español", "Original: inglés"),
        "body": (
            "Consejo de Derechos Humanos",
            "60º período de sesiones",
            "Temas 2 y 3 de la agenda",
            "Informe anual del Alto Comisionado de las Naciones Unidas para los Derechos Humanos e informes de la Oficina del Alto Comisionado y del Secretario General",
        ),
        "title": "Taller sobre la cooperación entre las Naciones Unidas y los mecanismos regionales de derechos humanos",
        "subtitle": "Informe de la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos",
        "summary": "Resumen",
        "short": "El presente informe se presenta en cumplimiento de la resolución 34/17 del Consejo de Derechos Humanos (A/HRC/RES/34/17). En él se resumen el taller celebrado en Ginebra, los debates y las recomendaciones aprobadas.",
        "contents": "Índice",
        "page": "Página",
        "sections": (
            "Introducción",
            "Intercambio de información entre los mecanismos",
            "Conclusiones y recomendaciones",
        ),
        "subsection": "Alerta temprana y acción urgente",
        "long": "En su resolución 18/14 (A/HRC/RES/18/14), el Consejo pidió a la Oficina que organizara cada dos años un taller; los participantes [incluidos los observadores] señalaron que los “puntos focales” –designados en 1993– se habían reunido solo 12 veces. ¿Cómo avanzar? El 45 % de las 1.250 comunicaciones quedó sin respuesta (véase A/HRC/23/18/Add.1, párr. 7).",
        "recommendation": "Los mecanismos deberían establecer una red de puntos focales que se reúna al menos una vez al año y compartir sus calendarios de visitas con seis meses de antelación.",
        "item": "la Comisión Africana de Derechos Humanos y de los Pueblos, la Corte Interamericana y el Comité Europeo de Derechos Sociales;",
        "note": "Véanse A/HRC/RES/34/17, párrs. 5 a 8, y el informe del taller de 2016, A/HRC/34/23.",
        "header": ("Mecanismo", "Contribución", "Fecha"),
        "row": (
            "Comisión Africana de Derechos Humanos y de los Pueblos",
            "Directrices sobre la libertad de asociación y de reunión; llamamientos urgentes conjuntos",
            "Mayo de 2017",
        ),
    },
    "fr": {
        "organisation": "Nations Unies",
        "organ": "Assemblée générale",
        "lines": ("Distr. générale", "19 décembre 2025", "Français", "Original : anglais"),
        "body": (
            "Conseil des droits de l’homme",
            "Soixantième session",
            "Points 2 et 3 de l’ordre du jour",
            "Rapport annuel du Haut-Commissaire des Nations Unies aux droits de l’homme et rapports du Haut-Commissariat et du Secrétaire général",
        ),
        "title": "Atelier sur la coopération entre l’Organisation des Nations Unies et les mécanismes régionaux des droits de l’homme",
        "subtitle": "Rapport du Haut-Commissariat des Nations Unies aux droits de l’homme",
        "summary": "Résumé",
        "short": "Le présent rapport est soumis en application de la résolution 34/17 du Conseil des droits de l’homme (A/HRC/RES/34/17). Il rend compte de l’atelier tenu à Genève, des débats et des recommandations adoptées.",
        "contents": "Table des matières",
        "page": "Page",
        "sections": ("Introduction", "Échange d’informations entre les mécanismes", "Conclusions et recommandations"),
        "subsection": "Alerte rapide et action urgente",
        "long": "Dans sa résolution 18/14 (A/HRC/RES/18/14), le Conseil a prié le Haut-Commissariat d’organiser tous les deux ans un atelier : les participants [y compris les observateurs] ont noté que les « points focaux » – désignés en 1993 – ne s’étaient réunis que 12 fois ; 45 % des 1 250 communications étaient restées sans réponse (voir A/HRC/23/18/Add.1, par. 7). Que faire ?",
        "recommendation": "Les mécanismes devraient créer un réseau de points focaux se réunissant au moins une fois par an et échanger leurs calendriers de visites six mois à l’avance.",
        "item": "la Commission africaine des droits de l’homme et des peuples, la Cour interaméricaine et le Comité européen des droits sociaux ;",
        "note": "Voir A/HRC/RES/34/17, par. 5 à 8, et le rapport de l’atelier de 2016, A/HRC/34/23.",
        "header": ("Mécanisme", "Contribution", "Date"),
        "row": (
            "Commission africaine des droits de l’homme et des peuples",
            "Lignes directrices sur la liberté d’association et de réunion ; appels urgents conjoints",
            "Mai 2017",
        ),
    },
    "ru": {
        "organisation": "Организация Объединенных Наций",
        "organ": "Генеральная Ассамблея",
        "lines": ("Distr.: General", "19 December 2025", "Russian", "Original: English"),
        "body": (
            "Совет по правам человека",
            "Шестидесятая сессия",
            "Пункты 2 и 3 повестки дня",
            "Ежегодный доклад Верховного комиссара Организации Объединенных Наций по правам человека и доклады Управления Верховного комиссара и Генерального секретаря",
        ),
        "title": "Рабочее совещание по вопросам сотрудничества между Организацией Объединенных Наций и региональными механизмами по правам человека",
        "subtitle": "Доклад Управления Верховного комиссара Организации Объединенных Наций по правам человека",
        "summary": "Резюме",
        "short": "Настоящий доклад представлен во исполнение резолюции 34/17 Совета по правам человека (A/HRC/RES/34/17). В нем кратко изложены ход рабочего совещания в Женеве, состоявшиеся обсуждения и принятые рекомендации.",
        "contents": "Содержание",
        "page": "Стр.",
        "sections": ("Введение", "Обмен информацией между механизмами", "Выводы и рекомендации"),
        "subsection": "Раннее предупреждение и срочные меры",
        "long": "В своей резолюции 18/14 (A/HRC/RES/18/14) Совет просил Управление проводить раз в два года рабочее совещание; участники [включая наблюдателей] отметили, что «координаторы» — назначенные в 1993 году — встречались лишь 12 раз, а 45% из 1 250 сообщений остались без ответа (см. A/HRC/23/18/Add.1, п. 7).",
        "recommendation": "Механизмам следует создать сеть координаторов, проводящую встречи не реже одного раза в год, и обмениваться графиками посещений стран за шесть месяцев.",
        "item": "Африканской комиссии по правам человека и народов, Межамериканского суда и Европейского комитета по социальным правам;",
        "note": "См. A/HRC/RES/34/17, пп. 5–8, и доклад о рабочем совещании 2016 года, A/HRC/34/23.",
        "header": ("Механизм", "Вклад", "Дата"),
        "row": (
            "Африканская комиссия по правам человека и народов",
            "Руководящие принципы по вопросам свободы ассоциации и собраний; совместные призывы",
            "Май 2017 года",
        ),
    },
    "zh": {
        "organisation": "联合国",
        "organ": "大会",
        "lines": ("Distr.: General", "19 December 2025", "Chinese", "Original: English"),
        "body": (
            "人权理事会",
            "第六十届会议",
            "议程项目2和3",
            "联合国人权事务高级专员的年度报告以及高级专员办事处的报告和秘书长的报告",
        ),
        "title": "联合国与区域人权机制合作问题讲习班",
        "subtitle": "联合国人权事务高级专员办事处的报告",
        "summary": "概要",
        "short": "本报告根据人权理事会第34/17号决议(A/HRC/RES/34/17)提交。报告概述了在日内瓦举行的讲习班、关于信息共享、联合活动和后续行动的讨论情况以及通过的建议。",
        "contents": "目录",
        "page": "页次",
        "sections": ("导言", "各机制之间的信息共享", "结论和建议"),
        "subsection": "预警和紧急行动",
        "long": "人权理事会第18/14号决议(A/HRC/RES/18/14)请人权高专办每两年举办一次讲习班；与会者[包括观察员]指出，1993年指定的“协调人”只举行过12次会议，在1,250份来文中，有45%没有得到答复（见A/HRC/23/18/Add.1，第7段）。《非洲人权和民族权宪章》——以及其他区域文书……为此提供了依据。",
        "recommendation": "各机制应建立协调人网络，每年至少举行一次会议，并提前六个月交流国别访问日程。",
        "item": "非洲人权和民族权委员会、美洲人权法院和欧洲社会权利委员会；",
        "note": "见A/HRC/RES/34/17，第5至8段，以及2016年讲习班的报告A/HRC/34/23。",
        "header": ("机制", "贡献", "日期"),
        "row": ("非洲人权和民族权委员会", "关于结社和集会自由的准则；联合紧急呼吁", "2017年5月"),
    },
}


def outcome(language: str, paragraphs: int = 8, banner: str = "") -> Document:
    """Return a document of some seven pages with eight paragraphs to a section."""
    text = TEXTS[language]
    note = Note("*", (Run(text["note"]),))
    blocks: list[Block] = [
        Heading(1, (Run(text["title"]),)),
        Paragraph((Run(text["subtitle"], bold=True),), align="start", notes=((len(text["subtitle"]), note),)),
        Summary(text["summary"], (Paragraph((Run(text["short"]),)), Paragraph((Run(text["long"]),)))),
        Contents(text["contents"], text["page"]),
    ]
    number = 0
    for at, (roman, section) in enumerate(zip(ROMAN, text["sections"], strict=True)):
        blocks.append(Heading(2, (Run(section),), roman))
        if at == 1:
            blocks.append(Heading(3, (Run(text["subsection"]),), "A."))
        for turn in range(paragraphs):
            number += 1
            blocks += _paragraph(text, number, turn)
        if at == 1:
            cells = tuple((Run(cell),) for cell in text["row"])
            blocks.append(Table(tuple((Run(cell),) for cell in text["header"]), (cells,) * 9, (3, 4, 2)))
    for _ in range(5):
        number += 1
        untranslated = Run(TEXTS["en"]["short"], language="en")
        blocks.append(Paragraph((Run(text["recommendation"], bold=True), Run(" "), untranslated), f"{number}."))
    head = Masthead(text["organisation"], "A/HRC/60/38", text["organ"], text["lines"], text["body"])
    return Document(
        language,
        text["title"],
        head,
        tuple(blocks),
        subject="A/HRC/60/38",
        author="OHCHR",
        date="2025-12-19",
        banner=banner,
        page_notes=(Note("**", (Run(text["note"]),)),),
    )


@cache
def written(language: str) -> Written:
    """Return the document of a language as a file, written once for all tests."""
    return write_pdf(outcome(language))


def words_of(document: Document) -> list[str]:
    """Return the text of every heading and paragraph."""
    return [
        "".join(run.text for run in block.runs) for block in document.blocks if isinstance(block, Heading | Paragraph)
    ]


def plain(*blocks: Block, language: str = "en", title: str = "Title") -> Document:
    """Return a small document that begins with a title and holds these blocks."""
    head = Masthead("United Nations", "A/HRC/1/1", "General Assembly", ("Distr.: General",), ("Human Rights Council",))
    return Document(language, title, head, (Heading(1, (Run(title),)), *blocks))


def _paragraph(text: dict[str, Any], number: int, turn: int) -> list[Block]:
    words = text["long"] if turn % 2 == 0 else f"{text['short']} {text['long']}"
    call = (len(words) - 1, Note(str(number), (Run(f"{text['note']} {text['note']}"),)))
    blocks: list[Block] = [Paragraph((Run(words),), f"{number}.", notes=(call,) if turn % 3 == 0 else ())]
    if turn % 4 == 2:
        blocks.append(Paragraph((Run(text["item"]),), "(a)", 1))
        blocks.append(Paragraph((Run(text["item"]), Run(" " + text["short"], italic=True)), "(b)", 1))
    return blocks
