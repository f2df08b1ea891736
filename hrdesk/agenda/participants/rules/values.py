"""What stands in the cells of a list of participants: kinds of participants, genders, titles before names."""

import re
from functools import cache

from hrdesk.agenda.participants.rules.directory import plain
from hrdesk.agenda.participants.rules.headings import HONORIFIC, words_table

CATEGORIES = {
    "state": (
        "state,states,member state,member states,government,governments,etat,etats,etats membres,gouvernement,"
        "estado,estados,estados miembros,gobierno,государство,государства,государства члены,правительство,"
        "دوله,دول,الدول الاعضاء,حكومه,国家,会员国,政府"
    ),
    "observer_state": (
        "observer,observer state,observer states,observers,etat observateur,etats observateurs,observateur,"
        "estado observador,estados observadores,observador,государство наблюдатель,наблюдатель,наблюдатели,"
        "دوله مراقبه,دول مراقبه,مراقب,观察员国,观察员"
    ),
    "regional_mechanism": (
        "regional mechanism,regional mechanisms,regional human rights mechanism,regional human rights mechanisms,"
        "regional organization,mecanisme regional,mecanismes regionaux,mecanismo regional,mecanismos regionales,"
        "региональный механизм,региональные механизмы,اليه اقليميه,اليات اقليميه,区域机制,区域人权机制"
    ),
    "intergovernmental": (
        "intergovernmental organization,intergovernmental organizations,intergovernmental organisation,"
        "intergovernmental organisations,igo,igos,international organization,international organizations,"
        "organisation intergouvernementale,organisations intergouvernementales,oig,"
        "organizacion intergubernamental,organizaciones intergubernamentales,"
        "межправительственная организация,межправительственные организации,"
        "منظمه حكوميه دوليه,منظمات حكوميه دوليه,政府间组织"
    ),
    "united_nations": (
        "united nations,un,un entity,un agency,un system,united nations system,united nations entity,"
        "united nations agencies,nations unies,onu,systeme des nations unies,naciones unidas,"
        "оон,организация объединенных наций,система оон,الامم المتحده,联合国,联合国系统"
    ),
    "nhri": (
        "nhri,nhris,national human rights institution,national human rights institutions,ombudsman,"
        "indh,institution nationale des droits de l homme,institutions nationales des droits de l homme,"
        "institucion nacional de derechos humanos,instituciones nacionales de derechos humanos,"
        "нпзу,национальное правозащитное учреждение,национальные правозащитные учреждения,"
        "مؤسسه وطنيه لحقوق الانسان,المؤسسات الوطنيه لحقوق الانسان,国家人权机构"
    ),
    "ngo": (
        "ngo,ngos,non governmental organization,non governmental organizations,non governmental organisation,"
        "non governmental organisations,civil society,civil society organization,civil society organizations,cso,csos,"
        "ong,organisation non gouvernementale,organisations non gouvernementales,societe civile,"
        "organizacion no gubernamental,organizaciones no gubernamentales,sociedad civil,osc,"
        "нпо,неправительственная организация,неправительственные организации,гражданское общество,"
        "منظمه غير حكوميه,منظمات غير حكوميه,المجتمع المدني,非政府组织,民间社会"
    ),
    "academia": (
        "academia,academic,academics,university,universities,expert,experts,independent expert,universite,"
        "milieu universitaire,universitaires,academico,universidad,mundo academico,академия,университет,"
        "научные круги,اكاديمي,اوساط اكاديميه,جامعه,学术界,大学,学者"
    ),
    "group": "group,group of states,groupe,grupo,группа,группа государств,مجموعه,国家集团",
    "other": "other,others,autre,autres,otro,otros,другое,другие,прочие,اخري,اخر,其他",
}

GENDERS = {
    "woman": "f,w,woman,female,femme,feminin,mujer,femenino,ж,жен,женский,женщина,انثي,امراه,女,女性",
    "man": "m,man,male,homme,masculin,h,hombre,masculino,v,м,муж,мужской,мужчина,ذكر,رجل,男,男性",
    "other": "x,other,autre,otro,non binary,nonbinary,другой,другое,اخر,其他",
}

GOVERNMENTAL = re.compile(
    r"\b(?:ministry|ministries|minister|government|embassy|permanent mission|presidency|prime minister|parliament"
    r"|ministere|gouvernement|ambassade|mission permanente|ministerio|gobierno|embajada|mision permanente|cancilleria"
    r"|министерство|мид|правительство|посольство|представительство|وزاره|حكومه|سفاره|البعثه)\b|外交部|司法部|政府|大使馆|常驻代表团"
)
"""A part of a government, folded: its people sit in the delegation of their State."""


@cache
def _categories() -> dict[str, str]:
    return words_table(CATEGORIES)


@cache
def _genders() -> dict[str, str]:
    return words_table(GENDERS)


def category_of(words: str) -> str:
    """Give the category that a word in a list means; nothing when it is none that is known."""
    return _categories().get(plain(words), "")


def gender_of(words: str) -> str:
    """Give the gender as it is given in a list; nothing when the word is none that is known."""
    return _genders().get(plain(words), "")


def is_governmental(organization: str) -> bool:
    """Tell whether an organization is a part of a government."""
    return GOVERNMENTAL.search(plain(organization)) is not None


def part_title(name: str) -> tuple[str, str]:
    """Part "H.E. Ms. …" into the form of address and the name; Chinese titles stand behind the name."""
    before = HONORIFIC.match(name)
    if before and before.end() < len(name):
        return before.group().strip(" ,"), name[before.end() :].strip()
    for title in ("先生", "女士", "博士", "教授"):
        if name.endswith(title) and len(name) > len(title):
            return title, name.removesuffix(title).strip()
    return "", name
