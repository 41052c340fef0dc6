"""``check`` as a finance division runs it: over a folder, as JSON, with what the writers acknowledged."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

import main
from model.document import storage
from model.document.document import take_snapshot
from model.edits.grounds import answer
from model.request.grounds import Cut
from model.request.request import Request
from model.totals import prices
from tests.samples import ROOT, declared_sample, sample, standard

KEYS = {"rule", "severity", "place", "where", "message", "source", "fix", "acknowledged"}


def wrong() -> Request:
    """A request whose 要求額 is typed and does not agree with its tables."""
    return replace(sample(), declared={"request/amount": 5})


def acknowledged() -> Request:
    """The same, each 誤り acknowledged with a reason."""
    request = wrong()
    for error in take_snapshot(request, standard()).findings.errors:
        request = answer(request, error, "公表済みのページのとおり。")
    return request


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two requests, a damaged file below it, and what is no request."""
    for name, request in (("乙.yosan", wrong()), ("部局/甲.YOSAN", sample()), ("丙.yosan", acknowledged())):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        storage.save(request, tmp_path / name)
    (tmp_path / "部局" / "半分.yosan").write_bytes(storage.dumps(sample())[:2_000])
    (tmp_path / ".隠し.yosan").write_text("x", encoding="utf-8")
    (tmp_path / "メモ.txt").write_text("x", encoding="utf-8")
    return tmp_path


def as_json(said: str) -> list[dict[str, Any]]:
    """The reports of a run."""
    found: list[dict[str, Any]] = json.loads(said)
    return found


def test_a_folder_is_every_request_below_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The files come sorted by their path; one that cannot be read stands in its place with its reason."""
    assert main.run(["check", str(folder), "--json"]) == 2

    said = capsys.readouterr()
    reports = as_json(said.out)
    assert [Path(each["file"]).name for each in reports] == ["丙.yosan", "乙.yosan", "半分.yosan", "甲.YOSAN"]
    assert [set(each) for each in reports] == [
        {"file", "findings", "acknowledged", "questions", "empty"},
        {"file", "findings", "acknowledged", "questions", "empty"},
        {"file", "error"},
        {"file", "findings", "acknowledged", "questions", "empty"},
    ]
    assert reports[1]["empty"] == []
    assert reports[2]["error"] in said.err
    assert all(set(each) == KEYS for report in reports for each in report.get("findings", []))


def test_json_is_an_array_as_json_writes_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written report by report, it is the text that the whole list would give; without a file it is empty."""
    main.run(["check", str(folder), "--json"])

    said = capsys.readouterr().out
    assert said == json.dumps(json.loads(said), ensure_ascii=False, indent=2) + "\n"


def test_a_folder_without_requests_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong folder is not taken for one in which nothing is wrong."""
    assert main.run(["check", str(tmp_path), "--json"]) == 2

    said = capsys.readouterr()
    assert "要求書のファイル（.yosan）がありません" in said.err
    (report,) = as_json(said.out)
    assert (report["file"], "error" in report) == (str(tmp_path), True)


def test_what_was_acknowledged_is_no_open_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A 誤り with the writer's reason is listed apart, and the exit code is that of what is open."""
    path = tmp_path / "了解.yosan"
    storage.save(acknowledged(), path)
    assert main.run(["check", str(path), "--json"]) == 0

    (report,) = as_json(capsys.readouterr().out)
    assert not [each for each in report["findings"] if each["severity"] == "error"]
    assert {each["acknowledged"] for each in report["acknowledged"]} == {"公表済みのページのとおり。"}
    assert {each["severity"] for each in report["acknowledged"]} == {"error"}
    assert main.run(["check", str(path)]) == 0
    assert "【誤り】" not in capsys.readouterr().out


def test_where_is_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person can read where a finding is; a program finds it by its place."""
    path = tmp_path / "誤り.yosan"
    storage.save(wrong(), path)
    main.run(["check", str(path), "--json"])

    (report,) = as_json(capsys.readouterr().out)
    (error,) = [each for each in report["findings"] if each["place"] == "request/amount"]
    assert error["where"] == "事業費 ＞ 要求額"
    assert error["fix"] == {
        "label": "計算値に戻す",
        "place": "request/amount",
        "value": None,
        "also": [],
        "confirms": "",
        "adds": [],
        "cuts": [],
    }


def test_repair_of_a_cut_is_given_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another program can make the repair from the JSON alone: the parts of the cut that it enters are all there."""
    path = tmp_path / "見本.yosan"
    storage.save(sample(), path)
    main.run(["check", str(path), "--json"])

    (report,) = as_json(capsys.readouterr().out)
    (found,) = [each for each in report["findings"] if each["rule"] == "19-rest"]
    cuts = tuple(msgspec.convert(finding, Cut) for finding in found["fix"]["cuts"])
    assert found["fix"]["place"] in {f"cut/{cut.id}/amount" for cut in cuts}
    assert [cut.amount for cut in cuts] == [370, 109]
    repaired = replace(sample(), cuts=(*sample().cuts, *cuts))
    assert take_snapshot(repaired, standard()).explained_cut.unexplained == 0


def test_the_price_table_of_a_folder_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of requests beside one 単価表.csv do not read it thousands of times."""
    asked: list[Path] = []
    monkeypatch.setattr(prices, "beside", lambda path: asked.append(path.parent) or prices.NO_PRICES)
    main.run(["check", str(folder)])

    assert asked == [folder, folder / "部局"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x81", "単価表として読めません"),
        (b"a,b\n1,2\n", "見出しがありません"),
        (
            "名前,単価\n切手,高い\n,5円\n封筒,10円\n".encode(),
            "2行目: 「切手」の単価「高い」が金額として読めません",
        ),
        (None, "フォルダーです"),
    ],
    ids=["bytes", "another table", "rows", "a folder"],
)
def test_a_price_table_that_cannot_be_read_is_said(
    content: bytes | None, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A 単価表.csv of which something cannot be read is said once, as a file that cannot be read is; the requests are checked."""
    table = folder / prices.FILE_NAME
    if content is None:
        table.mkdir()
    else:
        table.write_bytes(content)
    good = folder / "乙.yosan"
    storage.save(sample(), good)
    assert main.run(["check", str(good), str(folder / "丙.yosan"), "--json"]) == 2
    out, error = capsys.readouterr()
    failure, *reports = as_json(out)
    assert failure["file"] == str(table)
    assert said in failure["error"]
    assert [report["file"] for report in reports] == [str(good), str(folder / "丙.yosan")]
    assert error.count(said) == 1


def test_a_bar_where_a_person_looks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal stderr shows how far it is; findings and the JSON stay clean of it."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    main.run(["check", str(folder), "--json"])
    assert "] 2/4" in terminal.getvalue()
    assert terminal.getvalue().endswith("4/4\n")
    assert "#" not in capsys.readouterr().out


def test_a_folder_and_a_file_together(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files and folders come in the order in which they were given."""
    path = tmp_path / "部局" / "一つ.txt"
    storage.save(declared_sample(), path)
    main.run(["check", str(path), str(folder / "部局")])

    said = [line for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]
    assert [Path(line.partition(": ")[0]).name for line in said] == ["一つ.txt", "甲.YOSAN"]


def test_a_reader_that_stops_is_no_trouble(tmp_path: Path) -> None:
    """``check … | head``: where nobody reads on, it ends without a traceback."""
    for at in range(40):
        storage.save(wrong(), tmp_path / f"{at}.yosan")
    with subprocess.Popen(
        [sys.executable, "main.py", "check", str(tmp_path), "--json"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert said == b""
