"""A desk in memory with what the exchange with other programs needs: a public session, notes, recommendations."""

import xml.etree.ElementTree as ET
import zipfile
from io import BytesIO
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from hrdesk.exchange.tools.export import Prepared, prepare
from hrdesk.exchange.tools.matching import Matched, keyed, match
from hrdesk.files.delimited import read_delimited
from hrdesk.paths import resources_folder
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk

PROJECT = "{urn:QDA-XML:project:1.0}"
CODEBOOK = "{urn:QDA-XML:codebook:1.0}"


class ToolDesk(MemoryDesk):
    """A desk with one public session."""

    def __init__(self, number: int = 0, **of_session: Any) -> None:
        super().__init__(number)
        told = {"sensitivity": "public", **of_session}
        self.session = str(self.do("new-consultation", title="Workshop", language="en", **told)["session"])

    def do(self, command: str, /, **arguments: Any) -> Any:
        return self.run(COMMANDS[command], **arguments)

    def note(self, text: str, **fields: Any) -> str:
        return str(self.do("keep-note", session=self.session, text=text, **fields)["id"])

    def recommend(self, text: str, *notes: str, **fields: Any) -> str:
        return str(self.do("make-recommendation", notes=list(notes), text=text, **fields)["id"])

    def prepare(self, form: str, language: str = "en", limit: str = "restricted") -> Prepared:
        return prepare(self.reader, form, language, limit)

    def project(self, **told: Any) -> tuple[ET.Element, dict[str, str]]:
        """Give the XML and the texts of the coded notes, held against the standard's schema."""
        content = self.prepare(".qdpx", **told).content
        with zipfile.ZipFile(BytesIO(content)) as package:
            hold_against(package.read("project.qde"), "Project.xsd")
            root = ET.fromstring(package.read("project.qde"))
            texts = {name: package.read(name).decode() for name in package.namelist() if name.startswith("Sources/")}
        return root, texts

    def everything(self, form: str, **told: Any) -> str:
        """Give all that a file says, unpacked."""
        return unpacked(self.prepare(form, **told).content)

    def rows(self, content: bytes | None = None) -> list[dict[str, str]]:
        """Give the table as it reads back."""
        return keyed(read_delimited(content or self.prepare(".csv").content, "t.csv").rows, "t.csv")[0]

    def match(self, rows: list[dict[str, str]], **told: Any) -> Matched:
        return match(self.reader, rows, **told)


def unpacked(content: bytes) -> str:
    """Give all that a file says."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig")
    with zipfile.ZipFile(BytesIO(content)) as package:
        return "\n".join(package.read(name).decode() for name in package.namelist())


def hold_against(content: bytes, schema: str) -> None:
    """Fail where a document is not valid against a schema."""
    etree.XMLSchema(etree.parse(resources_folder() / "schemas" / "refi-qda" / schema)).assertValid(
        etree.fromstring(content)
    )
