"""Prints the list of speakers and how the floor stands, on paper or into a PDF file."""

from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QWidget

from hrdesk.desktop.floor.screens.lettering import CHINESE, have_chinese
from hrdesk.desktop.floor.screens.room_words import OWN, ROOM, room_words
from hrdesk.desktop.floor.screens.sheet import as_html
from hrdesk.floor.picture import Picture
from hrdesk.language import RIGHT_TO_LEFT
from hrdesk.language.interface import _
from hrdesk.records.disclosure import is_own
from hrdesk.records.moment import Moment

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

MARGIN_MM, FOOT_MM = 15, 8
POINTS = 10.0


def print_list(
    picture: Picture, parent: QWidget, now: Moment, *, for_the_desk: bool = False, zone: tzinfo | None = None
) -> bool:
    """Ask for a printer and print; tells whether it was printed. Names stand there only where it is for the desk."""
    from PySide6.QtPrintSupport import QPrinter  # its library is looked for when somebody prints

    audience = OWN if for_the_desk else ROOM
    title = _("Print the list with names, for the desk only") if is_own(audience) else _("Print the list")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _prepare(printer)
    printer.setDocName(_("List of speakers"))
    dialog = _dialog(printer, parent)
    dialog.setWindowTitle(title)
    if not dialog.exec():
        return False
    _paint(printer, picture, as_html(picture, now, audience, zone))
    return True


def write_pdf(
    picture: Picture, path: Path, now: Moment, *, for_the_desk: bool = False, zone: tzinfo | None = None
) -> None:
    """Write the sheet as a PDF file."""
    writer = QPdfWriter(str(path))
    writer.setTitle(_("List of speakers"))
    _prepare(writer)
    _paint(writer, picture, as_html(picture, now, OWN if for_the_desk else ROOM, zone))


def _paint(device: QPagedPaintDevice, picture: Picture, html: str) -> None:
    """Paint page after page, each with its number: a list of which a page is missing must show it."""
    if room_words(picture).needs_chinese:
        have_chinese()
    foot = FOOT_MM * device.logicalDpiY() / 25.4
    page = QRectF(0, 0, device.width(), device.height() - foot)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(_font())
    option = QTextOption()
    if picture.language in RIGHT_TO_LEFT:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    document.setDefaultTextOption(option)
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setPageSize(page.size())
    pages = document.pageCount()
    painter = QPainter(device)
    painter.setFont(_font())
    for number in range(pages):
        if number:
            device.newPage()
        top = number * page.height()
        painter.save()
        painter.translate(0, -top)
        document.drawContents(painter, page.translated(0, top))
        painter.restore()
        place = QRectF(0, page.height(), page.width(), foot)
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, f"{number + 1} / {pages}")
    painter.end()


def _font() -> QFont:
    """Give the letters of the sheet, with our own Chinese behind them where it was loaded."""
    font = QFont(QApplication.font())
    font.setFamilies([*font.families(), CHINESE])
    font.setPointSizeF(POINTS)
    return font


def _dialog(printer: "QPrinter", parent: QWidget) -> "QPrintDialog":
    from PySide6.QtPrintSupport import QPrintDialog

    return QPrintDialog(printer, parent)


def _prepare(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
