"""The language of the window: words, direction, Qt's own texts and the font for Chinese, all switched together."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from hrdesk.language import LANGUAGES, RIGHT_TO_LEFT
from hrdesk.language.interface import system_language, use
from hrdesk.paths import resources_folder

_QT_NAMES = {"zh": "zh_CN"}
"""Where Qt calls a language otherwise."""


class Speech:
    """Makes the application speak one of the six languages."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._qt_texts: QTranslator | None = None
        self._has_chinese = False
        # Qt writes "ar" with Arabic-Indic figures; documents of the United Nations use European ones in all six.
        QLocale.setDefault(QLocale("en_GB"))

    def speak(self, language: str) -> str:
        """Speak ``language``, or the system's where it is none of the six, and give what is spoken."""
        chosen = language if language in LANGUAGES else system_language(QLocale.system().uiLanguages())
        use(chosen)
        self._use_qt_texts(chosen)
        if chosen == "zh":
            self.have_chinese()
        if chosen in RIGHT_TO_LEFT or self._app.isRightToLeft():
            from PySide6.QtCore import Qt  # the largest of Qt's names, and most first paints can do without it

            right_to_left = chosen in RIGHT_TO_LEFT
            self._app.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
            )
        return chosen

    def have_chinese(self) -> None:
        """Give Qt a font with Chinese, once, where the system has none; found from then on without being named."""
        if self._has_chinese:
            return
        from PySide6.QtGui import QFontDatabase

        self._has_chinese = True
        if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
            QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / "NotoSansSC-Regular.ttf"))

    def _use_qt_texts(self, language: str) -> None:
        if self._qt_texts is not None:
            self._app.removeTranslator(self._qt_texts)
            self._qt_texts = None
        if language == "en":
            return
        texts = QTranslator(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if texts.load(f"qtbase_{_QT_NAMES.get(language, language)}", folder):
            self._app.installTranslator(texts)
            self._qt_texts = texts
