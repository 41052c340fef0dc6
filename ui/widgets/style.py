"""Colours, spacing and fonts of the window, in one place; nothing here knows what a request is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from model.standard.parts import Severity

if TYPE_CHECKING:
    from ui.widgets.scheme import OtherScheme

PANE_PADDING: Final = 12  # pixels around what stands in a pane beside the form
INK: Final = QColor("#1f2933")
MUTED: Final = QColor("#5b6770")
DERIVED: Final = QColor("#2f5d8a")
SELECTION: Final = QColor("#dbe8f7")
PAGE_FILL: Final = QColor("#f3f5f8")
LIST_FILL: Final = QColor("#ffffff")
SELECTION_LEFT: Final = QColor("#eff3f8")  # in a table that the focus has left
TITLE_FILL: Final = QColor("#e4ebf3")
TOTAL_FILL: Final = QColor("#f4f6f9")
DECLARED_FILL: Final = QColor("#fff6dc")
ACCENT: Final = QColor("#1f5fa8")
SEVERITY_COLOURS: Final[Mapping[Severity, QColor]] = {
    "error": QColor("#b3261e"),
    "warning": QColor("#8a5a00"),
    "info": QColor("#3d5a80"),
}
SEVERITY_FILLS: Final[Mapping[Severity, QColor]] = {
    "error": QColor("#fde7e5"),
    "warning": QColor("#fff3d6"),
}

_FAMILIES: Final = (
    "BIZ UDPGothic",
    "BIZ UDPゴシック",  # as a Windows in Japanese calls it
    "Yu Gothic UI",
    "Meiryo UI",
    "Meiryo",
    "メイリオ",
    "Noto Sans CJK JP",
    "IPAPGothic",
    "IPAGothic",
)

STYLE_SHEET: Final = """
QWidget { color: #1f2933; }
QMainWindow, QScrollArea, QWidget#page { background: #f3f5f8; }
QFrame#choiceBar { background: #fff4d6; border-bottom: 1px solid #e6cf8b; }
QFrame#choiceBar[calm="true"] { background: #e9eff6; border-bottom: 1px solid #c9d8ea; }
QFrame#searchBar { background: #f3f5f8; border-top: 1px solid #c3cad3; }
QFrame#palette { background: white; border: 2px solid #1f5fa8; border-radius: 6px; }
QFrame#card { background: white; border: 1px solid #dde2e8; border-radius: 6px; }
QLabel#cardTitle { font-weight: bold; color: #17324d; }
QLabel#hint, QLabel#unit { color: #5b6770; }
QLabel#carried { color: #5b6770; background: #eef1f5; border-radius: 3px; padding: 2px 8px; }
QListWidget#entries::item { padding: 4px 6px; border-bottom: 1px solid #eef1f5; color: #1f2933; }
QListWidget#entries::item:selected { background: #dbe8f7; color: #1f2933; }
QTreeView::item:selected { background: #dbe8f7; color: #1f2933; }
QTabBar::tab { padding: 6px 4px; border: 0; border-bottom: 2px solid transparent; color: #5b6770; }
QTabBar::tab:selected { border-bottom: 2px solid #1f5fa8; color: #17324d; }
QTabBar#views::tab { padding: 6px 14px; }
QTabBar::tab:focus { background: #eef3f9; }
QLineEdit, QPlainTextEdit { background: white; border: 1px solid #c3cad3; border-radius: 3px; padding: 3px 6px; selection-background-color: #1f5fa8; selection-color: white; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid #1f5fa8; padding: 2px 5px; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: #f3f5f8; border-color: #dde2e8; }
QLineEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus { border-color: #1f5fa8; }
QComboBox { combobox-popup: 0; background: white; border: 1px solid #c3cad3; border-radius: 3px; padding: 3px 1px 3px 6px; min-height: 20px; }
QComboBox QAbstractItemView { background: white; border: 1px solid #9fb3c8; outline: 0; selection-background-color: #dbe8f7; selection-color: #1f2933; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 5px; }
QComboBox:focus { border: 2px solid #1f5fa8; padding: 2px 0 2px 5px; }
QComboBox:!editable { padding-left: 8px; }
QComboBox::drop-down { border: 0; width: 16px; }
QComboBox::down-arrow { width: 0; height: 0; border: 4px solid white; border-top-color: #5b6770; border-bottom: 0; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: 0; border-radius: 0; padding: 0; }
QComboBox[severity="error"] { border-color: #b3261e; }
QLineEdit[severity="error"] { background: #fde7e5; }
QLineEdit[severity="error"], QPlainTextEdit[severity="error"] { border-color: #b3261e; }
QLineEdit[severity="warning"], QPlainTextEdit[severity="warning"] { border-color: #8a5a00; }
QLineEdit[figure="derived"] { color: #2f5d8a; }
QLineEdit[figure="declared"] { background: #fff6dc; }
QTableView { background: white; selection-background-color: #dbe8f7; selection-color: #1f2933; border: 1px solid #c3cad3; gridline-color: #d5dae0; }
QTableView#rows { outline: 0; }
QTableView#rows::item { padding: 0 5px; }
QTableView QLineEdit, QTableView QPlainTextEdit { border: 2px solid #1f5fa8; border-radius: 0; padding: 0 4px; }
QTableView QComboBox QLineEdit { border: 0; padding: 0; }
QListWidget#offers { background: white; border: 1px solid #1f5fa8; }
QListWidget#offers::item:selected { background: #dbe8f7; color: #1f2933; }
QFrame#figureList { background: white; border: 1px solid #1f5fa8; border-radius: 4px; }
QLabel#cellHint { background: #fffdf3; color: #1f2933; border: 1px solid #1f5fa8; border-top: 0; padding: 3px 6px; }
QHeaderView::section { background: #eef1f5; color: #34414e; border: 0; border-right: 1px solid #d5dae0; border-bottom: 1px solid #d5dae0; padding: 4px 6px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 0; height: 0; border: 4px solid #eef1f5; subcontrol-position: top center; }
QHeaderView::up-arrow { border-bottom-color: #34414e; border-top: 0; }
QHeaderView::down-arrow { border-top-color: #34414e; border-bottom: 0; }
QTableCornerButton::section { background: #eef1f5; border: 0; border-right: 1px solid #d5dae0; border-bottom: 1px solid #d5dae0; }
QListWidget#navigator { background: #f3f5f8; border: 0; border-right: 1px solid #dde2e8; outline: 0; }
QListWidget#navigator::item { padding: 6px 10px; border-left: 3px solid transparent; color: #1f2933; }
QListWidget#navigator::item:selected { background: #e4ebf3; border-left: 3px solid #1f5fa8; color: #17324d; }
QWidget#totalsBar { background: #17324d; }
QWidget#totalsBar QLabel { color: white; font-size: 10.5pt; }
QWidget#totalsBar QLabel#word { color: #c6d3e1; }
QWidget#findingsPane { background: white; border-left: 1px solid #dde2e8; }
QPushButton { background: white; border: 1px solid #b6bfca; border-radius: 4px; padding: 5px 12px; }
QPushButton:hover { background: #eef3f9; }
QPushButton:focus { border: 2px solid #1f5fa8; padding: 4px 11px; }
QPushButton:disabled { color: #98a2ad; border-color: #dde2e8; }
QToolButton#derive { border: 2px solid transparent; border-radius: 4px; color: #1f5fa8; padding: 0 2px; }
QToolButton#derive:focus { border-color: #1f5fa8; }
QToolButton#filter { background: white; border: 1px solid #c3cad3; border-radius: 4px; padding: 3px 6px; color: #5b6770; }
QToolButton#filter:checked { background: #e4ebf3; border-color: #9fb3c8; color: #17324d; }
QToolButton#filter:focus { border: 2px solid #1f5fa8; padding: 2px 5px; }
QFrame#viewWords { background: #eef3f9; border: 1px solid #c9d8ea; border-radius: 3px; }
QRadioButton, QCheckBox { padding: 0 4px; border: 2px solid transparent; border-radius: 4px; }
QRadioButton:focus, QCheckBox:focus { border-color: #1f5fa8; }
QFrame#viewWords QPushButton { padding: 2px 10px; }
QLabel#longMessage { background: #f3f5f8; color: #34414e; }
QComboBox[locked="true"] { background: #f3f5f8; border: 1px solid #dde2e8; border-radius: 3px; padding: 3px 6px; }
QComboBox[locked="true"]:focus { border: 2px solid #1f5fa8; padding: 2px 5px; }
QComboBox QLineEdit[readOnly="true"] { padding: 3px 8px; }
QComboBox[locked="true"]::drop-down { border: 0; width: 0; }
QComboBox[locked="true"]::down-arrow { border: 0; }
QMenu { selection-background-color: #dbe8f7; selection-color: #1f2933; }
QMenu::item:disabled { color: #98a2ad; }
QStatusBar { background: #f3f5f8; color: #34414e; }
QScrollBar { background: #f3f5f8; border: 0; }
QScrollBar:vertical { width: 14px; }
QScrollBar:horizontal { height: 14px; }
QScrollBar::handle { background: #808c99; border: 3px solid #f3f5f8; border-radius: 7px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: #5b6770; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
"""
"""The bars that scroll are flat: Fusion shades them over their whole length, for which Qt starts threads at each step.

A list of choices hangs below its field: Fusion's own, which opens over it, cuts the last choice off. The arrow of the order
stands above the words of a heading, where it is seen also behind figures, and narrow headings keep their words.
"""


_SCHEME: Final = "scheme"  # the property of the application that says which
_POINTS: Final = 10.5  # of the font at 100 %


def scaled(widget: QWidget, pixels: int) -> int:
    """A length that grows with the font of a widget, as a column that has to hold a figure; pixels at 100 %."""
    return round(pixels * widget.font().pointSizeF() / _POINTS)


def bold(font: QFont) -> QFont:
    """A font in bold letters."""
    strong = QFont(font)
    strong.setBold(True)
    return strong


def zoom_to(percent: int) -> None:
    """Show everything larger or smaller, by its font, which tables and fields follow.

    What a style sheet touches takes no font from what it stands in, so each widget that is there is given the size; those to
    come have the application's.
    """
    font = QFont(QApplication.font())
    font.setPointSizeF(_POINTS * percent / 100)
    QApplication.setFont(font)
    for widget in QApplication.allWidgets():
        parent = widget.parentWidget()
        if parent is not None and parent.objectName() == "totalsBar":
            continue  # one line of fixed sizes, which is to stay in sight
        size = QFont()
        size.setPointSizeF(font.pointSizeF())
        if widget.font().bold():  # by the style sheet, which the size would take away
            size.setBold(True)
        widget.setFont(size)


STYLE: Final = ("-style", "Fusion")
"""Arguments of the QApplication; ``setStyle`` would have Python make a class of QStyle and all its enums."""


def apply_style(app: QApplication) -> None:
    """Give the program its colours, in the scheme of the desktop, and a Japanese font."""
    font = QFont(_japanese_family())
    font.setPointSizeF(_POINTS)
    app.setFont(font)
    follow_scheme(app)


def follow_scheme(app: QApplication) -> None:
    """Give the window the colours that the desktop asks for now: light as they are written here, dark, or high contrast."""
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        give_scheme(app, "contrast")
    else:
        give_scheme(app, "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else None)


def give_scheme(app: QApplication, scheme: OtherScheme | None) -> None:
    """Give the window the colours of a scheme; None for light."""
    app.setProperty(_SCHEME, scheme)
    if not scheme:
        app.setStyleSheet(STYLE_SHEET)
        return
    from ui.widgets.scheme import in_scheme

    app.setStyleSheet(in_scheme(STYLE_SHEET, scheme))


def ink(colour: QColor) -> QColor:
    """A colour of text or of a line as it is painted in the scheme of the window."""
    if not (scheme := _scheme()):
        return colour
    from ui.widgets.scheme import ink_in

    return ink_in(scheme, colour)


def paper(colour: QColor) -> QColor:
    """A colour of a fill as it is painted in the scheme of the window."""
    if not (scheme := _scheme()):
        return colour
    from ui.widgets.scheme import paper_in

    return paper_in(scheme, colour)


def _scheme() -> OtherScheme | None:
    app = QApplication.instance()
    return (app.property(_SCHEME) or None) if app is not None else None


def fill(page: QWidget, colour: QColor) -> None:
    """Give what is scrolled a background through which nothing shines.

    It is then moved as it was painted. A background from the style sheet is for Qt one that may shine through: each step
    of scrolling would paint all that is in sight anew.
    """
    palette = page.palette()
    palette.setColor(page.backgroundRole(), paper(colour))
    page.setPalette(palette)
    page.setAutoFillBackground(True)


def _japanese_family() -> str:
    """The first family at hand that draws Japanese; where there is none, the font the program brings (on Linux)."""
    every = set(QFontDatabase.families())  # once: ``hasFamily`` asks fontconfig for the aliases of each anew
    for family in _FAMILIES:
        if family in every:
            return family
    present = QFontDatabase.families(QFontDatabase.WritingSystem.Japanese)
    return min(present) if present else _bundled_family()


def _bundled_family() -> str:
    from importlib.resources import files  # slow to import, and most machines have a font

    try:
        path = files("noto_cjk_sans_jp_regular") / "NotoSansCJKjp-Regular.otf"
    except ModuleNotFoundError:
        # not a Linux, or no dependencies: the window opens, in whatever font there is
        return QApplication.font().family()
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return families[0] if families else QApplication.font().family()
