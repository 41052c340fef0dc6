"""The request file (.yosan): UTF-8 JSON that diffs well and opens in ten years.

Keys stand in the order of the structs, ``"format"`` first, one line per table row. A file that cannot be read is left
untouched; how one is written stands in model/files/files.

History of the format:
    1  the first: header, contact, headcount, sections, cost groups, commitments, assessment, funding, declared.
    2  lines have a basis (積算), an object class (節) and a mark; bases of other amounts; unit prices in use.
    3  the account, sheets of their own, later stages and supplementary budgets; commitments by year, continuing expenses;
       what the lines of a draft had as previous figures when it was made from last year's request.
    4  grounds of revenues, what a cut is made of, answers to findings and questions; last year's calculation of a line.
    5  the government whose Standard it was begun under.
    6  source questions: what a reader assumed of a source and nobody confirmed yet.
    7  linked figures: where a text says a figure of the sheet; what was changed when it was made from last year's request (引継ぎ).
    8  tables of the narrative that are no cost tables (本文の表); lasting ids: 事業ID and 文書ID; notes on fields for
       colleagues (付せん).

A request is written in the oldest format that holds it, byte for byte, down to 5: older versions open it, and a source that
is taken in again gives the same file. Fields of no format known here, written by a later version or by hand, are kept and
written back (``unknown_fields.py``).
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from model.files.files import FileError as FileError  # what reading and writing request files raises
from model.files.files import not_opened, write_files
from model.files.regular_file import TooLargeError, read_regular
from model.request.part import UnknownField
from model.request.parts import part_ids
from model.request.place import EXPENSE, GENERAL
from model.request.request import MAX_DEPTH, Funding, Headcount, Line, Request
from model.values.amount import LARGEST_AMOUNT, MAX_DIGITS, Amount
from model.values.identity import Identity

FORMAT: Final = 8
_OLDEST_WRITTEN: Final = 5
SUFFIX: Final = ".yosan"
# an amount is never a float: 「12.5」 is kept as it stands
_JSON: Final = msgspec.json.Decoder(float_hook=str)
_LARGEST: Final = 50_000_000  # bytes; a request of 10,000 lines takes about one million

MIGRATIONS: Final[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}
"""From a format to the next: functions on the plain JSON value; none where only fields came, which are empty in an older file.
Every released format stays readable."""


class DamagedError(FileError):
    """A request file does not hold what was written into it."""


class NewerError(FileError):
    """A file is of a later version of the program."""


class OpenedFile(msgspec.Struct, frozen=True):
    """A request with the very bytes it was read from."""

    request: Request
    content: bytes


def load(path: Path) -> Request:
    """The request of a file; raises FileError as ``open_file`` does."""
    return open_file(path).request


def open_file(path: Path) -> OpenedFile:
    """Read a request file.

    Raises:
        FileError: when it is missing, damaged, of a newer format, or no request file.
    """
    try:
        data = read_regular(path, _LARGEST)
    except TooLargeError as error:
        raise FileError(
            "「{name}」は要求書のファイルとしては大きすぎるため、開けません。ファイルを確かめてください。",
            name=path.name,
        ) from error
    except (OSError, ValueError) as error:
        raise not_opened(path, error) from error
    return OpenedFile(loads(data, path.name), data)


def loads(data: bytes, name: str) -> Request:
    """Read a request from the bytes of a file called ``name``; raises FileError as ``load`` does."""
    data = data.removeprefix(BOM_UTF8)
    try:
        raw = _decoded(data)
    except (ValueError, RecursionError) as error:  # also what msgspec and json raise
        if not data.lstrip(b" \r\n\t").startswith(b"{"):
            raise FileError(
                "「{name}」は予算帖の要求書（{suffix}）ではありません。ファイルを確かめてください。",
                name=name,
                suffix=SUFFIX,
            ) from error
        raise _damaged(name) from error
    written = raw.pop("format", None) if isinstance(raw, dict) else None
    if not isinstance(written, int) or isinstance(written, bool) or written < 1:
        raise FileError(
            "「{name}」は予算帖の要求書（{suffix}）ではありません。ファイルを確かめてください。",
            name=name,
            suffix=SUFFIX,
        )
    if written > FORMAT:
        raise NewerError(
            "「{name}」は新しい版の予算帖で保存されています（形式{written}、この版は形式{format}まで）。ファイルには手を加えていません。新しい版の予算帖を入れて開いてください。",
            name=name,
            written=written,
            format=FORMAT,
        )
    try:
        request = _converted(
            _brought_forward(raw, written),
            lambda: _brought_forward(_decoded(data, _as_written), written),
            name,
        )
    except (msgspec.ValidationError, RecursionError) as error:
        raise _damaged(name) from error
    if not _is_sound(request):
        raise _damaged(name)
    return request


def _damaged(name: str) -> DamagedError:
    return DamagedError(
        "「{name}」は壊れているか、途中で切れています。元のファイルには手を加えていません。控えのファイルがあればそれを開き、なければ共有フォルダーの管理者に前の日の控えを頼んでください。",
        name=name,
    )


def dumps(request: Request) -> bytes:
    """The bytes of a request's file."""
    return (_pretty(plain(request)) + "\n").encode()


def dumps_compact(request: Request) -> bytes:
    """The same on one line, in a hundredth of the time: for copies that nobody reads or compares."""
    return msgspec.json.encode(plain(request))


def save(request: Request, path: Path) -> bytes:
    """Write a request file in place of an old one; what was written.

    Raises:
        FileError: when it cannot be written; the old file is then as it was.
    """
    data = dumps(request)
    write_files({path: data})
    return data


