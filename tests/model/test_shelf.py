"""A section's shelf without a screen: a row for each request of a folder, the sums of the years, and next year's drafts."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from main import run
from model.document import storage
from model.edits.fields import set_value
from model.files.file_names import TakenNames
from model.files.files import FileError
from model.files.notice import look, this_session
from model.next_year import next_year
from model.shelf.listed import Listed, listed, request_files, year_lines, year_sums
from model.shelf.next_years import write_next_year
from model.totals.prices import NO_PRICES
from templates.commands.exported_files import export_file
from tests.samples import ROOT, one_line, sample, snapshot, standard


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a published sheet, its draft, a damaged file, and what programs leave behind."""
    (tmp_path / "課").mkdir()
    storage.save(sample(), tmp_path / "住基ネット（平成31年度）.yosan")
    storage.save(next_year(sample(), standard()), tmp_path / "課" / "案.yosan")
    (tmp_path / "壊れた.yosan").write_bytes(b'{"format": 5, "hea')
    (tmp_path / "~$住基.yosan").write_bytes(b"x")
    (tmp_path / "表.xlsx").write_bytes(b"x")
    return tmp_path


def rows(folder: Path) -> list[Listed]:
    """The rows of a folder."""
    return [listed(path, standard(), NO_PRICES) for path in request_files(folder)]


def test_a_row_says_what_the_request_says(folder: Path) -> None:
    """Year, budget, 事業名, 要求額, 前年度, 増減, 未記入 and findings are those of the opened request."""
    row = next(row for row in rows(folder) if row.western_year == 2019)
    found = snapshot(sample())
    assert (row.year, row.budget, row.name) == ("平成31年度", "当初予算", sample().header.name)
    assert (row.amount, row.previous, row.change) == (124_767, 118_656, 6_111)
    assert (row.empty, row.errors) == (0, len(found.findings.errors))
    assert row.section == sample().contact.section
    changed = row.changed
    assert changed is not None
    assert abs((datetime.now() - changed).total_seconds()) < 3600


def test_a_draft_has_no_change_while_it_has_no_amount(folder: Path) -> None:
    """A request that waits for its amounts has not fallen by all of last year's."""
    row = next(row for row in rows(folder) if row.western_year == 2020)
    assert (row.amount, row.previous, row.change) == (None, 124_288, None)
    assert row.empty > 10


def test_a_damaged_file_is_one_row(folder: Path) -> None:
    """A file that cannot be read is a row that says so; what is open or hidden is none."""
    damaged = [row for row in rows(folder) if row.error]
    assert [row.path.name for row in damaged] == ["壊れた.yosan"]
    assert "壊れている" in damaged[0].error
    assert len(rows(folder)) == 3


def test_who_has_it_open(folder: Path) -> None:
    """The notice of a colleague names the colleague; a file that this very window has open is nobody's."""
    path = request_files(folder)[0]
    assert look(path, this_session()) == ()
    assert listed(path, standard(), NO_PRICES).owner == ""
    other = replace(this_session(), name="tanaka", machine="PC-07", session="other")
    storage.save(one_line(), folder / "二.yosan")
    assert look(folder / "二.yosan", other) == ()
    row = listed(folder / "二.yosan", standard(), NO_PRICES)
    assert row.owner == "tanaka さん"
    assert "tanaka さん（PC-07）" in row.owner_words


