"""The parts of a Word file beside its text: styles, settings, page, head and foot, and what the file says of itself.

Sizes are in half points (letters), twentieths of a point (everything else), as the format has them. The page follows
the manuscripts of the United Nations: A4, ten points on twelve, and a wide edge for the numbers of lines.
"""

from collections.abc import Mapping

from hrdesk.language import RIGHT_TO_LEFT

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}/relationships"'

LANGUAGES = {"ar": "ar-SA", "zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES"}
"""The codes under which Word checks spelling and chooses faces."""

CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The id under which a file holds properties of its own ([MS-OLEPS] 2.19)."""

FIRST_CUSTOM = 2
"""Numbers below it are the format's own."""

CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/custom.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
    "</Types>"
)


def _relations(told: Mapping[str, str]) -> str:
    links = (
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(told.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(links)}</Relationships>'


PACKAGE_RELATIONS = _relations(
    {
        "word/document.xml": f"{OFFICE}/relationships/officeDocument",
        "docProps/core.xml": f"{PACKAGE}/relationships/metadata/core-properties",
        "docProps/custom.xml": f"{OFFICE}/relationships/custom-properties",
    }
)

DOCUMENT_RELATIONS = _relations(
    {
        "styles.xml": f"{OFFICE}/relationships/styles",
        "settings.xml": f"{OFFICE}/relationships/settings",
        "header1.xml": f"{OFFICE}/relationships/header",
        "footer1.xml": f"{OFFICE}/relationships/footer",
    }
)
_HEADER, _FOOTER = "r3", "r4"

SETTINGS = (
    f'<w:settings {_NAMES}><w:zoom w:percent="100"/><w:trackRevisions/><w:defaultTabStop w:val="567"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat></w:settings>'
)

PAGE_NUMBER = (
    '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE'
    ' </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def main(body: str) -> str:
    """Give the document around its body."""
    return f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>"


def margin(kind: str, paragraph: str) -> str:
    """Give a head ("hdr") or foot ("ftr") of the pages."""
    return f"<w:{kind} {_NAMES}>{paragraph}</w:{kind}>"


def margin_paragraph(style: str, runs: str, is_mirrored: bool) -> str:
    """Give the one paragraph of a head or foot."""
    mirrored = "<w:bidi/>" if is_mirrored else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{mirrored}</w:pPr>{runs}</w:p>'


def section(is_mirrored: bool) -> str:
    """Give the page: its size and edges, its numbered lines, and that it is read from the right where it is."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{_HEADER}"/>'
        f'<w:footerReference w:type="default" r:id="{_FOOTER}"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1701" w:bottom="1418" w:left="1701" w:header="709" w:footer="709"'
        ' w:gutter="0"/>'
        '<w:lnNumType w:countBy="1" w:distance="340" w:restart="newPage"/>'
        f"{'<w:bidi/>' if is_mirrored else ''}</w:sectPr>"
    )


def letters(language: str, face: str) -> str:
    """Give the properties by which Word sets words in their language, from the right where they run so.

    ``face`` are the elements of bold and italic, which stand between those of the language.
    """
    code = LANGUAGES[language]
    if language in RIGHT_TO_LEFT:
        return f'{face}<w:rtl/><w:lang w:bidi="{code}"/>'
    if language == "zh":
        return f'<w:rFonts w:hint="eastAsia"/>{face}<w:lang w:val="en-GB" w:eastAsia="{code}"/>'
    return f'{face}<w:lang w:val="{code}"/>'


def styles(language: str) -> str:
    """Give the styles, with the faces that every Word has; in Chinese two points larger, as it is printed."""
    code = LANGUAGES[language]
    size = 24 if language in ("zh", *RIGHT_TO_LEFT) else 20
    faces = (
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size + 2}"/>'
        f'<w:lang w:val="{"en-GB" if language in ("zh", "ar") else code}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    )
    normal = '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/>'
    text = '<w:tabs><w:tab w:val="left" w:pos="851"/></w:tabs><w:ind w:left="851" w:hanging="851"/>'
    slanted = "" if language in ("zh", *RIGHT_TO_LEFT) else "<w:i/><w:iCs/>"  # they are not set so in these scripts
    edge = '<w:suppressLineNumbers/><w:tabs><w:tab w:val="right" w:pos="8504"/></w:tabs>'
    told = (
        _style("Normal", "Normal", "", normal, is_default=True),
        _style("Title", "Title", '<w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="34"/>', '<w:spacing w:after="120"/>'),
        _style("Subtitle", "Subtitle", '<w:sz w:val="24"/><w:szCs w:val="26"/>', '<w:spacing w:after="240"/>'),
        _style(
            "Heading1",
            "heading 1",
            "<w:b/><w:bCs/>",
            '<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/>',
        ),
        _style("Recommendation", "Recommendation", "", text),
        _style("Alternative", "Alternative", "", "", based_on="Recommendation"),
        _style("Remark", "Remark", slanted, '<w:keepNext/><w:spacing w:after="120"/>'),
        _style("Header", "header", "", edge),
        _style("Footer", "footer", "", edge),
    )
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{faces}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    return f"<w:styles {_NAMES}>{defaults}{''.join(told)}</w:styles>"


def core(title: str, language: str, date: str) -> str:
    """Give the properties that every document has; ``title`` and ``date`` (ISO) are escaped already."""
    made = f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:created>' if date else ""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:language>{language}</dc:language>{made}</cp:coreProperties>"
    )


def custom(properties: Mapping[str, str]) -> str:
    """Give the properties of its own: names are quoted already, values escaped."""
    told = (
        f'<property fmtid="{CUSTOM_FORMAT}" pid="{number}" name={name}><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(properties.items(), FIRST_CUSTOM)
    )
    names = f'xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"'
    return f"<Properties {names}>{''.join(told)}</Properties>"


def _style(key: str, name: str, letters: str, paragraph: str, *, based_on: str = "", is_default: bool = False) -> str:
    base = "" if is_default else f'<w:basedOn w:val="{based_on or "Normal"}"/>'
    default = ' w:default="1"' if is_default else ""
    # A paragraph after a recommendation is a new thought and bears no number of ours.
    next_one = '<w:next w:val="Normal"/>' if key in ("Recommendation", "Alternative") else ""
    properties = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{letters}</w:rPr>" if letters else "")
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{base}{next_one}<w:qFormat/>'
        f"{properties}</w:style>"
    )
