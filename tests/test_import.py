"""The commands ``import`` and ``next-year``: what they write, what they say, and their exit codes."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

import main
from model import next_year
from model.document import storage
from model.document.document import take_snapshot
from model.edits.commitments import spread_years
from model.edits.declared import release_agreeing
from model.edits.identity import identified
from model.request.carried import Carried
from model.request.request import Request
from model.standard.standard import Standard
from templates.page.html import render
from templates.readers import sources
from templates.readers.reading import HandChange, Reading, Unread
from templates.sheet.sheet import cells_of, lay_out
from templates.workbook.excel import workbook_bytes
from tests.commitment_requests import facilities
from tests.model.checks.examples.unknown import asked_of
from tests.samples import ROOT, sample, standard


def run(*words: object) -> int:
    """Run a command as the shell does; the exit code, also of a wrong command line."""
    try:
        return main.run([str(word) for word in words])
    except SystemExit as end:
        return int(end.code or 0)


def page(path: Path, request: Request) -> Path:
    """The path, with the published page of the request in it."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        render(take_snapshot(request, standard()), ROOT / "templates" / "standards" / "tottori"),
        encoding="utf-8",
    )
    return path


def test_a_page_becomes_a_request_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``import`` makes the folder and writes a request file named like its source; all is well, so the code is 0."""
    out = tmp_path / "新しい" / "出力"
    assert run("import", page(tmp_path / "住基.html", sample()), "-o", out) == 0

    assert storage.load(out / "住基.yosan").header == sample().header
    said = capsys.readouterr().out
    assert f"{tmp_path / '住基.html'} → {out / '住基.yosan'}" in said
    assert "読み取れなかった箇所" not in said


def test_a_commitment_s_page_becomes_a_request_file(tmp_path: Path) -> None:
    """The page of a 債務負担行為要求書 gives its years and its limit; nothing on it is left unread or found wrong."""
    assert run("import", page(tmp_path / "営繕.html", facilities()), "-o", tmp_path) == 0
    found = storage.load(tmp_path / "営繕.yosan")
    assert found.header == facilities().header
    (owed,) = found.commitments
    (figures,) = take_snapshot(found, standard()).totals.commitments
    assert (figures.limit.value, owed.period) == (77_899, "5年度から10年度まで")
    assert [year.amount for year in owed.years] == [16_584, 15_511, 15_511, 15_511, 7_391, 7_391]


def test_a_page_of_its_own_is_exported_and_taken_in(tmp_path: Path) -> None:
    """What ``export`` writes for a commitment of an ordinary request, ``import`` takes in as a sheet of its own."""
    asked = spread_years(sample(), "commitment-1", take_snapshot(sample(), standard()).totals)
    storage.save(asked, tmp_path / "住基.yosan")
    run("export", tmp_path / "住基.yosan", "--html", "-o", tmp_path)
    pages = [tmp_path / "住基.html", tmp_path / "住基-債務負担行為1.html"]
    assert run("import", *pages, "-o", tmp_path / "out") == 0
    ordinary, own = (storage.load(tmp_path / "out" / f"{each.stem}.yosan") for each in pages)
    remarked = next(commitment for commitment in ordinary.commitments if commitment.id == "commitment-1")
    (owed,) = own.commitments
    assert own.header.sheet == "commitment"
    assert (remarked.id, remarked.period, remarked.years) == (owed.id, "H32〜H35", ())
    assert [(each.year, each.amount) for each in owed.years] == [
        (f"{year}年度", 12_085) for year in (32, 33, 34, 35)
    ]
    totals = take_snapshot(own, standard()).totals
    assert (totals.commitments[0].limit.value, totals.amount.value) == (48_340, 48_340)


def test_errors_on_the_page_give_code_1(tmp_path: Path) -> None:
    """A page whose printed 要求額 is not the sum of its tables is read as it is, and the exit code says so."""
    wrong = replace(sample(), declared={"request/amount": 5})
    assert run("import", page(tmp_path / "a.html", wrong), "-o", tmp_path) == 1
    assert storage.load(tmp_path / "a.yosan").declared["request/amount"] == 5


def test_agreeing_totals_become_computed(tmp_path: Path) -> None:
    """``--computed`` makes of a page whose totals are typed a request whose workbook has living formulas.

    No figure changes, a total that differs stays as it is typed, and it is what the window's own action does.
    """
    text = tmp_path / "公表.html"
    text.write_text(
        re.sub("<template.*</template>", "", page(text, sample()).read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    assert run("import", text, "-o", tmp_path / "typed") == 0
    file = tmp_path / "typed" / "公表.yosan"  # read once, for a reading gives new ids
    assert run("import", file, "-o", tmp_path / "computed", "--computed") == 0
    typed, computed = (storage.load(tmp_path / folder / "公表.yosan") for folder in ("typed", "computed"))
    before, after = (take_snapshot(request, standard()) for request in (typed, computed))
    assert computed == release_agreeing(typed, before.totals, standard()) != typed
    assert {cell.place: cell.printed for cell in cells_of(lay_out(before))} == {
        cell.place: cell.printed for cell in cells_of(lay_out(after))
    }
    dead, living = (formulas(workbook_bytes(snapshot)) for snapshot in (before, after))
    assert dead < formulas(workbook_bytes(take_snapshot(sample(), standard()))) <= living

    wrong = replace(sample(), declared={"request/amount": 5})
    run("import", page(tmp_path / "違う.html", wrong), "-o", tmp_path / "computed", "--computed")
    assert storage.load(tmp_path / "computed" / "違う.yosan").declared["request/amount"] == 5


def formulas(book: bytes) -> int:
    """How many formulas the printed sheet of a workbook has."""
    cells = (cell for row in load_workbook(io.BytesIO(book))["要求書"].iter_rows() for cell in row)
    return sum(cell.data_type == "f" for cell in cells)


def test_a_bad_source_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that cannot be read is named on stderr, writes no file, and the others are still done: code 2."""
    bad = tmp_path / "悪い.html"
    bad.write_bytes(b"%PDF-1.7")
    good = page(tmp_path / "よい.html", sample())
    assert run("import", bad, good, tmp_path / "ない.html", "-o", tmp_path / "out") == 2

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["よい.yosan"]
    errors = capsys.readouterr().err
    assert "「悪い.html」はPDFなので読めません" in errors
    assert "ない.html" in errors


