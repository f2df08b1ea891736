"""The page that takes in a list: by keyboard, corrected before anything is kept, in three scripts."""

import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hrdesk.agenda.participants.importing import preview_pasted, read_known
from hrdesk.agenda.participants.vocabulary import shipped
from hrdesk.desktop.agenda.panel import AgendaPanel
from hrdesk.desktop.agenda.participants_cells import DelegationLine
from hrdesk.desktop.agenda.participants_model import COLUMNS, DOUBTED
from hrdesk.language import LANGUAGES, interface
from hrdesk.records import Delegation, Person, Wording

LIST = (
    "Title\tName\tFunction\tOrganization\tCategory\tE-mail\n"
    "Ms.\tDelegate One\tMinister\tKenya\tState\tone@example.org\n"
    "\tExpert Two\tDirector\tKenian Mission\t\t\n"
    "\tExpert Three\tOfficer\tKenian Mission\t\t\n"
    "\tAgent Four\tOfficer\tFRA\t\t\n"
    "Ms.\tDelegate One\tMinister\tKenya\tState\t\n"
)
NAMES = "English\tРусский\tArabic\nTürkiye\tТюркие\tتركيا\nAtlantis\tАтлантида\t\n"


@pytest.fixture
def panel(qtbot, workplace):
    """Give the room with the page shown."""
    made = AgendaPanel(workplace)
    qtbot.addWidget(made)
    workplace.changed.connect(made.hear)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_in_participants()
    yield made
    workplace.finish()


@pytest.fixture
def page(panel):
    return panel._page()


def paste(qtbot, page, text):
    told = QMimeData()
    told.setText(text)
    page._source.field.insertFromMimeData(told)
    qtbot.waitUntil(lambda: page.is_begun)


def cell(page, row, column):
    return page._people.index(row, COLUMNS.index(column))


def words(page, row, column):
    return page._people.data(cell(page, row, column))


def every(workplace, noun):
    return workplace.ask(lambda reader: reader.every(noun))


def take(qtbot, page):
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page._table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def edit(qtbot, page, at):
    page._table.setFocus()
    page._table.setCurrentIndex(at)
    qtbot.keyClick(page._table, Qt.Key.Key_F2)
    editor = page._table.indexWidget(at) or page._table.viewport().findChild(QLineEdit)
    return editor if editor is not None else page._table.viewport().findChild(QComboBox)


def test_the_cursor_waits_where_a_list_is_pasted(qtbot, page):
    qtbot.waitUntil(page._source.field.hasFocus)


def test_what_was_pasted_is_shown_and_nothing_is_kept(qtbot, page, workplace):
    before = len(every(workplace, Person))
    paste(qtbot, page, LIST)
    assert words(page, 0, "delegation") == "Kenya"
    assert words(page, 0, "remark") == "+ New"
    assert words(page, 3, "remark").startswith("? The name is that of several")
    assert words(page, 4, "remark") == "= Twice in this list"
    assert "1 private detail was left out" in page._heading.text()
    assert page._take.text() == "&Take 4 rows"
    assert len(every(workplace, Person)) == before
    assert every(workplace, Delegation) == []


def test_a_list_is_taken_by_keys_alone_and_undone_in_one_step(qtbot, page, workplace):
    before = len(every(workplace, Person))
    paste(qtbot, page, LIST)
    qtbot.waitUntil(page._table.hasFocus)
    take(qtbot, page)
    assert len(every(workplace, Person)) == before + 4
    assert not page.is_begun
    workplace.desk.undo()
    assert len(every(workplace, Person)) == before


def test_a_delegation_is_corrected_by_two_letters_wherever_it_is_written_so(qtbot, page):
    paste(qtbot, page, LIST)
    line = edit(qtbot, page, cell(page, 1, "delegation"))
    assert isinstance(line, DelegationLine)
    qtbot.keyClicks(line, "ke")
    assert "Kenya" in line._names.stringList()
    line.setText("Kenya")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [words(page, row, "delegation") for row in (1, 2)] == ["Kenya", "Kenya"])
    assert words(page, 2, "remark") == "+ New"


