"""The file: what is written is read back, what cannot be read is told, and no crash loses anything."""

from __future__ import annotations

import builtins
import errno
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.document import storage
from model.document.storage import FileError, dumps, load, loads, save
from model.request.request import Line, Request
from tests.examples import examples
from tests.requests import requests
from tests.samples import SAMPLE_FILE, big, declared_sample, empty, sample, with_lines

SAMPLE = SAMPLE_FILE.read_bytes()
NOT_OURS = "予算帖の要求書（.yosan）ではありません"
DAMAGED = "壊れているか、途中で切れています"


def refusal(data: bytes) -> str:
    """The sentence with which bytes are refused: Japanese, and nothing of the program's insides."""
    with pytest.raises(FileError) as raised:
        loads(data, "要求.yosan")
    sentence = str(raised.value)
    assert sentence.startswith("「要求.yosan」は")
    assert not re.search("Error|Traceback|msgspec|NoneType|recursion", sentence)
    return sentence


def changed(**parts: Any) -> bytes:
    """The sample's file with some of its parts replaced."""
    return json.dumps({**json.loads(SAMPLE), **parts}, ensure_ascii=False).encode()


def table_of(*lines: object) -> list[object]:
    """The cost tables of a file with one table."""
    return [{"id": "table", "lines": list(lines)}]


@settings(max_examples=examples(60))
@given(requests())
def test_any_request_is_read_back(request: Request) -> None:
    """What is written and read again is the same request, unreadable amounts and blanks too."""
    assert loads(dumps(request), "x") == request


@pytest.mark.parametrize(
    "request_", [sample(), declared_sample(), empty(), big(1_000)], ids=["real", "declared", "new", "big"]
)
def test_file_is_read_back(request_: Request, tmp_path: Path) -> None:
    """A saved file opens as the same request."""
    save(request_, tmp_path / "要求.yosan")
    assert load(tmp_path / "要求.yosan") == request_
    assert [path.name for path in tmp_path.iterdir()] == ["要求.yosan"]


def test_shipped_sheet_is_as_we_write_it() -> None:
    """The sample's file is, byte for byte, what the program writes of it."""
    assert dumps(load(SAMPLE_FILE)) == SAMPLE


def test_format_comes_first() -> None:
    """A reader of any later version learns the format before all else."""
    assert dumps(sample()).startswith(b'{\n  "format": 5,\n')


def test_line_of_the_table_is_a_line_of_the_file() -> None:
    """A changed amount is one changed line in a comparison of two files."""
    groups = replace(
        sample().groups[0],
        lines=(replace(sample().groups[0].lines[0], amount=1), *sample().groups[0].lines[1:]),
    )
    other = dumps(replace(sample(), groups=(groups, *sample().groups[1:]))).decode().splitlines()
    differing = [
        line for line, before in zip(other, SAMPLE.decode().splitlines(), strict=True) if line != before
    ]
    assert len(differing) == 1
    assert '"line-1-1"' in differing[0]


def test_nothing_computed_is_in_the_file() -> None:
    """Totals are never stored: the 合計 of the real sheet stand nowhere in its file."""
    assert not re.search(rb"48889|124767|139849|15082|122608", SAMPLE)


def test_mark_of_windows_editors_is_no_damage() -> None:
    """A file that Notepad saved begins with a mark; it opens all the same."""
    assert loads(b"\xef\xbb\xbf" + SAMPLE, "x") == sample()


def test_file_cut_off() -> None:
    """A file of which only the beginning arrived is refused, wherever it was cut, and a copy is asked for."""
    cuts = range(50, len(SAMPLE.rstrip()), 50)
    assert len(cuts) > 200
    for at in cuts:
        assert re.search(f"{DAMAGED}.*控えのファイル", refusal(SAMPLE[:at])), f"cut at {at}"


