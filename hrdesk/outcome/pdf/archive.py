"""What the file says of itself: title, dates, language, the standards it keeps (PDF/UA-1, PDF/A-2a).

The claim to keep them is made only for a file without missing characters.
"""

import re
from xml.sax.saxutils import escape

from hrdesk.outcome.document import Document
from hrdesk.outcome.pdf.colour import srgb_profile
from hrdesk.outcome.pdf.file import PdfFile, Reference, text_string
from hrdesk.outcome.pdf.typography import cleaned

PRODUCER = "hrdesk"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
UA_SCHEMA = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
CLAIMS = (
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>'
    "<pdfaid:conformance>A</pdfaid:conformance></rdf:Description>"
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>'
    f"</rdf:Description>{UA_SCHEMA}"
)


def information(document: Document) -> str:
    """Return the body of the document information."""
    entries = {"Title": document.title, "Author": document.author, "Subject": document.subject, "Producer": PRODUCER}
    written = " ".join(f"/{name} {text_string(cleaned(value))}" for name, value in entries.items() if value)
    if DATE.fullmatch(document.date):
        moment = f"(D:{document.date.replace('-', '')}000000Z)"
        written += f" /CreationDate {moment} /ModDate {moment}"
    return f"<< {written} >>"


def metadata(document: Document, file: PdfFile, claims: bool) -> Reference:
    """Write the XMP metadata; ``claims`` says that the standards are kept."""
    title, author, subject = (escape(cleaned(text)) for text in (document.title, document.author, document.subject))
    parts = [f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>']
    if author:
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>")
    if subject:
        entry = f'<rdf:li xml:lang="x-default">{subject}</rdf:li>'
        parts.append(f"<dc:description><rdf:Alt>{entry}</rdf:Alt></dc:description>")
    parts.append(f"<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>")
    if DATE.fullmatch(document.date):
        moment = f"{document.date}T00:00:00Z"
        parts.append(f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>")
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f"{''.join(parts)}<pdf:Producer>{PRODUCER}</pdf:Producer></rdf:Description>"
        f'{CLAIMS if claims else ""}</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    )
    return file.add_stream(packet.encode("utf-8"), "/Type /Metadata /Subtype /XML", compress=False)


def output_intent(file: PdfFile) -> Reference:
    """Write the colour profile that the file's colours are meant in."""
    profile = file.add_stream(srgb_profile(), "/N 3")
    return file.add(
        f"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB)"
        f" /RegistryName (http://www.color.org) /DestOutputProfile {profile} >>"
    )
