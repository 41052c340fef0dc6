"""The changed cells of cost lines, gathered so that thousands of them are taken over in one pass."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.fields import clean_text, read
from model.request.lines import walk
from model.request.request import Line, Request
from model.standard.standard import Standard
from model.values.amount import Amount
from templates.readers.labels import split_mark
from templates.readers.workbook.page_now import Difference, plain
from templates.readers.workbook.report import Report
from templates.sheet.cost_tables import commitment_wording

_BESIDE = "積算が計算した値になります。"


class LineCells:
    """Collects new values of lines."""

    def __init__(self, request: Request, standard: Standard, report: Report) -> None:
        self._lines: dict[str, Line] = {}
        self._standard, self._report = standard, report
        for group in request.groups:
            self._lines.update((line.id, line) for line, _ in walk(group.lines))
        self._wordings: dict[str, list[str]] = {}
        for commitment in request.commitments:
            if commitment.period:
                self._wordings.setdefault(commitment.line, []).append(
                    clean_text(commitment_wording(commitment, standard))
                )
        self._changed: dict[str, Line] = {}

    def amount(self, line_id: str, field: str, each: Difference) -> None:
        """A figure of a line: a number typed over a formula is declared, an erased one goes back to what derives it."""
        line = self._line(line_id)
        if line is None:
            return
        if each.value is None and each.written.kind == "f":
            self._report.unread(*each.at, "", f"計算で出る欄なので、消しても{_BESIDE}")
            return
        place = f"line/{line_id}/{field}"
        amount: Amount = read(place, "" if each.value is None else each.after)
        if amount == getattr(line, field):
            return
        self._changed[line_id] = replace(
            line, **{field: amount}, heading=line.heading and (amount is None or bool(line.parts))
        )
        self._list(each, place, amount)
        if isinstance(amount, str):
            self._report.unread(*each.at, amount, "金額として読めないため、書かれたとおりに入れました。")

    def text(self, line_id: str, printed: str, now: str, each: Difference) -> None:
        """内容, with the mark before it where the line has one."""
        line = self._line(line_id)
        if line is None:
            return
        mark, text = split_mark(clean_text(now), self._standard)
        if not mark and line.mark and text.startswith(own := self._standard.mark_label(line.mark)):
            mark, text = line.mark, text.removeprefix(own)  # one that the Standard does not have
        self._changed[line_id] = replace(line, text=text, mark=mark)
        self._list(each, f"line/{line_id}/text", text, printed, now)

    def remark(self, line_id: str, printed: str, now: str, each: Difference) -> None:
        """備考, below the calculation (積算) and above the words of the line's commitments."""
        line = self._line(line_id)
        if line is None:
            return
        printed, now = plain(printed), clean_text(now)
        below = "\n".join([clean_text(line.remark), *self._wordings.get(line_id, ())]).strip("\n")
        basis = printed.removesuffix(below).removesuffix("\n") if line.basis else ""
        for wording in reversed(self._wordings.get(line_id, ())):
            now = now.removesuffix(wording).removesuffix("\n")
        field, text = "remark", now
        if basis and (now == basis or now.startswith(f"{basis}\n")):
            text = now.removeprefix(basis).removeprefix("\n")
        elif basis:
            kept = clean_text(line.remark)
            if now.endswith(kept):
                field, text = "basis", now.removesuffix(kept).removesuffix("\n")
            else:
                self._report.unread(
                    *each.at,
                    now,
                    "積算と備考の両方が書き換えられています。全体を備考に入れ、積算は元のままです。",
                )
        if text == getattr(line, field):
            return
        self._changed[line_id] = replace(line, **{field: text})
        self._list(each, f"line/{line_id}/{field}", text, printed, now)

    def words(self, line_id: str, field: str, printed: str, now: str, each: Difference) -> None:
        """The words of a column in which nothing else stands."""
        line, text = self._line(line_id), clean_text(now)
        if line is not None and text != getattr(line, field):
            self._changed[line_id] = replace(line, **{field: text})
            self._list(each, f"line/{line_id}/{field}", text, printed, now)

    def _line(self, line_id: str) -> Line | None:
        return self._changed.get(line_id) or self._lines.get(line_id)

    def _list(
        self, each: Difference, place: str, value: Amount, before: str | None = None, after: str | None = None
    ) -> None:
        self._report.change(
            *each.at,
            self._report.name_of(place),
            each.before if before is None else before,
            each.after if after is None else after,
            place,
        )
        self._report.places[place] = value

    def applied(self, request: Request) -> Request:
        """The request with the collected values."""
        if not self._changed:
            return request

        def lines(before: tuple[Line, ...]) -> tuple[Line, ...]:
            return tuple(
                replace(self._changed.get(line.id, line), parts=lines(line.parts))
                if line.parts
                else self._changed.get(line.id, line)
                for line in before
            )

        return replace(
            request, groups=tuple(replace(group, lines=lines(group.lines)) for group in request.groups)
        )
