"""The main job, whole: the real sheet typed into the real window with real keys."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication

from main import STANDARD_FOLDER
from model.document import storage
from model.edits.paste import format_block
from model.request.request import CostGroup, Line, Request
from model.values.identity import Identity
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, choose, press, type_text
from ui.window.main_window import MainWindow

SAMPLE = storage.load(STANDARD_FOLDER / "sample.yosan")


def without_ids(request: Request) -> object:
    """The request without its lasting ids and with every other id replaced by its position: two of the same content are equal."""
    data = msgspec.to_builtins(msgspec.structs.replace(request, identity=Identity()))
    positions: dict[str, str] = {}

    def renumber(value: object) -> object:
        if isinstance(value, dict):
            if "id" in value:
                positions[value["id"]] = f"#{len(positions)}"
            return {key: renumber(each) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [renumber(each) for each in value]
        return value

    data = renumber(data)

    def replace(value: object) -> object:
        if isinstance(value, dict):
            return {key: replace(each) for key, each in value.items()}
        if isinstance(value, list):
            return [replace(each) for each in value]
        return positions.get(value, value) if isinstance(value, str) else value

    return replace(data)


def field(text: str) -> None:
    """Type into a field whose text is selected, and go on with Tab."""
    if text:
        type_text(text)
    press(Key.Key_Tab)


def next_section() -> None:
    """Ctrl+PageDown."""
    press(Key.Key_PageDown, modifiers=CONTROL)


def type_head() -> None:
    """基本情報: from the start page to the last field of the contact."""
    header, contact = SAMPLE.header, SAMPLE.contact
    press(Key.Key_Return)  # 「新しい要求書を書く」 has the focus
    choose(Key.Key_V, "財政課の欄も表示する")  # the sheet is typed with its 査定
    for text in (header.name, "", header.fiscal_year, header.budget, header.stage, header.business_class):
        field(text)
    press(Key.Key_Tab)  # 用紙 stays
    for text in (header.subject_kan, header.subject_kou, header.subject_moku):
        field(text)
    for text in (contact.department, contact.section, contact.team, contact.phone):
        field(text)
    type_text(contact.email)


def type_headcount() -> None:
    """トータルコスト: 人役 of three rows; Enter after Tabs returns to the first staff column."""
    next_section()
    press(Key.Key_Right, times=3)
    for row in (SAMPLE.headcount.assessed, SAMPLE.headcount.request, SAMPLE.headcount.previous):
        counts = list(row.values())
        type_text(counts[0])
        for count in counts[1:]:
            press(Key.Key_Tab)
            type_text(count)
        press(Key.Key_Return)


def type_request_and_assessment() -> None:
    """事業費・査定: 財源, 査定の結果, 計上額; 要求額 and 前年度予算額 derive themselves."""
    next_section()
    press(Key.Key_Tab, Key.Key_Tab)
    field(SAMPLE.funding_words)
    field(SAMPLE.assessment.result)
    type_text(str(SAMPLE.assessment.amount))


def type_section(at: int) -> None:
    """A narrative section: heading, then text."""
    next_section()
    press(Key.Key_Backtab)  # from the text, where a section is entered, to its heading
    field(SAMPLE.sections[at].heading)
    type_text(SAMPLE.sections[at].text)


def type_line(line: Line) -> None:
    """A line: 内容, both years, 備考, with Tab between and Enter at the end."""
    type_text(line.text)
    press(Key.Key_Tab)
    if line.previous is not None:
        type_text(str(line.previous))
    press(Key.Key_Tab)
    if line.amount is not None:
        type_text(str(line.amount))
    press(Key.Key_Tab)
    type_text(line.remark)
    press(Key.Key_Return)


def type_groups(groups: tuple[CostGroup, ...]) -> None:
    """所要経費: each table's title, then its lines; parts are typed as lines and indented."""
    for at, group in enumerate(groups):
        if at:
            press(Key.Key_Down, times=3)  # past the offered line: 合計, the legend, the offered table
        type_text(group.title)
        press(Key.Key_Return)
        for line in group.lines:
            type_line(line)
            for part in line.parts:
                type_line(part)
                press(Key.Key_Up)
                press(Key.Key_Right, modifiers=ALT | SHIFT)
                press(Key.Key_Down)
    type_headings_and_commitments(groups)


