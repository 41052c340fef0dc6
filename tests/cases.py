"""The 87 published sheets: their labels and figures, their text in two layouts, and both as a foreign HTML page."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from model.request.request import Request

ARCHIVE = Path(__file__).parent / "data" / "cases.zip"
_DAY = (2026, 1, 1, 0, 0, 0)  # of every file of the archive, so that the same sheets give the same bytes
LAYOUTS = ("rows", "cells")
_ID = re.compile(r'"id":"(\w+)"')
_FIGURE = re.compile(r"(?:-?[\d,]+(?:千円)?|[\d.]*人)")


@cache
def archive() -> dict[str, str]:
    """Every file of the archive by its name."""
    with zipfile.ZipFile(ARCHIVE) as files:
        return {name: files.read(name).decode("utf-8") for name in files.namelist()}


def pack(folder: Path) -> bytes:
    """The archive of a folder with cases.jsonl, pages/rows and pages/cells: the same folder gives the same bytes."""
    files = {"cases.jsonl": folder / "cases.jsonl"}
    files |= {f"{path.parent.name}/{path.name}": path for path in (folder / "pages").glob("*/*.txt")}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archived:
        for name, path in sorted(files.items()):
            archived.writestr(zipfile.ZipInfo(name, _DAY), path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


@cache
def cases() -> dict[str, dict[str, Any]]:
    """What each sheet says, by its number."""
    records = [json.loads(line) for line in io.StringIO(archive()["cases.jsonl"])]
    return {record["id"]: record for record in records}


def page(number: str, layout: str = "rows") -> str:
    """The text of a sheet: a row of a table on a line, or every cell on its own."""
    return archive()[f"{layout}/{number}.txt"]


def with_numbered_ids(request: Request) -> str:
    """A request as JSON with its ids numbered in their order: what a page says, without the chance of new ids."""
    text = msgspec.json.encode(request).decode()
    for number, identity in enumerate(dict.fromkeys(_ID.findall(text))):
        text = text.replace(identity, f"id{number}")
    return text


def case_rows(case: dict[str, Any]) -> list[list[str]]:
    """The rows of the fixed tables of a case, label and cells, as they are printed: an empty cell is ""."""
    costs = [
        [label, *(f"{cell}千円" if cell else "" for cell in cells[:3]), *cells[3:]]
        for label, *cells in case["cost_rows"]
    ]
    return [*costs, *case["funding_rows"], *case["assessed_rows"]]


def foreign_html(text: str, figures: Sequence[Sequence[str]] = ()) -> str:
    """A page in rows layout as an old groupware would write it.

    Layout tables in layout tables, upper-case tags that are not closed, breaks for lines, no-break spaces for
    indents, merged cells in the headings, and the fixed tables as real tables.

    Args:
        text: the page.
        figures: rows of its tables with label and cells, since a line no longer says which of them are empty.
    """
    known = {"".join(row[1:]): ["", *row[1:]] for row in figures}  # the label of 計 is not printed
    known |= {"".join(row).replace(" ", ""): list(row) for row in figures}
    lines = text.split("\n")
    out: list[str] = []
    at = 0
    while at < len(lines):
        if lines[at].strip().startswith("事業費(A)"):
            end = next(index for index in range(at, len(lines)) if not lines[index].strip())
            staff = lines[at + 2].split() if lines[at + 1] == "(A+B)" else []
            if not staff:  # a supplementary sheet has one column of people
                staff = ["従事人役"]
            rows = [
                line
                for line in lines[at:end]
                if _FIGURE.fullmatch(line.split()[-1]) and (" " in line or line in known)
            ]
            heading = "".join(
                f"<TH>{category}"
                for category in ("&nbsp;", "事業費(A)", "人件費(B)", "トータルコスト<BR>(A+B)", *staff)
            )
            out.append(
                f"<TABLE BORDER=1><TR>{heading}" + "".join(_row(row, known) for row in rows) + "</TABLE>"
            )
            at = end
        elif lines[at].startswith("区分 事業費"):
            end = next((index for index in range(at, len(lines)) if not lines[index].strip()), len(lines))
            body = lines[at:end]
            if "財源内訳" in body[0]:
                columns = body[1].split()
                heading = (
                    "<TR><TD ROWSPAN=2>区分<TD ROWSPAN=2>事業費"
                    f"<TD COLSPAN={len(columns)}>財源内訳<TR>"
                    + "".join(f"<TD>{column}" for column in columns)
                )
                body = body[2:]
            else:
                heading = "<TR>" + "".join(f"<TD>{each}" for each in body[0].split())
                body = body[1:]
            out.append(f"<TABLE>{heading}" + "".join(_row(row, known) for row in body) + "</TABLE>")
            at = end
        else:
            words = html.escape(lines[at].lstrip(" "))
            out.append(
                "&nbsp;" * (len(lines[at]) - len(lines[at].lstrip(" "))) + f"<FONT SIZE=2>{words}</FONT><BR>"
            )
            at += 1
    inside = "\n".join(out)
    return (
        "<HTML><HEAD><TITLE>要求書</TITLE><STYLE>td{color:red}</STYLE></HEAD><BODY>"
        f"<TABLE WIDTH=100%><TR><TD>&nbsp;<TD><TABLE><TR><TD>{inside}</TABLE><TR><TD COLSPAN=2><HR></TABLE>"
        "<SCRIPT>var a = '事業内容';</SCRIPT></BODY></HTML>"
    )


def _row(line: str, known: Mapping[str, list[str]]) -> str:
    if row := known.get("".join(line.split())):
        return "<TR>" + "".join(f"<TD NOWRAP>{cell or '&nbsp;'}" for cell in row)
    words = line.split()
    first = next((index for index, word in enumerate(words) if _FIGURE.fullmatch(word)), len(words))
    cells = [" ".join(words[:first]), *words[first:]]
    return "<TR>" + "".join(f"<TD NOWRAP>{cell or '&nbsp;'}" for cell in cells)
