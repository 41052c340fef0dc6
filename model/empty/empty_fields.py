"""What a request lacks of what its form needs, in the order of the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.edits.fields import value_at
from model.edits.form_fields import has_field
from model.figures.figures import LineTotals, Totals
from model.names.place_names import PlaceNames
from model.request import place
from model.request.place import Place
from model.request.request import Request
from model.standard.form import Need
from model.standard.standard import Standard
from model.values import people

_NO_LINES = "所要経費 ＞ 経費の行"


class EmptyField(NamedTuple):
    """The place of a field that the form needs and that is blank, and the same in words: 「所要経費 ＞ 「印刷費」の要求額」."""

    place: Place
    where: str


def empty_fields(request: Request, totals: Totals, standard: Standard) -> tuple[EmptyField, ...]:
    """What the request still lacks of what its form needs (``needs`` of the Standard), in the order of the sheet."""
    return tuple(_Sheet(request, totals, standard).empty())


class _Sheet:
    def __init__(self, request: Request, totals: Totals, standard: Standard) -> None:
        self._request, self._totals, self._standard = request, totals, standard
        self._form = totals.form
        self._names = PlaceNames(request, standard)
        self._needs = frozenset(totals.form.page.needs)
        self._carried = {
            entry.place.split("/")[1]
            for entry in request.carried
            if entry.place.startswith("line/") and not entry.done
        }

    def empty(self) -> Iterator[EmptyField]:
        yield from self._fields("header", "contact")
        if "people" in self._needs:
            yield from self._people()
        costs = list(self._costs()) if "costs" in self._needs else []
        if not costs and self._totals.amount.shown is None:  # else it is the sum that waits for them
            yield from self._fields("request")
        yield from self._fields("funding_words")
        yield from self._narrative("content", costs)
        if "continuing" in self._needs and self._form.page.continuing:
            yield from self._continuing()
        yield from self._narrative("results", [])

    def _fields(self, *kinds: str) -> Iterator[EmptyField]:
        wanted: list[Need] = [need for need in self._form.page.needs if need.partition("/")[0] in kinds]
        for where in wanted:
            if not has_field(where, self._request, self._form, self._standard):
                continue
            if not str(value_at(self._request, where) or "").strip():
                yield self._at(where)

    def _people(self) -> Iterator[EmptyField]:
        """人役 of the row of the request: one count is enough, also one of 0.0."""
        row = self._totals.cost_rows.get("request")
        staff = self._standard.staff_columns(self._form)
        if row is None or row.plan.people == "sum" or not staff or self._form.leaves_out("cost"):
            return
        if all(people.is_blank(text) for text in self._request.headcount.request.values()):
            label = self._form.cost_label("request")
            yield EmptyField(place.headcount("request", staff[0].key), f"トータルコスト ＞ {label}の人役")

    def _narrative(self, frame: str, costs: list[EmptyField]) -> Iterator[EmptyField]:
        with_tables = {group.section for group in self._request.groups}
        for section in self._request.sections:
            if section.stands_in != frame:
                continue
            if section.costs:
                yield from costs
                if "commitments" in self._needs:
                    yield from self._commitments()
            elif "text" in self._needs and not section.text.strip() and section.id not in with_tables:
                yield self._at(place.section(section.id, "text"))

    def _costs(self) -> Iterator[EmptyField]:
        groups = self._totals.groups
        if groups and not any(group.lines for group in groups):
            yield EmptyField(place.group(groups[0].group.id, "title"), _NO_LINES)
        for group in groups:
            for line in group.lines:
                yield from self._line(line)

    def _line(self, line: LineTotals) -> Iterator[EmptyField]:
        """A line with a previous figure alone has ended, unless it stands in a draft and was not looked at yet."""
        for part in line.parts:
            yield from self._line(part)
        if line.parts or line.outcome is not None or line.amount.shown is not None:
            return  # without 内容 it is a finding
        if not line.line.text.strip():
            yield self._at(place.line(line.line.id, "text"))
        elif not line.line.heading and (line.previous.shown is None or line.line.id in self._carried):
            yield self._at(place.line(line.line.id, "amount"))

    def _commitments(self) -> Iterator[EmptyField]:
        commitments = self._request.commitments
        if self._form.page.commitments and not commitments:
            yield EmptyField(place.commitment("", "name"), "債務負担行為 ＞ 事項と期間")
        for commitment in commitments:
            if not commitment.period.strip():
                yield self._at(place.commitment(commitment.id, "period"))
            if self._form.page.commitments and commitment.limit is None and not commitment.years:
                yield self._at(place.commitment(commitment.id, "limit"))

    def _continuing(self) -> Iterator[EmptyField]:
        if not self._request.continuing:
            yield EmptyField(place.continuing("", "name"), "継続費 ＞ 総額と年割額")
        for expense in self._request.continuing:
            if expense.total is None and not expense.years:
                yield self._at(place.continuing(expense.id, "total"))

    def _at(self, where: Place) -> EmptyField:
        return EmptyField(where, self._names.where(where))