@settings(max_examples=examples(300))
@given(st.integers(0, len(SAMPLE) - 1), st.binary(min_size=1, max_size=3))
def test_damaged_bytes(at: int, junk: bytes) -> None:
    """Bytes overwritten anywhere leave a file that opens as some sheet or is refused in a sentence: nothing else."""
    data = SAMPLE[:at] + junk + SAMPLE[at + len(junk) :]
    try:
        request = loads(data, "要求.yosan")
    except FileError:
        refusal(data)
    else:
        assert loads(dumps(request), "x") == request


@given(st.binary(max_size=40))
def test_any_bytes(data: bytes) -> None:
    """Bytes of whatever origin are refused in a sentence."""
    assert refusal(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04\x14\x00\x06\x00",
        "<html><body>要求</body></html>".encode("cp932"),
        SAMPLE.decode().encode("utf-16"),
        b"[]",
        b"null",
        b'"format"',
        b"1",
        b"{}",
        b'{"format": "1"}',
        b'{"format": true}',
        b'{"format": 0}',
        b'{"format": -1}',
        b'{"format": 1.0}',
        b'{"format": null}',
        b"[" * 10_000,
        b"[" * 10_000 + b"]" * 10_000,
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_request_file(data: bytes) -> None:
    """An empty file, a PDF, a workbook, a page, another encoding or another JSON is no request."""
    assert NOT_OURS in refusal(data)


@pytest.mark.parametrize("version", [storage.FORMAT + 1, 99, 10**6, 10**30])
def test_newer_format(version: int) -> None:
    """A file of a newer version says so and asks for that version."""
    sentence = refusal(changed(format=version))
    assert f"形式{version}" in sentence
    assert "ファイルには手を加えていません。新しい版の予算帖を入れて開いてください。" in sentence


LINE = {"id": "a", "text": "旅費", "amount": 5}


@pytest.mark.parametrize(
    "data",
    [
        changed(groups=table_of({**LINE, "amount": True})),
        changed(groups=table_of({**LINE, "amount": [5]})),
        changed(groups=table_of({**LINE, "text": 5})),
        changed(groups=table_of({"text": "旅費"})),
        changed(groups=table_of(None)),
        changed(groups={"id": "table"}),
        changed(groups=None),
        changed(header=[]),
        changed(header={"name": None}),
        changed(sections=[{"id": "s", "costs": True, "frame": 3}]),
        changed(commitments=[{"id": "c", "status": "perhaps"}]),
        changed(declared={"request/amount": {}}),
        changed(sections=[]),
        changed(sections=[{"id": "s"}]),
        changed(sections=[{"id": "s", "costs": True}, {"id": "t", "costs": True}]),
        changed(groups=table_of(LINE, LINE)),
        changed(groups=table_of({"id": "table"})),
        changed(groups=table_of({**LINE, "parts": [LINE]})),
        changed(groups=[{"id": "section-1"}]),
        changed(groups=table_of({"id": ""})),
        changed(groups=table_of({"id": "a/b"})),
        changed(groups=[{"id": "group-1"}, {"id": "group-1"}]),
        changed(commitments=[{"id": "c"}, {"id": "c"}]),
        b'{"format": 1,}',
        b'{"format": 1, "header": ' + b'{"a":' * 10_000,
        SAMPLE.replace(b"group-1", b"group-\xff"),
        SAMPLE + b"}",
        SAMPLE.decode().encode("utf-16-le"),
        SAMPLE.replace("総務部".encode(), b"\\ud800"),
    ],
)
def test_damaged_request_file(data: bytes) -> None:
    """Wrong types, double ids, a sheet without its costs or half a character: a damaged file, which a copy of the day before replaces."""
    assert DAMAGED in refusal(data)
    assert refusal(data).endswith("共有フォルダーの管理者に前の日の控えを頼んでください。")


NUMBERS = [
    *("10000000000000", "-10000000000000", "9" * 19, "1" + "0" * 400, "-1" + "0" * 400, "7" * 4_300),
    *(
        "7" * 5_000,
        "-" + "7" * 5_000,
        "1.5",
        "1.50",
        "-0.0",
        "1e308",
        "1e400",
        "-1E+5000",
        "0." + "1" * 5_000,
    ),
]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:12])
def test_number_that_is_no_amount_is_kept_as_it_stands(number: str) -> None:
    """An amount of more than 13 digits, or not of whole 千円, is the text that stands in the file: nothing is lost."""
    data = changed(groups=table_of({**LINE, "amount": 12_345_678})).replace(b"12345678", number.encode())
    request = loads(data, "x")
    assert request.groups[0].lines[0].amount == number
    assert loads(dumps(request), "x") == request


