"""The sample consultation, built as people would: a staff desk, a starter bundle, two rapporteurs, their bundles.

Everything goes through the same commands and bundles as real work; the texts are in ``resources/samples``.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrdesk.agenda.concept_note import read_concept_note
from hrdesk.agenda.queries import agenda_items, sessions
from hrdesk.desk import Desk, system_clock
from hrdesk.exchange.bundle import SUFFIX
from hrdesk.exchange.giving import give
from hrdesk.exchange.merging import join, merge
from hrdesk.files.document import read_document
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _
from hrdesk.paths import resources_folder
from hrdesk.records import Paragraph
from hrdesk.records.ids import positions
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

MERGED = "merged.hrdesk"
RAPPORTEURS = ("first", "second")


@dataclass(frozen=True)
class Built:
    """The files that the sample's main job leaves: two desks, their bundles, the starter, the merged desk."""

    desks: tuple[Path, ...]
    bundles: tuple[Path, ...]
    starter: Path
    merged: Path


class _Story:
    """Tells the sample's story on three desks in one folder; ``ids`` are learned by key as records are made."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        samples = resources_folder() / "samples"
        self.folder = folder
        self.say = say
        self.told: dict[str, Any] = json.loads((samples / "sample.json").read_text("utf-8"))
        self.note = samples / self.told["consultation"]["concept_note"]
        self.ids: dict[str, str] = {}

    def run(self) -> Built:
        """Do the whole job."""
        staff = Desk.create(self.folder / MERGED, self._profile("staff"), system_clock)
        desks: dict[str, Desk] = {}
        try:
            self.say(_("The concept note is read into a new desk."))
            self._set_up(staff)
            starter = self._bundle(staff, "starter")
            for seat in RAPPORTEURS:
                desks[seat] = join(starter, self.folder / f"{seat}.hrdesk", self._profile(seat), system_clock)
                name = next(one["name"] for one in self.told["seats"] if one["key"] == seat)
                self._do(desks[seat], "take-seat", seat=self.ids[seat], name=name, role="rapporteur")
            self.say(_("Two rapporteurs take notes on two desks."))
            self._take_notes(desks)
            self._recommend(desks)
            self._disagree(desks)
            self.say(_("Their bundles are merged."))
            bundles = tuple(self._bundle(desks[seat], seat) for seat in RAPPORTEURS)
            merge(staff, bundles)
            self._give_the_floor(staff)
            self.say(_("The recommendations are adopted, worded in six languages and put into the outcome document."))
            self._adopt(staff)
            self._compose(staff)
        finally:
            for desk in (staff, *desks.values()):
                desk.close()
        return Built(
            tuple(self.folder / f"{seat}.hrdesk" for seat in RAPPORTEURS), bundles, starter, self.folder / MERGED
        )

    def _set_up(self, staff: Desk) -> None:
        note = read_concept_note(read_document(self.note))
        found = [{"key": one.key, "kind": one.kind, "values": dict(one.values)} for one in note.found]
        made = self._do(staff, "take-concept-note", found=found)
        classes = {
            name: self.told["consultation"][name] for name in ("language", "time_zone", "sensitivity", "attribution")
        }
        self._do(staff, "edit", id=made["consultation"], **classes)
        with staff.reading() as reader:
            numbers = {one.id: (one.number or "").strip(" .") for one in agenda_items(reader)}
            by_number = {numbers.get(one.agenda_item or "", ""): one.id for one in sessions(reader)}
        for one in self.told["sessions"]:
            given = {name: one[name] for name in ("starts", "ends", "sensitivity", "attribution")}
            given |= {"title": one["title"]["en"], "time_zone": classes["time_zone"]}
            held = by_number.get(str(one["agenda_item"]))
            if held:
                self._do(staff, "edit", id=held, **given)
            else:
                held = self._do(staff, "add", kind="session", **given)["id"]
            self.ids[one["key"]] = held
            self._word(staff, held, "title", one["title"], "en")
        for one in self.told["speakers"]:
            if not one["protected"]:
                self._add_speaker(staff, one)
                self._word(staff, self.ids[one["key"]], "affiliation", one["affiliation"], "en")
        for one in self.told["seats"]:
            self.ids[one["key"]] = self._do(staff, "add", kind="seat", name=one["name"], role=one["role"])["id"]
        self._do(staff, "take-seat", seat=self.ids["staff"], name=self.told["seats"][0]["name"], role="staff")

    def _take_notes(self, desks: Mapping[str, Desk]) -> None:
        protected = {one["key"]: one for one in self.told["speakers"] if one["protected"]}
        for one in self.told["notes"]:
            desk = desks[one["seat"]]
            speaker = one["speaker"]
            if speaker in protected:
                # Who is protected is known only at the desk where that person spoke.
                self._add_speaker(desk, protected[speaker])
            given = {name: one[name] for name in ("text", "note_kind", "language", "sensitivity", "at") if name in one}
            made = self._do(desk, "keep-note", session=self.ids[one["session"]], speaker=self.ids[speaker], **given)
            self.ids[one["key"]] = made["id"]
        self._swap(desks)

    def _recommend(self, desks: Mapping[str, Desk]) -> None:
        conflict = self.told["conflict"]
        for one in self.told["recommendations"]:
            desk = desks[one["seat"]]
            given = {
                name: one[name]
                for name in (
                    "language",
                    "area",
                    "theme",
                    "strength",
                    "strength_as_written",
                    "time_frame",
                    "time_frame_as_written",
                )
                if one.get(name)
            }
            text = conflict["before"] if one["key"] == conflict["record"] else one["text"]
            notes = [self.ids[note] for note in one["notes"]]
            made = self._do(desk, "make-recommendation", notes=notes, text=text, **given)["id"]
            self.ids[one["key"]] = made
            self._do(desk, "tag", item=made, scheme="theme", name=one["theme"])
            for group in one["groups"]:
                self._do(desk, "tag", item=made, scheme="group", name=group)
            for body in one["addressees"]:
                self._do(desk, "address", recommendation=made, **body)
        self._swap(desks)

    def _disagree(self, desks: Mapping[str, Desk]) -> None:
        """Both rapporteurs change one wording, neither having seen the other's: the planned conflict."""
        conflict = self.told["conflict"]
        record = self.ids[conflict["record"]]
        self._do(desks["second"], "edit", id=record, **{conflict["field"]: conflict["second"]})
        for tag in ("Reports", "Secretary-General"):
            self._do(desks["first"], "tag", item=record, name=tag)
        self._do(desks["first"], "edit", id=record, **{conflict["field"]: conflict["first"]})

    def _give_the_floor(self, staff: Desk) -> None:
        """Leave a list of speakers at which somebody has spoken and others wait; no clock is left running."""
        told = self.told["floor"]
        session = self.ids[told["session"]]
        self._do(staff, "choose-format", session=session, format=told["format"])
        asked = {one: self._do(staff, "inscribe", session=session, person=self.ids[one])["id"] for one in told["list"]}
        for one in told["spoken"]:
            self._do(staff, "call", session=session, request=asked[one["speaker"]])
            self._do(staff, "start", session=session)
            self._do(staff, "confirm-elapsed", session=session, seconds=one["seconds"])
            self._do(staff, "stop", session=session)

    def _adopt(self, staff: Desk) -> None:
        order = positions(len(self.told["recommendations"]))
        for one, position in zip(self.told["recommendations"], order, strict=True):
            made = self.ids[one["key"]]
            self._do(staff, "edit", id=made, position=position)
            if one["status"] == "adopted":
                self._do(staff, "adopt", recommendation=made)
            self._word(staff, made, "text", one["translations"], one["language"])

    def _compose(self, staff: Desk) -> None:
        head = self.told["document"]
        given = {name: head[name] for name in ("symbol", "distribution", "language", "council_session", "date")}
        given |= {"title": head["title"]["en"], "author": head["author"]["en"]}
        made = self._do(staff, "compose-outcome", notes=False, **given)
        for name in ("title", "author"):
            self._word(staff, made["id"], name, head[name], "en")
        for item in head["agenda_items"]:
            held = self._do(staff, "add-council-item", number=item["number"], title=item["title"]["en"])["id"]
            self._word(staff, held, "title", item["title"], "en")
        note = head["footnote"]
        held = self._do(staff, "add", kind="footnote", owner=made["id"], mark=note["mark"], text=note["text"]["en"])[
            "id"
        ]
        self._word(staff, held, "text", note["text"], "en")
        headings = {
            key: made["headings"].get(self.ids.get(key, key))
            for key in ("introduction", "s1", "s2", "s3", "conclusions")
        }
        with staff.reading() as reader:
            first = {one.parent: one.id for one in reversed(reader.every(Paragraph))}
            opening = next(one.id for one in reader.every(Paragraph) if one.parent == headings["introduction"])
        for one in self.told["paragraphs"]:
            under = headings.get(one["section"])
            held = self._do(
                staff,
                "add-paragraph",
                text=one["text"][one["language"]],
                language=one["language"],
                role="summary" if one["section"] == "summary" else "paragraph",
                under=under,
                before=first.get(under) if one["section"] == "conclusions" else None,
                sensitivity="public",
            )["id"]
            self._word(staff, held, "text", one["text"], one["language"])
        for key in ("s1", "s2", "s3"):
            title = next(one["title"] for one in self.told["sessions"] if one["key"] == key)
            self._word(staff, str(headings[key]), "text", title, "en")
        # The sample's own introduction says it better than the sentence that composing proposes.
        self._do(staff, "delete", id=opening)

    def _add_speaker(self, desk: Desk, one: Mapping[str, Any]) -> None:
        given = {name: one[name] for name in ("category", "protected", "pseudonym", "consent") if name in one}
        self.ids[one["key"]] = self._do(desk, "add", kind="person", affiliation=one["affiliation"]["en"], **given)["id"]

    def _word(self, desk: Desk, item: str, name: str, texts: Mapping[str, str], source: str) -> None:
        for language in LANGUAGES:
            if language != source and language in texts:
                self._do(
                    desk, "translate", item=item, field=name, language=language, text=texts[language], status="reviewed"
                )

    def _swap(self, desks: Mapping[str, Desk]) -> None:
        """In the evening each rapporteur takes the other's bundle in."""
        bundles = {seat: self._bundle(desk, seat) for seat, desk in desks.items()}
        for seat, desk in desks.items():
            merge(desk, [path for other, path in bundles.items() if other != seat])

    def _bundle(self, desk: Desk, name: str) -> Path:
        with desk.reading() as reader:
            return give(reader, self.folder / f"{name}{SUFFIX}", desk.file.profile, desk.file.now()).path

    def _do(self, desk: Desk, command: str, **arguments: Any) -> Any:
        return desk.run(COMMANDS[command], **arguments)

    def _profile(self, name: str) -> Profile:
        return Profile(self.folder / "profiles" / name)


def build(folder: Path, say: Callable[[str], None] = lambda _sentence: None) -> Built:
    """Build the sample in ``folder``: two desks, their bundles, the merged desk; ``say`` hears of each step."""
    folder.mkdir(parents=True, exist_ok=True)
    return _Story(folder, say).run()
