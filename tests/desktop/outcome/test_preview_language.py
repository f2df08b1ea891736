"""The preview begins with the language in which the document is written."""

from hrdesk.agenda.queries import consultation
from hrdesk.desktop.outcome.preview_pane import PreviewPane
from hrdesk.records import OutcomeDocument


def shown_first(room) -> str:
    pane = PreviewPane(room.workplace)
    room.qtbot.addWidget(pane)
    assert pane.export._language == pane.language.currentData()
    return str(pane.language.currentData())


def test_before_there_is_a_document_the_consultation_says_in_which_language_it_is_looked_at(room):
    held = room.workplace.ask(consultation)
    if held is None:
        room.run("add", kind="consultation", title="ورشة", language="ar")
    else:
        room.run("edit", id=held.id, language="ar")
    assert shown_first(room) == "ar"


def test_a_document_is_looked_at_first_in_the_language_it_is_written_in(composed):
    head = composed.workplace.ask(lambda reader: reader.every(OutcomeDocument)[0])
    composed.run("edit", id=head.id, language="fr")
    assert shown_first(composed) == "fr"