def test_of_a_name_of_several_these_are_offered(qtbot, page):
    paste(qtbot, page, LIST)
    line = edit(qtbot, page, cell(page, 3, "delegation"))
    assert line._names.stringList() == ["France", "European Union Agency for Fundamental Rights"]
    line.setText("European Union Agency for Fundamental Rights")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(page, 3, "category") == "Regional mechanism")


def test_the_tick_is_set_by_the_space_bar(qtbot, page):
    paste(qtbot, page, LIST)
    page._table.setCurrentIndex(cell(page, 0, "name"))
    qtbot.keyClick(page._table, Qt.Key.Key_Space)
    assert page._take.text() == "&Take 3 rows"


def test_only_what_is_doubtful_can_be_shown_and_unticked(qtbot, page):
    paste(qtbot, page, LIST)
    page._people.show_only(DOUBTED)
    assert page._people.rowCount() == 3
    page._none.click()
    assert page._take.text() == "&Take 1 row"


def test_what_a_column_holds_can_be_corrected(qtbot, page):
    paste(qtbot, page, LIST)
    box = page._columns._boxes[2]
    box.setCurrentIndex(box.findData(""))
    box.activated.emit(box.currentIndex())
    assert words(page, 0, "function") == ""
    assert words(page, 0, "delegation") == "Kenya"


def test_the_remark_at_the_cursor_is_told_in_full(qtbot, page):
    paste(qtbot, page, LIST)
    page._table.setCurrentIndex(cell(page, 1, "name"))
    assert "a delegation of its own will be made" in page._remark.text()


def test_names_in_six_languages_are_put_over_the_shipped_ones(qtbot, page, workplace):
    paste(qtbot, page, NAMES)
    assert "1 delegation is called otherwise" in page._heading.text()
    assert "Atlantis" in page._heading.text()
    take(qtbot, page)
    assert [one.text for one in every(workplace, Wording)] == ["Тюркие"]


def test_a_file_that_cannot_be_read_is_told_and_the_page_stays(qtbot, page, workplace, tmp_path):
    path = tmp_path / "list.pdf"
    path.write_bytes(b"%PDF-1.7")
    with qtbot.waitSignal(workplace.refused) as told:
        page.read_file(path)
    assert "list.pdf" in str(told.args[0])
    assert not page.is_begun
    assert "Take in participants" in page._heading.text()


def test_a_file_dropped_on_the_window_is_read_while_the_page_is_shown(qtbot, panel, page, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Name;Country\nDelegate One;Kenya\n", encoding="utf-8")
    assert panel.take_files([path])
    qtbot.waitUntil(lambda: page.is_begun)
    page.left.emit()
    assert not panel.take_files([path])


def test_escape_goes_back_to_the_outline_and_what_was_read_is_still_there(qtbot, panel, page):
    qtbot.keyClick(page._source.field, Qt.Key.Key_Escape)
    assert panel.tree.isVisible()
    panel.take_in_participants()
    paste(qtbot, page, LIST)
    page._back.click()
    panel.take_in_participants()
    assert page.is_begun
    assert page._table.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_has_a_name_and_the_page_speaks_each_language(qtbot, panel, page, language):
    paste(qtbot, page, LIST)
    interface.use(language)
    panel.retranslate()
    for part in page.findChildren(QWidget):
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.isVisible():
            name = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
            assert name or part.parentWidget().accessibleName() or part.focusProxy(), part
    kenya = next(entry for entry in shipped().entries if entry.code == "KEN")
    assert words(page, 0, "delegation") == kenya.name(language)


def test_five_thousand_rows_are_shown_and_corrected_without_waiting(qtbot, page, workplace):
    names = [entry.names["en"] for entry in shipped().entries]
    text = "Name\tCountry\n" + "".join(f"Person {at}\t{names[at % len(names)]}\n" for at in range(5000))
    found = workplace.ask(lambda reader: preview_pasted(text, "list", read_known(reader)))
    started = time.perf_counter()
    page.show_preview(found)
    page.grab()
    assert page._people.rowCount() == 5000
    page._people.setData(cell(page, 4000, "name"), "Somebody else")
    page._people.setData(cell(page, 4000, "delegation"), "FRA")
    assert time.perf_counter() - started < 2  # seconds; a tenth of it on an idle machine