def test_two_sources_of_one_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second source of a name gets 「-2」 behind it, and the program says so."""
    first = page(tmp_path / "a" / "事業.html", sample())
    second = page(tmp_path / "b" / "事業.html", replace(sample(), funding_words="国庫"))
    assert run("import", first, second, "-o", tmp_path / "out") == 0

    assert storage.load(tmp_path / "out" / "事業-2.yosan").funding_words == "国庫"
    assert "「事業-2.yosan」にしました" in capsys.readouterr().out


def test_two_sources_of_one_name_and_the_same_words(tmp_path: Path) -> None:
    """Also two sources that say the same have a file each, so that none seems to be lost."""
    sources_ = [page(tmp_path / folder / "事業.html", sample()) for folder in "ab"]
    for _ in range(2):
        assert run("import", *sources_, "-o", tmp_path / "out") == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"事業.yosan", "事業-2.yosan"}


def test_nobody_s_work_is_replaced(tmp_path: Path) -> None:
    """A file that is there is left as it is; the same source read again gives the same file, not another one."""
    source = page(tmp_path / "事業.html", sample())
    storage.save(Request(sections=sample().sections), tmp_path / "事業.yosan")
    before = (tmp_path / "事業.yosan").read_bytes()
    for _ in range(2):
        assert run("import", source, "-o", tmp_path) == 0
    assert (tmp_path / "事業.yosan").read_bytes() == before
    assert {path.name for path in tmp_path.glob("*.yosan")} == {"事業.yosan", "事業-2.yosan"}


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Reading:
    """A source of which a part was not understood and a part was changed by hand."""
    found = Reading(
        sample(),
        (Unread("12行目", "約3百", "金額として読めないため、文字のまま入れました。"),),
        (HandChange("要求書!E12", "「集約センター経費」の要求額", "6,468", "7,000"),),
    )
    monkeypatch.setattr(sources, "read_source", lambda *_: found)
    return found


def test_what_was_not_understood_is_said(
    tmp_path: Path, reading: Reading, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each part that was not understood is a line: where, what, why; and so is each change by hand."""
    run("import", "a.xlsx", "-o", tmp_path)
    said = capsys.readouterr().out
    assert "読み取れなかった箇所 1件\n    12行目: 「約3百」 金額として読めないため" in said
    assert "手で変えられた箇所 1件\n    要求書!E12 「集約センター経費」の要求額: 「6,468」→「7,000」" in said


