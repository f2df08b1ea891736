"""How a list of participants is understood: columns, people, delegations, doubts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.agenda.participants.rules.people import compare, understand, with_delegation
from hrdesk.agenda.participants.rules.rows import HERE, NEW, TWICE
from hrdesk.agenda.participants.rules.values import part_title
from hrdesk.agenda.participants.vocabulary import delegation_id, shipped
from hrdesk.files.delimited import parse_delimited


def read(text, columns=None):
    return understand(parse_delimited(text, "list").rows, shipped(), columns)


def doubts(row):
    return [one.kind for one in row.doubts]


@pytest.mark.parametrize(
    ("headings", "person"),
    [
        ("Name,Title,Function,Country,Category,Gender", "Delegate One,Ms.,Minister,Kenya,State,F"),
        ("Nom complet;Civilité;Fonction;Pays;Catégorie;Sexe", "Delegate One;Mme;Minister;Kenya;État;femme"),
        ("Nombre;Tratamiento;Cargo;País;Categoría;Sexo", "Delegate One;Sra.;Minister;Kenya;Estado;mujer"),
        ("ФИО;Обращение;Должность;Страна;Категория;Пол", "Delegate One;г-жа;Minister;Кения;государство;ж"),
        ("الاسم;اللقب;الوظيفة;البلد;الفئة;الجنس", "Delegate One;السيدة;Minister;كينيا;دولة;أنثى"),
        ("姓名;称谓;职务;国家;类别;性别", "Delegate One;女士;Minister;肯尼亚;国家;女"),
    ],
)
def test_the_headings_are_recognised_in_six_languages(headings, person):
    found = read(f"{headings}\n{person}\n")
    assert not found.is_guessed
    row = found.rows[0]
    assert (row.name, row.function, row.delegation, row.category, row.gender) == (
        "Delegate One",
        "Minister",
        "KEN",
        "state",
        "woman",
    )
    assert row.honorific
    assert row.doubts == ()


def test_the_headings_need_not_be_the_first_row():
    found = read("List of participants\t\t\n\t\t\nName\tPosition\tState\nDelegate One\tMinister\tKenya\n")
    assert [row.number for row in found.rows] == [3]
    assert found.rows[0].delegation == "KEN"


def test_a_title_over_functions_is_a_function():
    found = read("Name;Title;Country\nDelegate One;Minister;Kenya\nDelegate Two;First Secretary;Kenya\n")
    assert [row.function for row in found.rows] == ["Minister", "First Secretary"]


def test_given_and_family_names_are_joined_as_their_script_has_it():
    assert read("Nom;Prénom;Pays\nUNE;Déléguée;France\n").rows[0].name == "Déléguée UNE"
    assert read("Surname;First name;Country\nOne;Delegate;Kenya\n").rows[0].name == "Delegate One"
    assert read("姓;名;国家\n甲;代表;中国\n").rows[0].name == "甲代表"


def test_addresses_and_other_private_details_are_left_out_and_counted():
    found = read(
        "Name;Country;E-mail;Passport\nDelegate One;Kenya;a@example.org;X1\nDelegate Two (b@example.org);Kenya;;\n"
    )
    assert found.dropped == 3
    assert [row.name for row in found.rows] == ["Delegate One", "Delegate Two"]
    assert "example" not in repr(found.rows)


def test_a_form_of_address_before_the_name_is_parted_from_it():
    assert part_title("H.E. Ms. Delegate One") == ("H.E. Ms.", "Delegate One")
    assert part_title("Mr Delegate One") == ("Mr", "Delegate One")
    assert part_title("Mariam Delegate") == ("", "Mariam Delegate")
    assert part_title("Drago Delegate") == ("", "Drago Delegate")
    assert part_title("السيدة المندوبة الأولى") == ("السيدة", "المندوبة الأولى")
    assert part_title("代表甲先生") == ("先生", "代表甲")


def test_a_cell_left_empty_below_a_delegation_means_the_same_and_is_doubtful():
    found = read("Country;Name\nKenya;Delegate One\n;Delegate Two\n")
    assert [row.delegation for row in found.rows] == ["KEN", "KEN"]
    assert [doubts(row) for row in found.rows] == [[], ["above"]]


def test_a_state_alone_in_its_row_is_a_heading_or_a_delegation_without_names():
    found = read("Country;Name;Title\nKenya;;\nFrance;;\n;Delegate One;Minister\n;Delegate Two;Attaché\nChad;;\n")
    assert [(row.delegation, row.name) for row in found.rows] == [
        ("KEN", ""),
        ("FRA", "Delegate One"),
        ("FRA", "Delegate Two"),
        ("TCD", ""),
    ]
    assert all(row.doubts == () for row in found.rows)


def test_a_kind_alone_in_its_row_is_the_category_of_those_below():
    found = read("Organization;Name;Title\nNon-governmental organizations;;\nRights Now;Delegate One;Director\n")
    assert [(row.organization, row.category) for row in found.rows] == [("Rights Now", "ngo")]
    assert doubts(found.rows[0]) == ["unknown"]


def test_people_of_a_ministry_sit_with_their_state_and_those_of_an_ngo_do_not():
    found = read(
        "Country;Organization;Name\nKenya;Ministry of Justice;Delegate One\nKenya;Rights Now;Delegate Two\n"
        "Gambia;ACHPR;Delegate Three\n"
    )
    assert [(row.delegation, row.organization, row.country) for row in found.rows] == [
        ("KEN", "Kenya", ""),
        ("", "Rights Now", "KEN"),
        ("ACHPR", "ACHPR", ""),
    ]


def test_a_name_of_two_bodies_is_doubtful_unless_the_category_tells():
    found = read("Organization;Name;Category\nFRA;Delegate One;\nFRA;Delegate Two;State\n")
    assert set(found.rows[0].offers) == {"FRA", "EU-FRA"}
    assert doubts(found.rows[0]) == ["several"]
    assert found.rows[1].delegation == "FRA"


def test_words_that_nobody_knows_are_said_and_left_out():
    row = read("Name;Country;Category;Gender\nDelegate One;Kenya;visitor;zz\n").rows[0]
    assert (row.category, row.gender) == ("state", "")
    assert [(one.kind, one.word) for one in row.doubts] == [("category", "visitor"), ("gender", "zz")]


def test_columns_without_headings_are_told_by_what_stands_in_them():
    found = read("Ms.\tDelegate One\tMinister\tKenya\nMr.\tDelegate Two\tAttaché\tFrance\n")
    assert found.is_guessed
    assert found.columns == ("honorific", "name", "function", "delegation")
    assert [row.delegation for row in found.rows] == ["KEN", "FRA"]


def test_a_person_may_say_what_the_columns_hold():
    text = "A;B;C\nDelegate One;x;Kenya\n"
    found = read(text, ("name", "", "delegation"))
    assert [(row.name, row.function, row.delegation) for row in found.rows[-1:]] == [("Delegate One", "", "KEN")]


def test_headings_repeated_on_each_page_are_no_people():
    assert len(read("Name;Country\nDelegate One;Kenya\nName;Country\nDelegate Two;Kenya\n").rows) == 2


def test_who_is_here_already_or_twice_in_the_list_is_not_ticked():
    rows = read("Name;Country\nDELEGATE ONE;Kenya\nDelegate Two;Kenya\nDelegate  two;Kenya\nDelegate One;France\n").rows
    told = compare(rows, {"delegate one": {delegation_id("KEN")}}, shipped())
    assert [row.state for row in told] == [HERE, NEW, TWICE, NEW]
    assert [row.taken for row in told] == [False, True, False, True]
    assert doubts(told[3]) == ["namesake"]
    assert compare(told, {}, shipped())[0].state == NEW


def test_a_corrected_delegation_takes_its_doubt_away():
    row = read("Name;Country\nDelegate One;Kenia (Rep.)\n").rows[0]
    assert doubts(row) == ["unknown"]
    corrected = with_delegation(row, "KEN", shipped())
    assert (corrected.delegation, corrected.category, corrected.doubts) == ("KEN", "state", ())
    assert doubts(with_delegation(corrected, "Atlantis", shipped())) == ["unknown"]


@settings(max_examples=150)
@given(st.lists(st.lists(st.text(max_size=15), min_size=1, max_size=5), max_size=8))
def test_no_table_whatever_it_holds_is_too_much(rows):
    width = max((len(row) for row in rows), default=0)
    table = [(*row, *([""] * (width - len(row)))) for row in rows]
    found = understand(table, shipped())
    assert len(compare(found.rows, {}, shipped())) == len(found.rows) <= len(table)
    assert all("@" not in row.name or row.name for row in found.rows)


@given(st.permutations(["Name", "Country", "Function"]))
def test_the_order_of_the_columns_changes_nothing(order):
    cells = {"Name": "Delegate One", "Country": "Kenya", "Function": "Minister"}
    row = read(";".join(order) + "\n" + ";".join(cells[one] for one in order)).rows[0]
    assert (row.name, row.delegation, row.function) == ("Delegate One", "KEN", "Minister")
