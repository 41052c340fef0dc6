"""The columns of the desk's table, in sets for what an officer does: look, decide, decide by source, and see the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Final, NamedTuple

from model.keys.request_keys import KIND_LABELS
from model.register.deciding import DecidedRow
from model.register.listing import RegisterRow
from model.register.views import Group
from model.request.place import GENERAL
from model.values.fiscal_year import official
from ui.desk.desk_data import DeskData, Field
from ui.language import QT_TRANSLATE_NOOP, translate

VIEWS: Final[Mapping[str, str]] = {
    "list": QT_TRANSLATE_NOOP("ui.desk", "一覧"),
    "decide": QT_TRANSLATE_NOOP("ui.desk", "査定"),
    "decide_sources": QT_TRANSLATE_NOOP("ui.desk", "査定（財源別）"),
    "sources": QT_TRANSLATE_NOOP("ui.desk", "要求の財源"),
}
"""The sets by their keys, with the words of their tabs."""
NAME: Final = "name"
"""The key of the column in which the head of a group stands."""
_SHORT: Final = 4  # characters of a kind of amounts: 債務負担, 繰越明許
_AMOUNT: Final = 84  # pixels: 「△12,345,678」
_SOURCE: Final = 76  # pixels: one source of a request
_NAME_WIDTH, _COMMENT_WIDTH = 150, 98  # pixels, at least


class Column(NamedTuple):
    """A column.

    Attributes:
        key: which it is, in whatever set.
        width: in pixels; of one that stretches, at least.
        shown: what it shows of a request.
        order: by what it is sorted.
        of_group: what it shows of a group.
        is_figure: whether it stands on the right.
        field: what is filled in in it; None where it is only read.
        gives_way: in a narrow table the columns with the highest number go first; 0 never goes.
        stretches: whether it takes a share of the room that is left.
    """

    key: str
    heading: str
    width: int
    shown: Callable[[RegisterRow], str]
    order: Callable[[RegisterRow], tuple[bool, float | str]]
    of_group: Callable[[Group], str] | None = None
    is_figure: bool = False
    field: Field | None = None
    gives_way: int = 0
    stretches: bool = False


def columns_of(view: str, data: DeskData, *, all_stages: bool, all_kinds: bool) -> list[Column]:
    """The columns of a set."""
    made: list[Column] = []
    if all_stages:
        made += [
            _word("year", translate("ui.desk", "年度"), 84, lambda row: official(row.year).label),
            _word("stage", translate("ui.desk", "段階"), 96, lambda row: row.stage),
        ]
    made += [
        _word("bureau", translate("ui.desk", "部局"), 100, lambda row: row.bureau, gives_way=3),
        _word("section", translate("ui.desk", "課"), 104, lambda row: row.section, gives_way=1),
        _word(NAME, translate("ui.desk", "事業名"), _NAME_WIDTH, lambda row: row.name, stretches=True),
    ]
    if all_kinds:
        made.append(_word("kind", translate("ui.desk", "種類"), 74, _kind, gives_way=2))
    words = translate("ui.desk", "要求額")
    asked = _amount(data, "asked", words, attrgetter("amount"), lambda group: group.sums.expenditure)
    return [*made, asked, *_SETS[view](data)]


def _list(data: DeskData) -> Iterable[Column]:
    yield _summed(data, "previous", translate("ui.desk", "前年度"))
    yield _summed(data, "change", translate("ui.desk", "増減"))
    yield _summed(data, "assessed", translate("ui.desk", "計上"))
    yield _summed(data, "held", translate("ui.desk", "保留"), 72, 4)
    yield _summed(data, "separate", translate("ui.desk", "別途"), 72, 5)
    yield _word("state", translate("ui.desk", "決定"), 84, data.state)
    yield _amount(data, "errors", translate("ui.desk", "誤り"), lambda row: row.errors or None, width=44)
    yield _amount(data, "warnings", translate("ui.desk", "注意"), lambda row: row.warnings or None, width=44)
    yield _amount(
        data, "unanswered", translate("ui.desk", "未回答"), lambda row: row.unanswered or None, width=56
    )
    yield Column(
        "people", translate("ui.desk", "人役"), 56, lambda row: f"{row.people / 1000:.1f}",
        lambda row: (False, -float(row.people)), is_figure=True, gives_way=6,
    )  # fmt: skip


def _decide(data: DeskData) -> Iterable[Column]:
    result = Field("result")
    yield _word("result", translate("ui.desk", "結果"), 84, lambda row: data.shown(row, result))._replace(
        field=result
    )
    yield _filled(data, translate("ui.desk", "計上"), "assessed")
    yield _filled(data, translate("ui.desk", "保留"), "held", width=76)
    yield _filled(data, translate("ui.desk", "別途"), "separate", width=76)
    comment = Field("comment")
    yield _word("comment", translate("ui.desk", "財政課処理欄"), _COMMENT_WIDTH, lambda row: " ".join(data.shown(row, comment).split()))._replace(
        field=comment, stretches=True
    )  # fmt: skip
    yield _amount(data, "rest", translate("ui.desk", "未説明"), data.rest)
    yield _word("state", translate("ui.desk", "状態"), 84, data.state)


def _decide_sources(data: DeskData) -> Iterable[Column]:
    yield _filled(data, translate("ui.desk", "計上"), "assessed")
    for source, label in data.specific.items():
        yield _filled(data, label, "assessed", source, _SOURCE)
    yield _amount(
        data, "general", data.labels.get(GENERAL, ""), lambda row: _general(data, row), width=_SOURCE
    )
    yield _amount(data, "rest", translate("ui.desk", "未説明"), data.rest, gives_way=4)
    yield _word("state", translate("ui.desk", "状態"), 84, data.state)


def _sources(data: DeskData) -> Iterable[Column]:
    for source, label in data.labels.items():

        def asked(row: RegisterRow, source: str = source) -> int | None:
            return data.read.asked.get(row.version, {}).get(source) or None

        def of_group(group: Group, source: str = source) -> int:
            return sum(
                data.read.asked.get(row.version, {}).get(source, 0)
                for row in group.rows
                if row.kind == "expenditure"
            )

        yield _amount(data, f"asked_{source}", label, asked, of_group)


_SETS: Final[Mapping[str, Callable[[DeskData], Iterable[Column]]]] = {
    "list": _list,
    "decide": _decide,
    "decide_sources": _decide_sources,
    "sources": _sources,
}


def _kind(row: RegisterRow) -> str:
    return "" if row.kind == "expenditure" else KIND_LABELS[row.kind][:_SHORT]


def _general(data: DeskData, row: RegisterRow) -> int | None:
    """What of 計上 no specific fund pays."""
    filled = data.filled(row)
    whole = filled.wholes["assessed"]
    return None if whole is None else whole - sum(filled.funds["assessed"].values())


def _word(
    key: str,
    heading: str,
    width: int,
    of: Callable[[RegisterRow], str],
    *,
    gives_way: int = 0,
    stretches: bool = False,
) -> Column:
    return Column(
        key, heading, width, of, lambda row: (False, of(row)), gives_way=gives_way, stretches=stretches
    )


def _amount(
    data: DeskData,
    key: str,
    heading: str,
    of: Callable[[RegisterRow], int | None],
    of_group: Callable[[Group], int] | None = None,
    width: int = _AMOUNT,
    gives_way: int = 0,
) -> Column:
    return Column(
        key,
        heading,
        width,
        lambda row: data.figure(of(row)),
        lambda row: (of(row) is None, -float(of(row) or 0)),
        None if of_group is None else (lambda group: data.figure(of_group(group))),
        is_figure=True,
        gives_way=gives_way,
    )


def _summed(data: DeskData, key: str, heading: str, width: int = _AMOUNT, gives_way: int = 0) -> Column:
    """A column of what the rows and their sums both have under its key."""
    return _amount(
        data, key, heading, attrgetter(key), lambda group: getattr(group.sums, key), width, gives_way
    )


def _filled(data: DeskData, heading: str, row: DecidedRow, source: str = "", width: int = _AMOUNT) -> Column:
    """A column in which an amount is filled in."""
    field = Field("amount", row, source)

    made = _amount(
        data,
        f"{row}_{source}",
        heading,
        lambda request: data.filled(request).amount(row, source),
        width=width,
    )
    return made._replace(field=field)