def test_import_as_json(tmp_path: Path, reading: Reading, capsys: pytest.CaptureFixture[str]) -> None:
    """``--json`` gives the same to other programs: an entry for each source, in their order."""
    run("import", "a.xlsx", "--json", "-o", tmp_path)
    (report,) = json.loads(capsys.readouterr().out)
    assert report["source"] == "a.xlsx"
    assert report["file"] == str(tmp_path / "a.yosan")
    assert report["unread"][0]["where"] == "12行目"
    assert report["changes"][0]["after"] == "7,000"
    assert isinstance(report["findings"], list)


def test_what_was_assumed_of_a_source_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a reader could not prove is listed, keeps its 誤り in the file that is written, and gives code 1."""
    asked = asked_of(sample(), "line/line-1-1/amount")
    monkeypatch.setattr(sources, "read_source", lambda *_: Reading(asked))
    assert run("import", "a.xlsx", "--json", "-o", tmp_path) == 1
    (report,) = json.loads(capsys.readouterr().out)
    assert report["asked"] == [
        {
            "where": "内訳!C4",
            "place": "line/line-1-1/amount",
            "question": "単位の書かれていない列を千円と読みました。",
            "assumed": "千円",
            "alternatives": ["円", "百万円"],
            "evidence": "合計が要求額と合う。",
        }
    ]
    assert [
        found["fix"]["confirms"] for found in report["findings"] if found["rule"] == "source-question"
    ] == ["asked-0"]
    assert storage.load(tmp_path / "a.yosan") == identified(asked)
    assert run("import", "a.xlsx", "-o", tmp_path) == 1
    said = capsys.readouterr().out
    assert "取り込みの確認 1件\n    内訳!C4: 単位の書かれていない列を千円と読みました。" in said
    assert "読み方「千円」 ほかの読み方「円」「百万円」" in said


def test_a_bad_source_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that cannot be read has its sentence in the JSON too."""
    assert run("import", tmp_path / "ない.html", "--json", "-o", tmp_path) == 2
    (report,) = json.loads(capsys.readouterr().out)
    assert "見つかりません" in report["error"]
    assert "file" not in report


def test_progress_on_a_terminal(
    tmp_path: Path, reading: Reading, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal a bar shows how many sources are done; into a file nothing of it is written."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    run("import", "a.xlsx", "b.xlsx", "-o", tmp_path)
    assert f"[{'#' * 15}{'.' * 15}] 1/2" in terminal.getvalue()
    assert terminal.getvalue().endswith("2/2\n")
    assert "#" not in capsys.readouterr().out


def test_next_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``next-year`` writes the draft of the following year and lists the changes under their reasons, each said once."""

    def draft(request: Request, _standard: Standard) -> Request:
        moved = replace(request, header=replace(request.header, fiscal_year="令和2年度"))
        change = Carried("年度", "平成31年度", "令和2年度", "翌年度の要求書のため。", id="carried-1")
        budget = Carried("予算", "補正予算", "当初予算", "翌年度の要求書のため。", id="carried-2")
        return replace(moved, carried=(change, budget))

    monkeypatch.setattr(next_year, "next_year", draft)
    storage.save(sample(), tmp_path / "a.yosan")
    assert run("next-year", tmp_path / "a.yosan", "-o", tmp_path / "b.yosan") == 0

    assert storage.load(tmp_path / "b.yosan").header.fiscal_year == "令和2年度"
    said = capsys.readouterr().out
    assert (
        "  翌年度の要求書のため。\n    年度: 平成31年度 → 令和2年度\n    予算: 補正予算 → 当初予算\n" in said
    )
    assert said.count("翌年度の要求書のため。") == 1


def test_next_year_of_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read is a sentence and exit code 2, and no draft is written."""
    assert run("next-year", tmp_path / "ない.yosan", "-o", tmp_path / "b.yosan") == 2
    assert "見つかりません" in capsys.readouterr().err
    assert not (tmp_path / "b.yosan").exists()
