"""A draft that comes back: what each delegation changed becomes a proposal of its own, once and for all."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.files.returned import read_returned
from hrdesk.language import LANGUAGES
from hrdesk.outcome.docx import write_docx
from hrdesk.outcome.word_draft import word_draft
from hrdesk.recommendations.returned import look
from hrdesk.recommendations.returned_changes import ReturnedChange, ReturnedDraft
from hrdesk.recommendations.rules.anchors import anchor, tidy
from hrdesk.records import Amendment, Delegation, Recommendation
from hrdesk.work import COMMANDS
from tests.files.word_pages import W, comment, marked, paragraph, put_in, rewritten, run, taken_out
from tests.store.desks import MemoryDesk

TEXTS = {
    "en": "States should cooperate with regional mechanisms, A/HRC/RES/12/2.",
    "fr": "Les États devraient coopérer avec les mécanismes régionaux ; l’échange est utile.",
    "es": "Los Estados deberían cooperar con los mecanismos regionales.",
    "ru": "Государствам следует сотрудничать с региональными механизмами.",
    "ar": "ينبغي للدول أن تتعاون مع الآليات الإقليمية.",
    "zh": "各国应与区域机制合作。",
}


class Draft:
    """A desk with one recommendation in each language under negotiation, and the draft as it was sent."""

    def __init__(self, number: int = 0) -> None:
        self.desk = MemoryDesk(number)
        self.do("new-consultation", title="Workshop", language="en", sensitivity="public")
        made = {"notes": [], "sensitivity": "public"}
        self.ids = {
            language: self.do("make-recommendation", text=text, language=language, **made)["id"]
            for language, text in TEXTS.items()
        }
        self.do("open-negotiation-several", recommendations=list(self.ids.values()))
        self.do("keep-draft-version")
        self.sent = write_docx(word_draft(self.desk.reader, "en").document)
        self.more: list[str] = []
        self.bookmarks: list[str] = []

    def do(self, command, /, **arguments):
        return self.desk.run(COMMANDS[command], **arguments)

    def bookmark(self, language: str) -> str:
        return anchor(self.ids[language], TEXTS[language])

    def returned(self, folder: Path, inside=None, behind: str = "", comments: str = "") -> ReturnedDraft:
        """Give what the desk reads in the draft as it comes back, ``inside`` by language."""
        parts = {"word/comments.xml": f"<w:comments {W}>{comments}</w:comments>"} if comments else None
        told = {self.bookmark(language): inner for language, inner in (inside or {}).items()}
        path = folder / "returned.docx"
        path.write_bytes(rewritten(self.sent, told, behind, parts))
        return look(self.desk.reader, read_returned(path))

    def take(self, found: ReturnedDraft) -> list[str]:
        return self.do("take-returned-draft", changes=[one.told(found.origin) for one in found.changes])["ids"]

    def only(self, found: ReturnedDraft) -> ReturnedChange:
        (one,) = found.changes
        return one


@pytest.fixture
def draft():
    made = Draft()
    yield made
    made.desk.close()


@pytest.fixture(scope="module")
def standing():
    made = Draft()
    yield made
    made.desk.close()


PIECES = st.lists(
    st.tuples(st.sampled_from(("kept", "out", "in")), st.integers(1, 9), st.text("ab ий和ة\n\t[]<&é", max_size=5)),
    max_size=7,
)


@given(st.sampled_from(LANGUAGES), PIECES)
@settings(max_examples=60, deadline=None)
def test_what_was_written_into_a_draft_is_read_exactly_as_it_was_written(tmp_path_factory, standing, language, pieces):
    left, inner, after = TEXTS[language], "", ""
    for kind, length, words in pieces:
        if kind == "in":
            inner, after = inner + (put_in(words) if words else ""), after + words
            continue
        taken, left = left[:length], left[length:]
        inner += (run(taken) if kind == "kept" else taken_out(taken)) if taken else ""
        after += taken if kind == "kept" else ""
    inner, after = inner + (run(left) if left else ""), after + left
    found = standing.returned(tmp_path_factory.getbasetemp(), {language: inner})
    if tidy(after) == tidy(TEXTS[language]):
        assert found.changes == ()
        return
    one = standing.only(found)
    assert (one.base, one.text, one.language) == (TEXTS[language], tidy(after), language)
    assert (one.recommendation.id, one.delegation, one.is_outdated) == (standing.ids[language], "KEN", False)


@given(st.sampled_from(LANGUAGES), st.lists(st.tuples(st.integers(0, 2), st.integers(1, 9)), max_size=9))
@settings(max_examples=40, deadline=None)
def test_what_each_of_two_authors_struck_is_read_apart(tmp_path_factory, standing, language, cuts):
    left, inner, wanted = TEXTS[language], "", {"Kenya": "", "Chile": ""}
    for author, length in [*cuts, (0, len(left))]:
        taken, left = left[:length], left[length:]
        if taken:
            inner += run(taken) if not author else taken_out(taken, ("Kenya", "Chile")[author - 1])
        wanted = {
            name: text + taken * (author != number) for number, (name, text) in enumerate(wanted.items(), start=1)
        }
    found = standing.returned(tmp_path_factory.getbasetemp(), {language: inner})
    told = {one.author: one.text for one in found.changes}
    assert told == {name: tidy(text) for name, text in wanted.items() if tidy(text) != tidy(TEXTS[language])}


def test_a_draft_that_nobody_touched_proposes_nothing(draft, tmp_path):
    found = draft.returned(tmp_path)
    assert (found.changes, found.asides, found.missing, found.version) == ((), (), 0, "Rev.1")


def test_changes_become_amendments_of_the_delegation_and_comments_beside_them(draft, tmp_path):
    ranged = '<w:commentRangeStart w:id="5"/>' + run("States") + '<w:commentRangeEnd w:id="5"/>'
    inner = (
        ranged
        + taken_out(" should")
        + put_in(" shall")
        + put_in(" always", "Ms. Nobody")
        + run(TEXTS["en"].removeprefix("States should"))
    )
    found = draft.returned(tmp_path, {"en": inner}, comments=comment("5", "Which?", "Délégation du Chili"))
    draft.take(found)
    made = draft.desk.reader.every(Amendment)
    named = {one.id: one.name for one in draft.desk.reader.every(Delegation)}
    assert [(named.get(one.delegation, one.proposed_by), one.amendment_kind, one.outcome) for one in made] == [
        ("Kenya", "text", "proposed"),
        ("Ms. Nobody", "text", "proposed"),
        ("Chile", "comment", "proposed"),
    ]
    assert made[0].text == TEXTS["en"].replace("should", "shall")
    assert made[1].text == TEXTS["en"].replace("should", "should always")
    assert made[2].text == "“States”\nWhich?"
    assert {one.base for one in made} == {TEXTS["en"]}
    assert made[0].origin.startswith("Rev.1 ")


def test_the_same_file_proposes_nothing_twice_on_one_desk_or_on_two(draft, tmp_path):
    other = MemoryDesk(1)
    other.take(draft.desk.changes())
    found = draft.returned(tmp_path, {"fr": put_in("Tous ") + run(TEXTS["fr"])}, paragraph(put_in("Brand new")))
    assert len(draft.take(found)) == 2
    again = draft.returned(tmp_path, {"fr": put_in("Tous ") + run(TEXTS["fr"])}, paragraph(put_in("Brand new")))
    assert [one.is_taken_in for one in again.changes] == [True, True]
    with pytest.raises(Refused, match="taken in before"):
        draft.take(again)
    other.run(COMMANDS["take-returned-draft"], changes=[one.told(found.origin) for one in found.changes])
    other.take(draft.desk.changes())
    assert len(other.reader.every(Amendment)) == len(draft.desk.reader.every(Amendment)) == 2
    assert len(other.reader.every(Recommendation)) == 7
    other.close()


def test_taking_in_is_one_step_that_is_undone_at_once(draft, tmp_path):
    found = draft.returned(tmp_path, {"en": put_in("All ") + run(TEXTS["en"])}, paragraph(put_in("Brand new")))
    before = draft.desk.visible()
    draft.take(found)
    assert draft.desk.undo() == "take-returned-draft"
    assert draft.desk.visible() == before


def test_a_new_paragraph_is_proposed_as_a_recommendation_that_is_restricted(draft, tmp_path):
    found = draft.returned(tmp_path, behind=paragraph(put_in("States should meet.", "Brazil")))
    one = draft.only(found)
    assert (one.kind, one.text, one.delegation, one.sensitivity) == ("new", "States should meet.", "BRA", "restricted")
    draft.take(found)
    made = draft.desk.reader.every(Recommendation)[-1]
    assert (made.text, made.status, made.sensitivity) == ("States should meet.", "proposed", "restricted")
    (said,) = draft.desk.reader.every(Amendment, recommendation=made.id)
    assert said.outcome == "applied"


def test_an_edit_that_was_not_tracked_is_told_as_nobodys(draft, tmp_path):
    one = draft.only(draft.returned(tmp_path, {"es": run(TEXTS["es"].replace("deberían", "deben"))}))
    assert (one.author, one.delegation, one.base) == ("", "", TEXTS["es"])
    assert "deben" in one.text


def test_a_passage_that_was_struck_is_proposed_to_go_and_one_that_was_moved_is_not(draft, tmp_path):
    gone, moved = taken_out(TEXTS["ru"]), taken_out(TEXTS["zh"], tag="moveFrom")
    behind = paragraph(put_in(TEXTS["zh"], tag="moveTo"))
    found = draft.returned(tmp_path, {"ru": gone, "zh": moved}, behind)
    one = draft.only(found)
    assert (one.recommendation.id, one.text) == (draft.ids["ru"], "")
    draft.take(found)
    assert draft.desk.reader.every(Amendment)[0].text is None


def test_a_text_that_has_moved_on_keeps_the_base_that_was_sent(draft, tmp_path):
    draft.do("reword", recommendation=draft.ids["en"], text="States shall cooperate.")
    one = draft.only(draft.returned(tmp_path, {"en": put_in("All ") + run(TEXTS["en"])}))
    assert (one.base, one.is_outdated) == (TEXTS["en"], True)


def test_an_alternative_that_is_edited_is_proposed_to_the_alternative(draft, tmp_path):
    told = "States may cooperate."
    draft.do("propose-alternative", recommendation=draft.ids["en"], text=told)
    draft.sent = write_docx(word_draft(draft.desk.reader, "en").document)
    path = tmp_path / "returned.docx"
    path.write_bytes(rewritten(draft.sent, {anchor(draft.ids["en"], told): run(told) + put_in(" Fully.")}))
    one = draft.only(look(draft.desk.reader, read_returned(path)))
    assert (one.base, one.text, one.recommendation.id) == (told, f"{told} Fully.", draft.ids["en"])


def test_passages_whose_bookmarks_were_lost_are_known_by_their_words(draft, tmp_path):
    path = tmp_path / "returned.docx"
    data = rewritten(draft.sent, {draft.bookmark("ar"): run(TEXTS["ar"]) + put_in(" الآن")})
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w") as new:
        content = old.read("word/document.xml").decode()
        new.writestr("word/document.xml", re.sub("<w:bookmark(Start|End)[^>]*>", "", content))
    found = look(draft.desk.reader, read_returned(path))
    one = draft.only(found)
    assert (one.text, one.is_found_by_words, one.recommendation.id) == (
        f"{TEXTS['ar']} الآن",
        True,
        draft.ids["ar"],
    )
    assert found.missing == 0


def test_what_stands_outside_of_the_recommendations_is_told_and_not_lost(draft, tmp_path):
    path = tmp_path / "returned.docx"
    path.write_bytes(rewritten(draft.sent, {"_hro_0": run("Workshop") + put_in(" of Nairobi")}))
    (one,) = look(draft.desk.reader, read_returned(path)).asides
    assert (one.author, one.text, one.why) == ("Kenya", "Workshop of Nairobi", "own")


def test_a_draft_of_another_consultation_is_refused(draft, tmp_path):
    other = Draft(2)
    path = tmp_path / "returned.docx"
    path.write_bytes(other.sent)
    with pytest.raises(Refused, match="another consultation"):
        look(draft.desk.reader, read_returned(path))
    other.desk.close()


def test_the_name_of_a_protected_person_is_not_kept(draft, tmp_path):
    draft.do("add", kind="person", name="Maria Plugh", protected=True, pseudonym="Speaker 7")
    one = draft.only(draft.returned(tmp_path, {"en": put_in("All ", "Maria Plugh") + run(TEXTS["en"])}))
    assert (one.author, one.is_hidden) == ("", True)


def test_a_strange_change_is_refused(draft):
    for change in ({}, {"kind": "text", "id": "x"}, {"kind": "text", "text": 1}, {"kind": "other"}):
        with pytest.raises(Refused):
            draft.do("take-returned-draft", changes=[change])


def copied(bookmark: str, inner: str, number: str = "6.\t") -> str:
    """Give a paragraph as LibreOffice puts it where it was moved or copied to, under a name cut at forty signs."""
    return paragraph(put_in(number) + marked(f"{bookmark}_Copy_1"[:40], inner, 99), end="moveTo")


def test_a_text_that_libreoffice_moved_stays_and_what_was_changed_in_it_is_proposed(draft, tmp_path):
    moved = copied(draft.bookmark("zh"), put_in(TEXTS["zh"]))
    found = draft.returned(tmp_path, {"zh": taken_out(TEXTS["zh"])}, moved)
    assert (found.changes, [(one.text, one.why) for one in found.asides]) == ((), [(TEXTS["zh"], "moved")])
    changed = copied(draft.bookmark("zh"), put_in("各方，") + put_in("现在", "Chile") + put_in(TEXTS["zh"]))
    found = draft.returned(tmp_path, {"zh": taken_out(TEXTS["zh"])}, changed)
    assert [(one.author, one.text, one.stands_on, one.recommendation.id) for one in found.changes] == [
        ("Kenya", f"各方，{TEXTS['zh']}", (), draft.ids["zh"]),
        ("Chile", f"各方，现在{TEXTS['zh']}", ("Kenya",), draft.ids["zh"]),
    ]


def test_a_text_that_was_cut_and_put_in_elsewhere_is_moved_also_without_its_bookmark(draft, tmp_path):
    there = paragraph(put_in(f"4.\t{TEXTS['ru']}") + '<w:r><w:commentReference w:id="5"/></w:r>')
    found = draft.returned(tmp_path, {"ru": taken_out(TEXTS["ru"])}, there, comment("5", "Better here"))
    one = draft.only(found)
    assert (one.kind, one.text, one.recommendation.id) == ("comment", "Better here", draft.ids["ru"])
    assert [aside.why for aside in found.asides] == ["moved"]


def test_a_copy_of_a_text_that_stands_is_nothing_until_it_is_changed(draft, tmp_path):
    assert draft.returned(tmp_path, behind=copied(draft.bookmark("en"), put_in(TEXTS["en"]))).changes == ()
    one = draft.only(draft.returned(tmp_path, behind=copied(draft.bookmark("en"), put_in("Bodies should meet."))))
    assert (one.kind, one.text) == ("new", "Bodies should meet.")


def with_joined(data: bytes, *bookmarks: str) -> bytes:
    """Give the draft with the ends taken out of the paragraphs of these bookmarks."""
    end = "<w:rPr><w:del w:id='9' w:author='Kenya' w:date='2026-11-20T10:11:00Z'/></w:rPr>"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            for bookmark in bookmarks if name == "word/document.xml" else ():
                place = content.rindex("</w:pPr>", 0, content.index(bookmark))
                content = content[:place] + end + content[place:]
            new.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def three():
    """Give a draft of three texts in one language that follow each other without a line between them."""
    made = Draft()
    texts = ["Bodies meet.", "Bodies publish.", "Bodies visit."]
    made.more = [made.do("make-recommendation", notes=[], text=text, sensitivity="public")["id"] for text in texts]
    made.do("open-negotiation-several", recommendations=made.more)
    made.sent = write_docx(word_draft(made.desk.reader, "en").document)
    made.bookmarks = [anchor(*one) for one in zip(made.more, texts, strict=True)]
    yield made
    made.desk.close()


def test_texts_that_were_joined_are_proposed_as_one_and_the_others_to_go(three, tmp_path):
    three.sent = rewritten(
        with_joined(three.sent, *three.bookmarks[:2]),
        {three.bookmarks[2]: run("Bodies visit.") + put_in(" Now.", "Chile")},
    )
    found = three.returned(tmp_path)
    assert [(one.author, one.base, one.text, bool(one.at)) for one in found.changes] == [
        ("Kenya", "Bodies meet.", "Bodies meet. Bodies publish. Bodies visit.", True),
        ("Kenya", "Bodies publish.", "", True),
        ("Chile", "Bodies visit.", "Bodies visit. Now.", True),
        ("Kenya", "Bodies visit.", "", True),
    ]


def test_a_text_that_was_struck_with_its_end_joins_only_those_around_it(three, tmp_path):
    struck = {three.bookmarks[1]: taken_out("Bodies publish.")}
    whole = three.sent
    three.sent = rewritten(with_joined(whole, three.bookmarks[1]), struck)
    one = three.only(three.returned(tmp_path))
    assert (one.base, one.text) == ("Bodies publish.", "")
    three.sent = rewritten(with_joined(whole, *three.bookmarks[:2]), struck)
    assert [(one.base, one.text) for one in three.returned(tmp_path).changes] == [
        ("Bodies meet.", "Bodies meet. Bodies visit."),
        ("Bodies publish.", ""),
        ("Bodies visit.", ""),
    ]


def test_what_was_joined_with_a_stricter_text_or_a_line_of_ours_is_told_and_not_proposed(three, tmp_path):
    three.do("edit", id=three.more[1], sensitivity="restricted")
    three.sent = with_joined(three.sent, three.bookmarks[0])
    found = three.returned(tmp_path)
    assert (found.changes, [(one.author, one.text) for one in found.asides]) == (
        (),
        [("Kenya", "Bodies meet. Bodies publish.")],
    )
    three.sent = with_joined(three.sent, three.bookmark("en"))
    assert three.returned(tmp_path).asides[0].text.startswith(f"{TEXTS['en']} [Original")


def test_a_join_that_was_not_tracked_is_nobodys(three, tmp_path):
    sent = zipfile.ZipFile(io.BytesIO(three.sent)).read("word/document.xml").decode()
    number = sent[: sent.index(three.bookmarks[0])].rpartition('w:id="')[2].partition('"')[0]
    inner = run("Bodies meet.") + f'<w:bookmarkEnd w:id="{number}"/>' + run("3.\t")
    inner += (
        f'<w:bookmarkStart w:id="77" w:name="{three.bookmarks[1]}"/>'
        + run("Bodies publish.")
        + '<w:bookmarkEnd w:id="77"/>'
    )
    three.sent = rewritten(three.sent, {three.bookmarks[0]: inner})
    assert [(one.author, one.text) for one in three.returned(tmp_path).changes] == [
        ("", "Bodies meet. Bodies publish."),
        ("", ""),
    ]


def test_a_new_paragraph_that_took_a_number_along_is_known_again_when_it_was_taken_in(draft, tmp_path):
    behind = paragraph(run("7.\t") + put_in("States should meet.", "Brazil"), end="ins")
    one = draft.only(draft.returned(tmp_path, behind=behind))
    assert (one.kind, one.text, one.is_taken_in) == ("new", "States should meet.", False)
    draft.take(draft.returned(tmp_path, behind=behind))
    assert draft.only(draft.returned(tmp_path, behind=behind)).is_taken_in