@pytest.mark.parametrize("amount", [9_999_999_999_999, -9_999_999_999_999, 0])
def test_largest_amounts_are_amounts(amount: int) -> None:
    """An amount of 13 digits, on either side of 0, is a figure."""
    assert (
        loads(changed(groups=table_of({**LINE, "amount": amount})), "x").groups[0].lines[0].amount == amount
    )


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "0x10", "1_000", "１"])
def test_what_is_no_number_of_json_is_damage(number: str) -> None:
    """What other programs write for no number is none of JSON's, and nothing is read of such a file."""
    data = changed(groups=table_of({**LINE, "amount": 12_345_678})).replace(b"12345678", number.encode())
    assert DAMAGED in refusal(data)


def test_people_without_quotes_are_people() -> None:
    """人役 that another program wrote as a number (1.9) are those people."""
    request = loads(changed(headcount={"request": {"regular": 1.9}}), "x")
    assert request.headcount.request == {"regular": "1.9"}


def nested(levels: int) -> bytes:
    """A file with one line that nests to some levels."""
    line = '{"id": "line-0"}'
    for level in range(1, levels):
        line = f'{{"id": "line-{level}", "parts": [{line}]}}'
    return f'{{"format": 1, "sections": [{{"id": "s", "costs": true}}], "groups": [{{"id": "g", "lines": [{line}]}}]}}'.encode()


@pytest.mark.parametrize("levels", [4, 5, 100, 300, 400, 450, 490, 500, 1_000, 10_000])
def test_lines_nested_too_deep(levels: int) -> None:
    """A sheet nests to three levels; a file that nests further is refused, however deep."""
    assert DAMAGED in refusal(nested(levels))


def test_lines_nested_to_three_levels() -> None:
    """Three levels are in order."""
    (group,) = loads(nested(3), "x").groups
    assert group.lines[0].parts[0].parts[0] == Line("line-0")


def test_unreadable_file_is_left_alone(tmp_path: Path) -> None:
    """Opening a file that cannot be read changes nothing of it, and leaves nothing beside it."""
    path = tmp_path / "要求.yosan"
    path.write_bytes(SAMPLE[:1_000])
    before = path.stat()
    with pytest.raises(FileError):
        load(path)
    assert path.read_bytes() == SAMPLE[:1_000]
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("make", "reason"), [(Path.exists, "見つかりません"), (Path.mkdir, "フォルダーです")]
)
def test_file_that_cannot_be_opened(make: Callable[[Path], object], reason: str, tmp_path: Path) -> None:
    """A missing file or a folder of that name is told with the reason and the place."""
    path = tmp_path / "要求.yosan"
    make(path)
    with pytest.raises(FileError, match=reason) as raised:
        load(path)
    assert str(path) in str(raised.value)


def test_enormous_file_is_not_read(tmp_path: Path) -> None:
    """A film renamed to .yosan is refused before it is read into memory."""
    path = tmp_path / "film.yosan"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(FileError, match="大きすぎる"):
        load(path)


