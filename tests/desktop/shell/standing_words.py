"""Every word that stands on a window, is read out by a screen reader, or shows when somebody points at something."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 12),
)


def standing_words(root: QWidget) -> list[str]:
    """Give the words of everything that is visible below ``root``, lists that are offered while one types as well."""
    found = [action.text() for action in root.findChildren(QAction)]
    for one in [root, *root.findChildren(QWidget)]:
        if one.isVisible():
            found += [one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.windowTitle()]
            found += _of_widget(one)
    return [text for text in found if text]


def _of_widget(one: QWidget) -> Iterator[str]:
    if isinstance(one, QLabel | QLineEdit | QAbstractButton):
        yield one.text()
    if isinstance(one, QLineEdit):
        yield one.placeholderText()
        if one.completer() is not None:
            yield from _of_model(one.completer().model(), QModelIndex())
    if isinstance(one, QPlainTextEdit | QTextEdit):
        yield one.toPlainText()
    if isinstance(one, QComboBox):
        yield one.currentText()
        yield from _of_model(one.model(), one.rootModelIndex())
    if isinstance(one, QAbstractItemView) and one.model() is not None:
        yield from _of_model(one.model(), one.rootIndex())


def _of_model(model: QAbstractItemModel, above: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield from (str(index.data(role) or "") for role in ROLES)
        yield from _of_model(model, index)
