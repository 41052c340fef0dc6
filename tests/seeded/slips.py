"""Errors of years, states and calculations: off by one, the other era, 千円 for 円, a percentage, a status."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from model.edits.fields import set_value
from model.request.lines import walk
from model.request.place import Place
from model.request.request import Request
from tests.seeded.mutation import Mutation

_YEAR = re.compile(r"(令和|平成|[RH])?(元|\d{1,2})(?=年|〜|$|\D*年度)")
_ERAS = {"令和": "平成", "平成": "令和", "R": "H", "H": "R"}
_ERA = re.compile(r"令和|平成|[RH](?=\d)")


def wrong_years(request: Request) -> Iterator[Mutation]:
    """Every year of the sheet one off, or of the other era."""
    for where, text, put in _years(request):
        for found in _YEAR.finditer(text):
            number = 1 if found[2] == "元" else int(found[2])
            for other in (number - 1, number + 1):
                if other > 0:
                    wrong = text[: found.start(2)] + str(other) + text[found.end(2) :]
                    yield Mutation(
                        "年度の1違い", frozenset({where}), put(wrong), f"{where}: {text} → {wrong}"
                    )
        for found in _ERA.finditer(text):
            wrong = text[: found.start()] + _ERAS[found[0]] + text[found.end() :]
            yield Mutation("元号の違い", frozenset({where}), put(wrong), f"{where}: {text} → {wrong}")


def _years(request: Request) -> Iterator[tuple[Place, str, Callable[[str], Request]]]:
    def at(where: Place) -> Callable[[str], Request]:
        return lambda text: set_value(request, where, text)

    yield "header/fiscal_year", request.header.fiscal_year, at("header/fiscal_year")
    for group in request.groups:
        yield f"group/{group.id}/note", group.note, at(f"group/{group.id}/note")
    for commitment in request.commitments:
        for field in ("period", "contract_period"):
            where = f"commitment/{commitment.id}/{field}"
            yield where, getattr(commitment, field), at(where)
        for year in commitment.years:
            yield f"owed/{year.id}/year", year.year, at(f"owed/{year.id}/year")
    for word, text in request.printed.words.items():
        if word.startswith("cost/"):
            yield f"{word}/expense", text, _word(request, word)
        elif word == "header/breadcrumb":
            yield "header/fiscal_year", text, _word(request, word)


def _word(request: Request, word: str) -> Callable[[str], Request]:
    def put(text: str) -> Request:
        words = {**request.printed.words, word: text}
        return replace(request, printed=replace(request.printed, words=words))

    return put


def wrong_states(request: Request) -> Iterator[Mutation]:
    """A commitment that is asked called 設定済, and the other way round."""
    for commitment in request.commitments:
        where = f"commitment/{commitment.id}/status"
        wrong = "set" if commitment.status == "requested" else "requested"
        edited = set_value(request, where, wrong)
        yield Mutation(
            "設定済・要求の違い", frozenset({where}), edited, f"{where}: {commitment.status} → {wrong}"
        )


_WRITTEN: dict[str, tuple[tuple[str, str], ...]] = {
    "単位の違い": ((r"千円", "円"), (r"(?<=\d)円", "千円"), (r"千円", "百万円")),
    "率の違い": ((r"1\.10", "1.08"), (r"1\.08", "1.10"), (r"1/2", "1/3"), (r"2/3", "1/3"), (r"(\d)0%", r"\g<1>5%")),
    "積算の数の違い": ((r"(?<=×)(\d)", None), (r"^\d", None), (r"\d(?=円)", None)),
    "積算の結果の違い": ((r"(?<=＝)\d", None), (r"\d(?=千円$)", None)),
}  # fmt: skip


def wrong_calculations(request: Request) -> Iterator[Mutation]:
    """A unit, a rate, a number or the written result of a calculation wrong, in each place where it stands."""
    for group in request.groups:
        for line, _ in walk(group.lines):
            where = f"line/{line.id}/basis"
            places = frozenset({where, f"line/{line.id}/amount"})
            for kind, ways in _WRITTEN.items():
                for pattern, put in ways:
                    if kind == "積算の結果の違い" and "＝" not in line.basis:
                        continue
                    for found in re.finditer(pattern, line.basis):
                        new = str(int(found[0]) % 9 + 1) if put is None else found.expand(put)
                        wrong = line.basis[: found.start()] + new + line.basis[found.end() :]
                        edited = set_value(request, where, wrong)
                        yield Mutation(kind, places, edited, f"{line.basis} → {wrong}")
