"""Writes coded notes as a REFI-QDA project (.qdpx): one XML file and one plain text for each source, zipped.

The same content always gives the same bytes. Positions count Unicode code points from 0, the end is not included, and
lines of the texts end in LF, so that every program counts alike. Values of passages stand in cases, because the
standard gives values to sources and cases only.
"""

import io
import xml.etree.ElementTree as ET
import zipfile

from hrdesk.exchange.tools.composing import Passage, Project, Source
from hrdesk.exchange.tools.guids import made_guid
from hrdesk.exchange.tools.refi import ORIGIN, PROJECT_SPACE, add_codes, document, element, plain_xml
from hrdesk.records import disclosure

MAIN_PART = "project.qde"
FOLDER = "Sources"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def write_project(project: Project) -> bytes:
    """Write a project; who composed it asked what may leave, and this refuses what says otherwise of itself."""
    _check(project)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        parts = [(MAIN_PART, document(_root(project)))]
        parts += [(f"{FOLDER}/{one.guid}.txt", one.text.encode()) for one in project.sources]
        for name, content in parts:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, _READABLE
            package.writestr(info, content)
    return file.getvalue()


def _check(project: Project) -> None:
    for source in project.sources:
        for one in source.passages:
            if not disclosure.may_appear(one.variables["sensitivity"], "tool"):
                raise ValueError(one.guid)


def _root(project: Project) -> ET.Element:
    root = ET.Element("Project", {"xmlns": PROJECT_SPACE, "name": plain_xml(project.name), "origin": ORIGIN})
    if project.users:
        users = element(root, "Users")
        for guid, name in project.users.items():
            element(users, "User", guid=guid, name=name)
    add_codes(element(element(root, "CodeBook"), "Codes"), project.codes)
    if project.variables:
        variables = element(root, "Variables")
        for name in project.variables:
            told = "DateTime" if name == "time" else "Text"
            element(variables, "Variable", guid=made_guid("variable", name), name=name, typeOfVariable=told)
    if project.sources:
        cases = element(root, "Cases")
        for source in project.sources:
            for one in source.passages:
                _add_case(cases, source, one)
        sources = element(root, "Sources")
        for source in project.sources:
            _add_source(sources, source)
    return root


def _add_case(cases: ET.Element, source: Source, one: Passage) -> None:
    case = element(cases, "Case", guid=made_guid("case", one.guid), name=one.name)
    for name, value in one.variables.items():
        held = element(case, "VariableValue")
        element(held, "VariableRef", targetGUID=made_guid("variable", name))
        element(held, "DateTimeValue" if name == "time" else "TextValue", value)
    element(case, "SourceRef", targetGUID=source.guid)
    element(case, "SelectionRef", targetGUID=one.guid)


def _add_source(sources: ET.Element, source: Source) -> None:
    made = element(
        sources,
        "TextSource",
        guid=source.guid,
        name=source.name,
        plainTextPath=f"internal://{source.guid}.txt",
        creatingUser=source.passages[0].user,
        creationDateTime=source.at,
    )
    for one, start, end in source.spans():
        told = {"creatingUser": one.user, "creationDateTime": one.at}
        position = {"startPosition": str(start), "endPosition": str(end)}
        selection = element(made, "PlainTextSelection", guid=one.guid, name=one.name, **position, **told)
        for code in one.codes:
            coding = element(selection, "Coding", guid=made_guid("coding", one.guid, code), **told)
            element(coding, "CodeRef", targetGUID=code)
