"""What is said of a field or cell: a mark always, the sentence in one line with the focus, and nothing moves for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from model.request.place import Place
from model.standard.parts import Severity
from tests.samples import sample, set_values
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, press, settle, type_text
from ui.tables.table_foot import CellLine
from ui.tables.table_pane import CellMessage
from ui.widgets.severity_mark import MARK_LETTERS, SeverityMark

SLIPS = (
    ("header/fiscal_year", "平成三一年度"),
    ("assessment/amount", "約1"),
    ("line/line-1-2/amount", "約3百"),
    ("group/group-1/amount", 5),
)


@pytest.fixture
def slips(desk: Desk) -> Iterator[Desk]:
    """The real sheet with slips in fields and cells."""
    desk.open(set_values(sample(), SLIPS))
    stood_still, before = 0, tops(desk)
    while stood_still < 8:  # the page is laid out in several rounds, which take their time on a busy machine
        now = tops(desk)
        stood_still, before = (stood_still + 1 if now == before else 0), now
    return desk


def mark_of(desk: Desk, place: Place) -> SeverityMark:
    """The mark of a field."""
    mark = desk.field(place).findChild(SeverityMark)
    assert isinstance(mark, SeverityMark)
    return mark


def tops(desk: Desk) -> list[tuple[str, int]]:
    """Where everything one types in stands on the form."""
    settle()
    content = desk.view.form.widget()
    assert content is not None
    widgets = [row.editor for row in desk.view.form.findChildren(QWidget) if hasattr(row, "editor")]
    return [
        (widget.accessibleName(), widget.mapTo(content, QPoint()).y())
        for widget in (*widgets, *desk.tables())
        if widget.isVisible()
    ]


def message(desk: Desk) -> str:
    """The line below the table that has the focus."""
    parent = desk.table.parentWidget()
    assert parent is not None
    label = parent.findChild(CellMessage)
    assert isinstance(label, CellMessage)
    return label.text()


def test_the_sentence_is_there_with_the_focus_only(slips: Desk) -> None:
    """A field is marked always; its sentence stands below it while the focus is in it, and goes when it leaves."""
    desk = slips
    desk.go("header/name")
    assert mark_of(desk, "header/fiscal_year").isVisible()
    assert desk.sentence("header/fiscal_year") == ""
    desk.go("header/fiscal_year")
    assert desk.sentence("header/fiscal_year").startswith("誤り: 年度「平成三一年度」が読めません。")
    press(Key.Key_Tab)

    assert desk.sentence("header/fiscal_year") == ""
    assert mark_of(desk, "header/fiscal_year").isVisible()


def test_the_focus_moves_nothing(slips: Desk) -> None:
    """Into a field with a finding and out of it again: every field and table stays where it is."""
    desk = slips
    desk.go("header/name")
    before = tops(desk)
    for place in ("header/fiscal_year", "assessment/amount"):
        desk.go(place)
        assert desk.sentence(place)
        assert tops(desk) == before


def test_the_sentence_has_the_width_of_the_form(slips: Desk) -> None:
    """The sentence of a narrow field is one line as wide as the fields beside it, not four lines below it."""
    desk = slips
    desk.go("header/fiscal_year")
    QApplication.processEvents()
    labels = desk.view.form.findChildren(QLabel)
    label = next(each for each in labels if each.text() == desk.sentence("header/fiscal_year"))

    assert label.height() < 2 * label.fontMetrics().lineSpacing()


def test_a_mark_is_told_by_who_reads_the_screen(slips: Desk) -> None:
    """The sentence is also the tip and the description of the field, and a repaired field has neither."""
    desk = slips
    editor = desk.field("header/fiscal_year").editor
    assert "年度「平成三一年度」が読めません。" in editor.accessibleDescription()
    assert "「令和9年度」「R9」「2027」のどの書き方でも" in editor.toolTip(), "the help stays"
    desk.go("header/fiscal_year")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("R9")
    desk.pause()

    assert editor.accessibleDescription() == ""
    assert not mark_of(desk, "header/fiscal_year").isVisible()
    assert desk.sentence("header/fiscal_year") == ""


def test_severities_have_shapes() -> None:
    """The marks of the severities differ where colours are not seen: as pictures in grey, and as letters in lists."""
    severities: tuple[Severity, ...] = ("error", "warning", "info")

    def outline(severity: Severity) -> list[bool]:
        parent = QWidget()
        mark = SeverityMark(parent)
        mark.show_severity(severity)
        picture = QPixmap(mark.size())
        picture.fill(Qt.GlobalColor.white)
        mark.render(picture)
        image = picture.toImage()
        return [
            image.pixelColor(x, y).lightness() < 160
            for y in range(image.height())
            for x in range(image.width())
        ]

    outlines = [outline(each) for each in severities]
    assert len({tuple(each) for each in outlines}) == len(set(MARK_LETTERS.values())) == 3


def test_the_sentence_of_a_cell_is_below_its_table(slips: Desk) -> None:
    """The cell that is current has its sentence in the line below the table; the next cell's line is empty again."""
    desk = slips
    desk.go("line/line-1-3/amount")
    before = tops(desk)
    press(Key.Key_Up)
    assert "約3百" in message(desk)
    assert "約3百" in str(desk.index("line/line-1-2/amount").data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert tops(desk) == before
    press(Key.Key_Down)
    assert message(desk) == ""
    press(Key.Key_Up)

    assert tops(desk) == before


def test_several_findings_of_a_place(desk: Desk) -> None:
    """Of several findings of a field the gravest is said, with how many there are besides."""
    desk.open(set_values(sample(), [("header/fiscal_year", "来年")]))
    finding = next(each for each in desk.snapshot.findings.all if each.place == "header/fiscal_year")
    note = desk.field("header/fiscal_year").note
    from msgspec.structs import replace

    note.show_findings([replace(finding, severity="info", message="一つ目。"), finding])
    desk.go("header/fiscal_year")

    assert note.line is not None
    assert note.line.text().startswith("誤り: 年度「来年」が読めません。")
    assert note.line.text().endswith("（この欄の指摘はほかに1件）")


def test_the_foot_of_the_window_says_it_too(slips: Desk) -> None:
    """The foot of a long table is out of sight: what is found in the current cell stands at the foot of the window."""
    desk = slips
    line = desk.window.findChild(CellLine)
    assert isinstance(line, CellLine)
    desk.go("line/line-1-2/amount")
    QTest.qWait(20)
    assert line.isVisible()
    assert line.text().startswith("● 誤り: 「集約センター経費」の金額「約3百」")
    desk.window.show_message("別の知らせ", lasting=True)
    press(Key.Key_Down)
    assert line.text() == ""
    assert desk.message == "別の知らせ"
    press(Key.Key_Up)
    assert line.text().startswith("● 誤り")
    assert desk.message == ""
    desk.go("header/name")

    assert line.text() == ""


@pytest.mark.parametrize("height", [520, 600, 700])
def test_f8_brings_the_whole_sentence_into_sight(desk: Desk, height: int) -> None:
    """On a low screen too the sentence of the field to which F8 leads stands above the window's edge, all of its lines."""
    desk.open(sample())
    desk.window.resize(1366, height)
    desk.pause()
    tops(desk)
    seen = set()
    for _ in range(4):
        press(Key.Key_F8)
        settle()
        place = desk.view.form.place_in_focus()
        assert place is not None
        line = desk.field(place).note.line
        assert line is not None
        assert line.visibleRegion().boundingRect() == line.rect()
        seen.add(place)
    assert seen == {"assessment/comment", "section/section-1/text"}


def test_a_table_without_findings_has_no_band_below_it(desk: Desk) -> None:
    """Below a table of which there is nothing to say stands no empty line; the explanation of a figure makes its room."""
    desk.open(sample())
    desk.go("header/name")
    settle()
    bands = [label for label in desk.view.form.findChildren(CellMessage) if not label.isHidden()]
    assert [label.text() for label in bands if not label.text()] == []
    desk.go("cost/request/labour")
    assert "15,082" in message(desk)


def test_what_is_said_of_a_cell_is_said_once(desk: Desk) -> None:
    """The foot of the window is silent while the line below the table is in sight."""
    desk.open(sample())
    desk.go("cost/request/labour")
    QTest.qWait(200)  # nothing comes: there is nothing to wait for
    line = desk.window.findChild(CellLine)
    assert isinstance(line, CellLine)
    assert message(desk)
    assert line.text() == ""
