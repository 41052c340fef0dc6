"""What goes to the sections, and comes back: letters with findings and questions, notices of what was decided on their own requests."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

import main
from model.files.files import FileError
from model.register.asking import ask, asked
from model.register.deciding import DecidedRow, decide
from model.register.filled import Filled, RefusedDecisionError, decision_of
from model.register.listing import Selection, asked_funds
from model.register.opening import open_register
from model.request.grounds import Cut
from model.standard.standard import Standard
from templates.desk.collecting import check_new
from templates.desk.letters import (
    QUESTIONS_TITLE,
    letter_bytes,
    letter_page,
    letter_template,
    letters,
    take_answers,
)
from templates.desk.naming import Section
from templates.desk.notices import notices
from tests.desk import prefecture
from tests.desk.test_collecting import gather
from tests.desk.test_deciding import granting, listed

EVERY = Selection()


def words_of(data: bytes, path: Path) -> str:
    """Everything that stands in a workbook's parts, hidden sheets and columns too."""
    path.write_bytes(data)
    with zipfile.ZipFile(path) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist())


def table(path: Path, title: str) -> list[tuple[Any, ...]]:
    """The rows of a table below its headings."""
    sheet = openpyxl.load_workbook(path)[title]
    return list(sheet.iter_rows(min_row=4, values_only=True))


