"""The cost tables of a page: lines with their parts, marks, remarks, and the commitments that the remarks speak of."""

from __future__ import annotations

from itertools import count

from msgspec.structs import replace

from model.amount import Amount
from model.multi_year import Commitment
from model.request import MAX_DEPTH, CostGroup, Line
from model.standard import Standard
from templates.own_page.markup import Element, child, has_class, printed_amount, text


class Costs:
    """The cost tables read so far.

    Attributes:
        groups: the tables in their order.
        commitments: what the remarks of their lines speak of.
        bases: the printed calculation of each line that has one, by its id.
    """

    def __init__(self, standard: Standard, legend: str) -> None:
        """Begin.

        Args:
            standard: the Standard that wrote the page.
            legend: its words below a table that brackets the previous year.
        """
        self.groups: list[CostGroup] = []
        self.commitments: list[Commitment] = []
        self.bases: dict[str, str] = {}
        self._legend = legend
        self._standard = standard

    def read(self, section: Element, section_id: str) -> list[str]:
        """Read the tables of a section.

        Args:
            section: the section.
            section_id: the id that its tables name; "" for the one that has the costs.

        Returns:
            The text of what is neither a table nor a part of the section that the program writes.
        """
        strays: list[str] = []
        is_below_table = False
        for element in section:
            table = element.find("table") if has_class(element, "scroll") else None
            if table is not None and has_class(table, "costs"):
                self._add(self._table(table), section_id)
                is_below_table = True
            elif has_class(element, "title") and has_class(element, "typed"):
                self._add(CostGroup("", text(element)), section_id)
                is_below_table = False
            elif has_class(element, "note") and is_below_table:
                if not has_class(element, "rounding"):
                    self._note(text(element))
            elif not (has_class(element, "typed") and (element.tag == "h3" or has_class(element, "text"))):
                strays.append(text(element))
        return strays

    def _add(self, group: CostGroup, section_id: str) -> None:
        self.groups.append(replace(group, id=f"group-{len(self.groups) + 1}", section=section_id))

    def _note(self, words: str) -> None:
        group = self.groups[-1]
        if words == self._legend and (group.previous is not None or any(map(_has_previous, group.lines))):
            return  # the Standard's own, which comes by itself
        self.groups[-1] = replace(group, note=words)

    def _table(self, table: Element) -> CostGroup:
        caption = table.find("caption")
        title = None if caption is None else child(caption, "title")
        previous: Amount = None
        amount: Amount = None
        rows: list[tuple[int, Line]] = []
        for row in table.iterfind("tbody/tr"):
            if has_class(row, "total"):
                previous, amount = _figures(row)
            else:
                rows.append(self._row(row, f"line-{len(self.groups) + 1}-{len(rows) + 1}"))
        return CostGroup("", "" if title is None else text(title), "", previous, amount, _nested(rows))

    def _row(self, row: Element, line_id: str) -> tuple[int, Line]:
        depth = next((level for level in range(MAX_DEPTH) if has_class(row, f"depth-{level}")), 0)
        content = row.find("th")
        remark = child(row, "remark")
        mark = None if content is None else child(content, "mark")
        typed = None if content is None else child(content, "typed")
        words: list[str] = []
        for part in () if remark is None else remark:
            if has_class(part, "basis"):
                self.bases[line_id] = text(part)
            elif has_class(part, "commitment"):
                self._commitment(part, line_id, words)
            elif text(part):
                words.append(text(part))
        previous, amount = _figures(row)
        return depth, Line(
            line_id,
            "" if typed is None else text(typed),
            previous,
            amount,
            "\n".join(words),
            mark="" if mark is None else self._standard.mark_of(text(mark)),
            heading=has_class(row, "heading"),
        )

    def _commitment(self, wording: Element, line_id: str, words: list[str]) -> None:
        """Read the words of a commitment; those that tell no period are a remark like another."""
        told = {where.rpartition("/")[2]: text(each) for each in wording if (where := each.get("data-place"))}
        period = told.get("period") or wording.get("data-period")
        if not period:
            words.append(text(wording))
            return
        known = {each.id for each in self.commitments}
        of = wording.get("data-commitment") or ""
        if not of or of in known:  # a row that someone copied on the page
            of = next(new for at in count(1) if (new := f"commitment-{at}") not in known)
        self.commitments.append(
            Commitment(
                of,
                line_id,
                period,
                "set" if wording.get("data-status") == "set" else "requested",
                contract_period=told.get("contract_period", ""),
                set_in=told.get("set_in", ""),
            )
        )


def _nested(rows: list[tuple[int, Line]]) -> tuple[Line, ...]:
    """The lines with those of greater depth below them as their parts."""
    lines: list[Line] = []
    while rows:
        depth, line = rows[0]
        end = next((at for at, (each, _) in enumerate(rows[1:], 1) if each <= depth), len(rows))
        lines.append(replace(line, parts=_nested(rows[1:end])))
        rows = rows[end:]
    return tuple(lines)


def _figures(row: Element) -> tuple[Amount, Amount]:
    """前年度 and 今年度 of a row, 千円; the previous year stands in brackets."""
    money = child(row, "money")
    if money is None:
        return None, None
    previous, amount = child(money, "previous"), child(money, "this-year")
    return (
        None if previous is None else printed_amount(text(previous).removeprefix("(").removesuffix(")")),
        None if amount is None else printed_amount(text(amount)),
    )


def _has_previous(line: Line) -> bool:
    return line.previous is not None or any(map(_has_previous, line.parts))