def test_a_file_that_was_not_written_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The row of an unchanged file is taken as it is; one that was written since is read."""
    before = rows(folder)
    read: list[Path] = []
    load = storage.load
    monkeypatch.setattr(storage, "load", lambda path: (read.append(path), load(path))[1])
    again = [listed(row.path, standard(), NO_PRICES, row) for row in before]
    assert (again, read) == (before, [])
    written = before[0].path
    storage.save(one_line(), written)
    os.utime(written, ns=(1, 1))
    assert listed(written, standard(), NO_PRICES, before[0]).name == "運営事業"
    assert read == [written]


def test_sums_of_the_years(folder: Path) -> None:
    """Each year is summed, the latest first; a request without 要求額 is counted apart, and a damaged file nowhere."""
    storage.save(one_line(), folder / "運営.yosan")
    later, earlier = year_sums(rows(folder))
    assert (later.year, later.requests, later.without_amount, later.change) == ("令和2年度", 1, 1, 0)
    assert (earlier.requests, earlier.amount, earlier.previous) == (2, 125_767, 119_556)
    assert year_lines(rows(folder)) == [
        "令和2年度　要求額のないもの 1件",
        "平成31年度　2件　要求額 125,767千円　前年度 119,556千円　増減 6,211千円",
    ]


def test_sums_of_kinds_that_are_never_added(folder: Path) -> None:
    """What a sheet for 債務負担行為 asks for is no 歳出 of the year: it has a sum of its own, without 前年度."""
    owed = set_value(one_line(), "header/sheet", "commitment")
    storage.save(set_value(owed, "header/fiscal_year", "令和2年度"), folder / "債務.yosan")
    storage.save(set_value(one_line(), "header/fiscal_year", "令和2年度"), folder / "運営.yosan")
    expenditure, commitment, _earlier = year_sums(rows(folder))
    assert (expenditure.amount, expenditure.requests, expenditure.without_amount) == (1_000, 2, 1)
    assert (commitment.kind, commitment.requests) == ("commitment", 1)
    assert commitment.words.startswith("債務負担行為　")
    assert year_lines(rows(folder))[0] == f"令和2年度　{expenditure.words}　{commitment.words}"
    assert "前年度" not in commitment.words


def test_copies_without_an_amount_are_in_no_sum(folder: Path) -> None:
    """Two copies of a draft that asks for nothing yet double no sum, so nothing is said of them."""
    draft = folder / "課" / "案.yosan"
    (folder / "案 - コピー.yosan").write_bytes(draft.read_bytes())
    assert year_lines(rows(folder))[0] == "令和2年度　要求額のないもの 2件"


def test_one_year_in_two_eras_is_one(folder: Path) -> None:
    """平成31年度 and 令和元年度 are summed together."""
    storage.save(set_value(one_line(), "header/fiscal_year", "令和元年度"), folder / "運営.yosan")
    assert [year.requests for year in year_sums(rows(folder))] == [1, 2]


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    """A folder that cannot be opened is said in a sentence."""
    with pytest.raises(FileError, match="開けません"):
        request_files(tmp_path / "ない")


def test_next_year_of_a_file(folder: Path) -> None:
    """The draft goes beside the request under the name of its year; nothing is ever replaced."""
    path = folder / "住基ネット（平成31年度）.yosan"
    before = path.read_bytes()
    written = write_next_year(path, standard())
    assert written.target == folder / "住基ネット（令和2年度）.yosan"
    assert storage.load(written.target) == next_year(sample(), standard())
    storage.save(one_line(), written.target)
    assert "すでにあります" in write_next_year(path, standard()).error
    assert storage.load(written.target) == one_line()
    assert path.read_bytes() == before
    assert "壊れている" in write_next_year(folder / "壊れた.yosan", standard()).error


def test_export_of_a_file(folder: Path, tmp_path: Path) -> None:
    """Page and workbook go into a folder; requests of one name get names of their own, another's file stays."""
    out, names, place = tmp_path / "out", TakenNames(), ROOT / "templates" / "standards" / "tottori"
    out.mkdir()
    path = folder / "課" / "案.yosan"
    for _ in range(2):
        assert export_file(path, out, names, standard(), place).error == ""
    assert sorted(file.name for file in out.iterdir()) == ["案-2.html", "案-2.xlsx", "案.html", "案.xlsx"]
    (out / "案.html").write_text("他人の", encoding="utf-8")
    assert export_file(path, out, TakenNames(), standard(), place).error
    assert (out / "案.html").read_text(encoding="utf-8") == "他人の"


def test_list_as_a_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``list`` prints the same rows and sums, as a table and as JSON; a damaged file is said and is exit code 2."""
    assert run(["list", str(folder)]) == 2
    said = capsys.readouterr()
    assert "124,767" in said.out
    assert "平成31年度　1件" in said.out
    assert "壊れた.yosan" in said.err
    (folder / "壊れた.yosan").unlink()
    assert run(["list", str(folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [request["amount"] for request in found["requests"]] == [124_767, None]
    assert found["years"][1] == {
        "year": "平成31年度", "kind": "expenditure", "requests": 1, "amount": 124_767, "previous": 118_656, "without_amount": 0, "copies": 0, "change": 6_111,
    }  # fmt: skip