def failing(number: int) -> Callable[..., NoReturn]:
    """A call to the system that fails."""

    def fail(*_args: object, **_options: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("crash", ["open", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (
            errno.ENOSPC,
            r"（空き容量がありません）。空きを増やしてもう一度するか、別の場所を選んでください。$",
        ),
        (errno.EACCES, r"権限.*ほかで開いていれば閉じてもう一度するか、別の場所か名前を選んでください。$"),
        (errno.EROFS, r"（書き込めない場所です）。別の場所か名前を選んでください。$"),
        (errno.ENOENT, r"フォルダーが見つかりません）。共有フォルダーにつながっているか確かめて"),
        (errno.ETIMEDOUT, r"つながりが切れています）。少し待ってもう一度するか、別の場所を選んでください。$"),
    ],
)
def test_crash_while_saving_keeps_the_old_file(
    crash: str, number: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, a folder without rights or a lost drive leaves the old file as it was and nothing beside it."""
    path = tmp_path / "要求.yosan"
    path.write_bytes(SAMPLE)
    where = {"open": builtins, "fsync": os, "replace": Path}[crash]
    monkeypatch.setattr(where, crash, failing(number))
    with pytest.raises(FileError, match=reason):
        save(empty(), path)
    monkeypatch.undo()
    assert path.read_bytes() == SAMPLE
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("where", ["missing/要求.yosan", "file/要求.yosan", "folder"])
def test_place_where_nothing_can_be_saved(where: str, tmp_path: Path) -> None:
    """A folder that is gone, one that is a file, or a folder of the file's name is told in a sentence."""
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError, match="保存できません"):
        save(sample(), tmp_path / where)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_request_that_was_typed_can_be_opened_again(tmp_path: Path) -> None:
    """Rare characters, line breaks, quotes and 0 come back as they were typed."""
    lines = (Line("a", '𠮟る"👪"\n二行\t', 0, -5, "\\n"), Line("b", "\u2028", "約3百", None))
    save(with_lines(*lines), tmp_path / "x.yosan")
    assert load(tmp_path / "x.yosan") == with_lines(*lines)


def test_older_format_is_brought_forward(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of an older version passes through every migration, in order, to the present format."""
    monkeypatch.setattr(storage, "FORMAT", 7)  # the sample is of format 5
    renamed = {
        5: lambda raw: {**raw, "words": "単"},
        6: lambda raw: {"funding_words": raw.pop("words") + "県", **raw},
    }
    monkeypatch.setattr(storage, "MIGRATIONS", renamed)
    old = {key: value for key, value in json.loads(SAMPLE).items() if key != "funding_words"}
    assert loads(json.dumps(old).encode(), "x") == sample()


@pytest.mark.parametrize("released", [1, 2, 3, 4])
def test_file_of_an_older_format_is_read(released: int) -> None:
    """A request saved by an older released version opens as the same request."""
    older = Path(__file__).parents[1] / "data" / f"format{released}.yosan"
    assert json.loads(older.read_bytes())["format"] == released
    assert load(older) == replace(sample(), standard="")


def test_schema_describes_the_file() -> None:
    """The JSON Schema names every key of the file, asks for the format, and allows no other key."""
    found = storage.schema()
    file = found["$defs"]["Request"]
    assert ["format", *Request.__struct_fields__] == [*file["properties"], "unknown"]
    assert file["properties"]["format"]["enum"] == [*range(json.loads(SAMPLE)["format"], storage.FORMAT + 1)]
    assert file["required"] == ["format"]
    assert file["additionalProperties"] is False
    assert set(json.loads(SAMPLE)) <= set(file["properties"])
    assert msgspec.json.encode(found)


def test_content_is_that_of_the_file_that_was_read_and_written(tmp_path: Path) -> None:
    """What is said of a file when it is opened and when it is saved is what it then held."""
    path = tmp_path / "要求.yosan"
    assert save(sample(), path) == SAMPLE == path.read_bytes()
    assert storage.open_file(path) == storage.OpenedFile(sample(), SAMPLE)


def test_a_compact_copy_is_read_as_the_file_is() -> None:
    """A copy of unsaved work holds the same request as the file that people read, on one line."""
    assert storage.loads(storage.dumps_compact(sample()), "copy") == sample()
    assert b"\n" not in storage.dumps_compact(sample())