def type_headings_and_commitments(groups: tuple[CostGroup, ...]) -> None:
    """Ctrl+Alt+1 on lines without figures of their own; Ctrl+Shift+D on lines with a commitment."""
    row = 0
    rows_of: dict[str, int] = {}
    headings: list[int] = []
    for group in groups:
        row += 1
        for line in group.lines:
            rows_of[line.id] = row
            if line.heading:
                headings.append(row)
            row += 1 + len(line.parts)
        row += 3
    for at in headings:
        press(Key.Key_Home, modifiers=CONTROL)
        press(Key.Key_Down, times=at)
        press(Key.Key_1, modifiers=CONTROL | ALT)
    for index, commitment in enumerate(SAMPLE.commitments):
        press(Key.Key_Home, modifiers=CONTROL)
        press(Key.Key_Down, times=rows_of[commitment.line])
        press(Key.Key_D, modifiers=CONTROL | SHIFT)
        type_text(commitment.period)
        press(Key.Key_Tab)
        if commitment.status == "set":
            press(Key.Key_F2)
            press(Key.Key_Down)
        press(Key.Key_Backtab, times=3 * index + 3)  # back out of the commitments into the cost table


def type_funding() -> None:
    """財源内訳 and 財政課使用欄: その他 of the three rows that have one; 一般財源 is the rest."""
    next_section()  # past 減額の内訳, which the 査定 brings
    next_section()
    press(Key.Key_Right, times=7)
    for row in (SAMPLE.funding.previous, SAMPLE.funding.request):
        type_text(str(row["other"]))
        press(Key.Key_Return)
    next_section()  # past 財源の根拠
    next_section()
    press(Key.Key_Right, times=7)
    type_text(str(SAMPLE.funding.assessed["other"]))
    press(Key.Key_Return)


def paste(text: str) -> None:
    """Ctrl+V of what another program copied."""
    QGuiApplication.clipboard().setText(text)
    press(Key.Key_V, modifiers=CONTROL)


def paste_groups(groups: tuple[CostGroup, ...]) -> None:
    """所要経費 as blocks copied from Excel: title above lines; then parts are indented by key."""
    for at, group in enumerate(groups):
        if at:
            press(Key.Key_End, modifiers=CONTROL)  # the last cell
            press(Key.Key_Home)
        rows = [[group.title]]
        for line in group.lines:
            for part in (line, *line.parts):
                cells = [
                    part.text,
                    *("" if value is None else f"{value:,}千円" for value in (part.previous, part.amount)),
                ]
                rows.append([*cells, part.remark])
        paste(format_block(rows))
        below = 1
        for line in group.lines:
            for offset, _ in enumerate(line.parts, start=1):
                press(Key.Key_Down, times=below + offset)
                press(Key.Key_Right, modifiers=ALT | SHIFT)
                press(Key.Key_Up, times=below + offset)
            below += 1 + len(line.parts)
    type_headings_and_commitments(groups)


@pytest.mark.parametrize("enter_groups", [type_groups, paste_groups], ids=["typed", "pasted"])
def test_the_real_sheet_can_be_entered_by_keyboard(
    window: MainWindow, enter_groups: Callable[[tuple[CostGroup, ...]], None]
) -> None:
    """The published sheet of 平成31年度, typed from an empty request (or pasted), equals the shipped sample."""
    window.show_start()
    type_head()
    type_headcount()
    type_request_and_assessment()
    type_section(0)
    next_section()
    press(Key.Key_Backtab, times=2)  # from the table over the text above it to the heading
    field(SAMPLE.sections[1].heading)
    press(Key.Key_Tab)
    enter_groups(SAMPLE.groups)
    type_section(2)
    type_section(3)
    next_section()
    type_text(SAMPLE.assessment.comment)
    type_funding()

    assert window.document is not None
    snapshot = window.document.snapshot
    assert without_ids(snapshot.request) == without_ids(SAMPLE)
    assert snapshot.findings.errors == ()