def test_a_letter_has_its_own_findings_and_questions_and_brings_answers(
    address: str, tmp_path: Path, in_force: Standard
) -> None:
    """Each section reads of its own requests alone; what it writes into the yellow cells is in the register, once."""
    for number in (1, 2, 41):
        prefecture.write(tmp_path / "in", prefecture.request(number), in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        assert sum(check_new(register, in_force)) == 3
        row = next(row for row in listed(register) if row.name.endswith("00041"))
        ask(
            register,
            row.request,
            row.version,
            "見積書はありますか。",
            "line/line-1/amount",
            "委託料1の要求額",
        )
        made = {letter.section: letter for letter in letters(register, EVERY)}
        assert [len(letter.rows) for letter in made.values()] == [2, 1]
        letter = made[Section(row.bureau, row.section)]
        assert {part.name for part in letter.found} <= {own.name for own in letter.rows}
        of_sheets = sum(own.open_questions or 0 for own in letter.rows)
        assert of_sheets > 0
        assert len(letter.questions) == sum(own.unanswered for own in letter.rows) == of_sheets + 1
        assert letter.questions[-1].where == "委託料1の要求額"
        page = letter_page(letter, letter_template()).decode()
        assert "見積書はありますか。" in page
        assert f"質問 {len(letter.questions)}件" in page
        assert all(part.message.split("。")[0] in page for part in letter.found)
        path = tmp_path / "letter.xlsx"
        path.write_bytes(letter_bytes(letter))
        book = openpyxl.load_workbook(path)
        sheet = book[QUESTIONS_TITLE]
        column = next(cell.column for cell in sheet[3] if cell.value == "答え")
        last = 3 + len(letter.questions)
        assert sheet.max_row == last
        sheet.cell(last, column).value = "3社から取りました。"
        sheet.cell(4, column).value = "そのとおりです。"
        book.save(path)
        assert [take_answers(register, path), take_answers(register, path)] == [2, 0]
        with register.reading() as connection:
            answers = {question.kind: question.answer for question in asked(connection)}
        assert answers == {"officer": "3社から取りました。", "finding": "そのとおりです。"}
        left = {letter.section: letter for letter in letters(register, EVERY)}[letter.section]
        assert len(left.questions) == len(letter.questions) - 2
        now = [own for own in listed(register) if own.section == row.section]
        assert sum(own.unanswered for own in now) == len(left.questions)
        sheet.cell(4, column).value = "直しました。"  # what was said before stays in the register
        book.save(path)
        assert take_answers(register, path) == 1
        other = tmp_path / "other.xlsx"
        openpyxl.Workbook().save(other)
        with pytest.raises(FileError, match="質問のファイルではない"):
            take_answers(register, other)


def test_an_answer_whose_key_is_gone_is_refused(tmp_path: Path, in_force: Standard) -> None:
    """Nothing says which question it answers: the letter is refused with the number of the row, and nothing of it is taken."""
    prefecture.write(tmp_path / "in", prefecture.request(1), in_force, suffix=".yosan")
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        (row,) = listed(register)
        for question in ("根拠は何ですか。", "何社からですか。"):
            ask(register, row.request, row.version, question)
        (letter,) = letters(register, EVERY)
        path = tmp_path / "letter.xlsx"
        path.write_bytes(letter_bytes(letter))
        book = openpyxl.load_workbook(path)
        sheet = book[QUESTIONS_TITLE]
        columns = {cell.value: cell.column for cell in sheet[3]}
        sheet.cell(4, columns["答え"]).value = "見積書です。"
        sheet.cell(5, columns["答え"]).value = "3社です。"
        sheet.cell(5, columns["行の控え"]).value = None
        book.save(path)
        with pytest.raises(FileError, match="5行目は、行の控え"):
            take_answers(register, path)
        with register.reading() as connection:
            assert not any(question.answer for question in asked(connection))


def test_a_section_that_is_neither_told_nor_asked_anything_gets_no_letter(
    tmp_path: Path, in_force: Standard, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is found and nothing asked: no file is written, and it is said of which 課."""
    prefecture.write(tmp_path / "in", prefecture.request(1), in_force, suffix=".yosan")
    register = str(tmp_path / "r.db")
    with open_register(register, makes=True) as opened:
        gather(opened, tmp_path / "in", in_force)
        (row,) = listed(opened)
    assert main.run(["letters", "--register", register, "-o", str(tmp_path / "out")]) == 0
    assert (
        f"{row.bureau} {row.section}: 要求 1件。指摘も質問もないため、確認を書きません。"
        in capsys.readouterr().out
    )
    assert list((tmp_path / "out").iterdir()) == []


def test_a_notice_says_only_what_a_section_may_see(address: str, tmp_path: Path, in_force: Standard) -> None:
    """It adds up to the decisions; no word of the officer, of a question, or of another section stands anywhere in it."""
    for number in (1, 2, 41):
        prefecture.write(tmp_path / "in", prefecture.request(number), in_force, suffix=".yosan")
    with open_register(address, actor="査定した人", makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        first, second, third = listed(register)
        ask(register, first.request, first.version, "内部の質問")
        assert first.expenditure is not None
        cut = Cut("cut-1", "line-1", 9, "単価を精査")
        decide(
            register,
            [granting(first, first.expenditure - 9, comment="精査", cuts=(cut,)), granting(third, 77)],
        )
        made = notices(register, EVERY, in_force)
        data = made[Section(first.bureau, first.section)]
        said = words_of(data, tmp_path / "notice.xlsx")
        assert "単価を精査" in said
        for secret in ("査定した人", "内部の質問", third.name, third.section, first.request, first.version):
            assert secret not in said
        projects = {row[0]: row for row in table(tmp_path / "notice.xlsx", "内示")}
        assert projects[first.name][4:10] == ("歳出", first.expenditure, first.expenditure - 9, None, None, 9)
        assert second.name not in said  # it is not decided
        sources = [row for row in table(tmp_path / "notice.xlsx", "財源別") if row[0] == first.name]
        assert sum(row[7] for row in sources) == first.expenditure - 9
        assert table(tmp_path / "notice.xlsx", "減額の内訳")[0][4:] == ("需用費1", 9, "単価を精査")


def test_a_notice_tells_the_sources_of_later_years_or_that_it_does_not_know_them(
    tmp_path: Path, in_force: Standard
) -> None:
    """継続費 granted as asked has the 県債 of its years; decided without sources, none is told, and no 一般財源 is made up.

    Where the years do not come to the 総額, the sources of the whole are asked for.
    """
    prefecture.write(tmp_path / "in", prefecture.request(7), in_force, suffix=".yosan")
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        (row,) = listed(register)
        assert row.kind == "continuing"
        with register.reading() as connection:
            asked = asked_funds(connection, EVERY)[row.version]
        assert (asked["bonds"], sum(asked.values())) == (600, row.amount)
        wholes: dict[DecidedRow, int | None] = {"assessed": row.amount, "held": None, "separate": None}
        funds: dict[DecidedRow, dict[str, int]] = {"assessed": {}, "held": {}, "separate": {}}
        told = []
        for decision in (
            granting(row, row.amount or 0),
            decision_of(replace(row, revision=2), Filled("計上", "", wholes, funds, ()), asked, (), in_force),
        ):
            decide(register, [decision])
            (data,) = notices(register, EVERY, in_force).values()
            (tmp_path / "notice.xlsx").write_bytes(data)
            told.append([line[6:] for line in table(tmp_path / "notice.xlsx", "財源別")])
        with pytest.raises(RefusedDecisionError, match="財源別の内訳が要ります"):
            decision_of(row, Filled("計上", "", wholes, funds, ()), {"bonds": 600}, (), in_force)
    (unknown,), known = told
    assert unknown == ("財源別の額が決定にありません。財政課に確かめてください。", row.amount)
    assert sorted(amount for _, amount in known) == sorted((600, (row.amount or 0) - 600))
