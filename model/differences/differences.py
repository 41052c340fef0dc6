"""What two requests differ in, as one reads it: by section of the sheet, what was, what is, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import replace

from model.differences.changes import Change, Way, changes
from model.differences.matching import under_ids_of
from model.differences.outline import ROOT, Field, Value, outline_of
from model.differences.wording import BLANK, OTHER_SECTIONS, Wording, turned
from model.figures.figures import Totals
from model.language import joined, listed, phrase
from model.names.place_names import SECTIONS, PlaceNames
from model.request import place
from model.request.place import Place
from model.request.request import Line, Request
from model.standard.standard import Standard
from model.totals.totals import totals
from model.values.amount import format_amount

WAY_LABELS: Final[Mapping[Way, str]] = {
    "changed": phrase("変更"),
    "added": phrase("追加"),
    "deleted": phrase("削除"),
    "moved": phrase("移動"),
}
_BACKWARD: Final[Mapping[Way, Way]] = {"added": "deleted", "deleted": "added"}
_Figures: TypeAlias = dict[Place, int | None]
"""The derived figures of a request by their places, 千円."""
_SECTIONS: Final = (*dict.fromkeys(SECTIONS.values()), *OTHER_SECTIONS)


class Difference(msgspec.Struct, frozen=True):
    """One thing in which two requests differ.

    Attributes:
        section: the part of the sheet: 「所要経費 ＞ 1.運営費」.
        what: the name of the field or row, as the sheet has it.
        was: what stood there; of long texts the parts that differ; "" for a row that was added.
        now: what stands there; "" for a row that was deleted.
        by: by how much this year's or last year's amount is larger, 千円; None where it is no amount.
        place: where it stands on the second request; "" where it does not.
    """

    section: str
    what: str
    way: Way
    was: str
    now: str
    by: int | None = None
    place: Place = ""

    @property
    def backward(self) -> Difference:
        """The same from the second request to the first."""
        return replace(
            self,
            way=_BACKWARD.get(self.way, self.way),
            was=self.now,
            now=self.was,
            by=None if self.by is None else -self.by,
        )


class Comparison(msgspec.Struct, frozen=True):
    """What two requests differ in.

    Attributes:
        figures: derived figures that differ (要求額, 合計 …): what the differences come to.
        differences: what a person wrote otherwise, in the order of the sheet.
        by_words: how many rows have another id and were recognized by their words.
    """

    figures: tuple[Difference, ...]
    differences: tuple[Difference, ...]
    by_words: int

    @property
    def backward(self) -> Comparison:
        """The same from the second request to the first; places are still those of the second."""
        return Comparison(
            tuple(difference.backward for difference in self.figures),
            tuple(difference.backward for difference in self.differences),
            self.by_words,
        )

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        return not self.differences

    @property
    def summary(self) -> str:
        """In one sentence: 「違うところは3か所です（変更 2・追加 1）。」."""
        if self.is_same:
            said = phrase("違うところはありません。")
        else:
            ways = [difference.way for difference in self.differences]
            kinds = [(label, ways.count(way)) for way, label in WAY_LABELS.items() if way in ways]
            counts = listed(phrase("{way} {count}", way=label, count=count) for label, count in kinds)
            said = phrase("違うところは{count}か所です（{counts}）。", count=len(ways), counts=counts)
        if not self.by_words:
            return said
        by_words = phrase(
            "番号の違う{count}行は、項目・表の中の言葉が同じものどうしを比べました。", count=self.by_words
        )
        return joined((said, by_words))


def differences(before: Request, after: Request, standard: Standard) -> tuple[Difference, ...]:
    """What two requests differ in; nothing where they are equal but for the ids of their rows."""
    return compare(before, after, standard).differences


def compare(before: Request, after: Request, standard: Standard) -> Comparison:
    """Compare two requests.

    Both are worked out by the Standard in force; the first may be another stage, year or writer.
    """
    if not (
        before.carried and after.carried
    ):  # the work plan of a draft is no difference from last year's request
        before, after = replace(before, carried=()), replace(after, carried=())
    before, by_words = under_ids_of(after, before)  # so that places are those of the second
    old, new = (Wording(request, outline_of(request), standard) for request in (before, after))
    figures = _figures_of(totals(before, standard)), _figures_of(totals(after, standard))
    found = [_difference(change, old, new, figures) for change in changes(old.outline, new.outline)]
    found += _links(before, after, PlaceNames(before, standard), PlaceNames(after, standard))
    found.sort(key=lambda difference: order_of(difference.section))
    return Comparison(tuple(_changed_figures(figures, PlaceNames(after, standard))), tuple(found), by_words)


def order_of(section: str) -> int:
    """The number of a part of the sheet in the order in which differences are listed."""
    return _SECTIONS.index(section.partition(" ＞ ")[0])


def _links(before: Request, after: Request, old: PlaceNames, new: PlaceNames) -> Iterator[Difference]:
    """The linked figures that were added or taken away; their words are compared with the texts."""
    ways: tuple[tuple[Request, Request, PlaceNames, Way], ...] = (
        (after, before, new, "added"),
        (before, after, old, "deleted"),
    )
    for request, other, names, way in ways:
        known = {link.id for link in other.links}
        for link in request.links:
            if link.id not in known:
                section = SECTIONS[link.place.partition("/")[0]]
                said = f"「{link.shown}」 {names.where(link.figure)}"
                was, now = (said, "") if way == "deleted" else ("", said)
                yield Difference(section, "つないだ数字", way, was, now, None, link.place if now else "")


def _figures_of(figures: Totals) -> _Figures:
    """The derived figures that are compared: of the tables of costs and funds the last column alone."""
    return {
        where: figure.value
        for where, figure in figures.by_place.items()
        if not where.startswith(("cost/", "funding/")) or where.endswith(("/total", f"/{place.GENERAL}"))
    }


def _changed_figures(figures: tuple[_Figures, _Figures], names: PlaceNames) -> Iterator[Difference]:
    old, new = figures
    for where, now in new.items():
        was = old.get(where)
        if where in old and was != now and not where.startswith("line/"):
            yield Difference(
                phrase("計算した額"),
                names.name_of(where),
                "changed",
                _thousands(was),
                _thousands(now),
                (now or 0) - (was or 0),
                where,
            )


def _difference(change: Change, old: Wording, new: Wording, figures: tuple[_Figures, _Figures]) -> Difference:
    match change.way:
        case "changed":
            return _changed(change, old, new, figures)
        case "moved":
            return Difference(
                new.section(change.row), new.what(change.row), "moved",
                old.position(change.row), new.position(change.row), None, new.place(change.row),
            )  # fmt: skip
        case "added":
            return Difference(
                new.section(change.row), new.what(change.row), "added", "", new.content(change.row),
                _amount_of(new, change.row, figures[1]), new.place(change.row),
            )  # fmt: skip
    by = _amount_of(old, change.row, figures[0])
    return Difference(
        old.section(change.row), old.what(change.row), "deleted", old.whole(change.row), "",
        None if by is None else -by,
    )  # fmt: skip


def _changed(change: Change, old: Wording, new: Wording, figures: tuple[_Figures, _Figures]) -> Difference:
    row_id, field = change.row, change.field
    was, now = turned(
        _value(old, row_id, field, change.before, figures[0]),
        _value(new, row_id, field, change.after, figures[1]),
        change.before,
        change.after,
    )
    where = new.place(row_id, field)
    by = None
    if _is_calculated(new, row_id, field):
        was_amount, now_amount = (own.get(place.line(row_id, "amount")) for own in figures)
        if old.outline.rows[row_id].values[("amount",)] == new.outline.rows[row_id].values[("amount",)]:
            by = (now_amount or 0) - (was_amount or 0)  # else the amount's own difference says it
    else:
        numbers = [
            value if isinstance(value, int) else own.get(where)
            for value, own in ((change.before, figures[0]), (change.after, figures[1]))
        ]
        if not any(isinstance(value, str | bool) for value in (change.before, change.after)):
            by = (numbers[1] or 0) - (numbers[0] or 0)
    return Difference(new.section(row_id, field), new.what(row_id, field), "changed", was, now, by, where)


def _value(wording: Wording, row_id: str, field: Field, value: Value, figures: _Figures) -> str:
    """A value in words; of a blank amount what is calculated there."""
    if isinstance(value, str | int):
        return wording.value(field, value)
    derived = figures.get(wording.place(row_id, field))
    return wording.value(field, value) if derived is None else f"計算値 {_thousands(derived)}"


def _is_calculated(wording: Wording, row_id: str, field: Field) -> bool:
    return row_id != ROOT and wording.outline.rows[row_id].kind is Line and field == ("basis",)


def _amount_of(wording: Wording, row_id: str, figures: _Figures) -> int | None:
    """This year's amount of a row that was added or deleted, 千円."""
    row = wording.outline.rows[row_id]
    derived = figures.get(f"{wording.place(row_id).partition('/')[0]}/{row_id}/amount")
    typed = row.values.get(("amount",))
    return typed if derived is None and isinstance(typed, int) else derived


def _thousands(value: int | None) -> str:
    return BLANK if value is None else f"{format_amount(value)}千円"