def schema() -> dict[str, Any]:
    """The JSON Schema of the file: a request, and the number of its format; not of fields that this version does not know."""
    described = msgspec.json.schema(Request)
    file = described["$defs"][Request.__name__]
    del file["properties"]["unknown"], described["$defs"][UnknownField.__name__]
    formats = {"type": "integer", "enum": [*range(_OLDEST_WRITTEN, FORMAT + 1)]}
    file["properties"] = {"format": formats, **file["properties"]}
    file["required"] = ["format", *file["required"]]
    return described


def _decoded(data: bytes, number: Callable[[str], object] = str) -> Any:
    """The JSON value of a file; ``number`` makes of one that is not whole or too long what stands for it: the text as written."""
    try:
        return (_JSON if number is str else msgspec.json.Decoder(float_hook=number)).decode(data)
    except msgspec.ValidationError:  # a number of thousands of digits, or so large that no float holds it
        import json  # for files that nobody but a test has

        def whole_number(digits: str) -> object:
            return int(digits) if len(digits) <= MAX_DIGITS + 1 else number(digits)

        raw = json.loads(data, parse_int=whole_number, parse_float=number)
        json.dumps(raw, ensure_ascii=False, default=str).encode()  # half a character is refused here too
        return raw


def _brought_forward(raw: dict[str, Any], written: int) -> dict[str, Any]:
    """The JSON value of a file of an older format as one of this format."""
    for version in range(written, FORMAT):
        if version in MIGRATIONS:
            raw = MIGRATIONS[version](raw)
    return raw


def _converted(raw: dict[str, Any], again: Callable[[], dict[str, Any]], name: str) -> Request:
    """The request of a plain JSON value; an amount beyond what can be typed is kept as its text, what is not known as it is.

    ``again`` gives the same value with its numbers as they are written.
    """
    if "unknown" not in raw:  # which is no field of a file
        try:
            return msgspec.convert(raw, Request)
        except msgspec.ValidationError:
            pass  # one of what follows
    from model.document.unknown_fields import take_out  # few files have some

    unknown = take_out(raw, again, name)
    try:
        request = msgspec.convert(raw, Request)
    except msgspec.ValidationError:
        request = msgspec.convert(_with_bounded_numbers(raw), Request)
    return replace(request, unknown=unknown) if unknown else request


def _as_written(number: str) -> msgspec.Raw:
    return msgspec.Raw(number.encode())


def _with_bounded_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_bounded_numbers(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_bounded_numbers(inner) for inner in value]
    is_beyond = type(value) is int and abs(value) > LARGEST_AMOUNT
    return str(value) if is_beyond else value


def _is_sound(request: Request) -> bool:
    """What types cannot say: ids are unique, lines nest to three levels, one section shows the cost tables.

    Keys of columns and ids stand in places (funding/request/national), so that none is blank or has a slash.
    """
    funds: list[dict[str, Amount]] = [getattr(request.funding, row) for row in Funding.__struct_fields__]
    people: list[dict[str, str]] = [getattr(request.headcount, row) for row in Headcount.__struct_fields__]
    owed = [
        year.sources
        for commitment in request.commitments
        for year in (*commitment.years, *commitment.granted)
    ]
    annual = [
        side for expense in request.continuing for year in expense.years for side in (year.before, year.after)
    ]
    keys = [key for table in (*funds, *owed, *annual) for key in table]
    if not all(key and "/" not in key for key in (*keys, *(key for table in people for key in table))):
        return False
    if any(key in (GENERAL, EXPENSE) for table in funds for key in table):  # they are derived, or declared
        return False
    if not all(_nests_within(MAX_DEPTH, group.lines) for group in request.groups):
        return False
    ids = part_ids(request)
    return (
        all(ids)
        and not any("/" in name for name in ids)
        and len(set(ids)) == len(ids)
        and sum(section.costs for section in request.sections) == 1
    )


def _nests_within(levels: int, lines: tuple[Line, ...]) -> bool:
    return not lines or (levels > 0 and all(_nests_within(levels - 1, line.parts) for line in lines))


def plain(request: Request) -> dict[str, Any]:
    """A request's file as a JSON value that msgspec writes."""
    held: dict[int, object] = {
        8: request.tables or request.sticky_notes or request.identity != Identity() or request.unknown,
        7: request.links or request.carried,
        6: request.source_questions,
    }
    written = next((version for version, parts in held.items() if parts), _OLDEST_WRITTEN)
    whole = {"format": written, **msgspec.to_builtins(request)}
    if request.unknown:
        from model.document.unknown_fields import put_back

        put_back(whole, request.unknown)
    return whole


def _pretty(value: object, indent: int = 0) -> str:
    """JSON with objects and lists opened out, but for the flat ones inside tables: a row is a line."""
    inner, pad = "  " * (indent + 1), "  " * indent
    flat = isinstance(value, dict | list | tuple) and not any(
        isinstance(inner_value, dict | list | tuple)
        for inner_value in (value.values() if isinstance(value, dict) else value)
    )
    if isinstance(value, dict) and value and not (flat and indent > 1):
        rows = [f"{inner}{_on_one_line(key)}: {_pretty(each, indent + 1)}" for key, each in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{pad}}}"
    if isinstance(value, list | tuple) and value and not flat:
        return "[\n" + ",\n".join(inner + _pretty(item, indent + 1) for item in value) + f"\n{pad}]"
    return _on_one_line(value)


def _on_one_line(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()
