"""The stages of a request held against each other: what an earlier one granted, and where a later one says otherwise (復活, 追加)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from model.register.listing import RegisterRow, Selection, closed_stages, current_versions, rows, stage_rows
from model.register.tables import figures
from model.values.grouped import grouped


class Earlier(NamedTuple):
    """The rows of the same request at the stages before a row, the first first."""

    rows: list[RegisterRow]

    @property
    def last(self) -> RegisterRow:
        """The row of the stage before."""
        return self.rows[-1]

    @property
    def decided(self) -> list[RegisterRow]:
        """The rows that are decided, on the version in force."""
        return [row for row in self.rows if row.is_decided]

    @property
    def granted(self) -> int | None:
        """計上額 of all stages before together, 千円; None where none of them is decided."""
        granted = [row.assessed for row in self.decided if row.assessed is not None]
        return sum(granted) if granted else None

    @property
    def cut(self) -> int | None:
        """要求額 − 計上額 of the stage before: the most that can be asked again (復活)."""
        amount, granted = self.last.amount, self.last.assessed
        return None if amount is None or granted is None or not self.last.is_decided else amount - granted


class StageFault(NamedTuple):
    """Where a later stage does not agree with the register."""

    row: RegisterRow
    where: str
    written: int | None
    in_register: int | None
    sentence: str


def earlier_stages(connection: Connection, later: Iterable[RegisterRow]) -> dict[str, Earlier]:
    """What the stages before granted, by the version of the later row; a row of a first stage is not in it."""
    position = {stage[:3]: stage.position for stage in stage_rows(connection)}
    after = [row for row in later if position[row.at] > 1]
    budgets = sorted({row.at[:2] for row in after})
    every = [row for budget in budgets for row in rows(connection, Selection(*budget))]
    by_request = grouped(every, lambda row: row.request)
    found: dict[str, Earlier] = {}
    for row in after:
        before = [other for other in by_request[row.request] if position[other.at] < position[row.at]]
        if before:
            found[row.version] = Earlier(before)
    return found


def stage_faults(connection: Connection, chosen: Selection) -> list[StageFault]:
    """Where 既査定額, 復活 and 保留 of later stages are not what the register has of the stages before."""
    later = rows(connection, chosen)
    closed = closed_stages(connection)
    before = earlier_stages(connection, later)
    query = (
        select(figures.c.version, figures.c.row, func.sum(figures.c.amount))
        .where(figures.c.version.in_(current_versions(chosen)))
        .group_by(figures.c.version, figures.c.row)
    )
    written = {(version, row): int(amount) for version, row, amount in connection.execute(query)}
    faults: list[StageFault] = []
    for row in later:
        if row.version not in before:
            continue
        earlier = before[row.version]
        standing, revived, deferred = (
            written.get((row.version, key)) for key in ("standing", "revived", "deferred")
        )
        if earlier.granted is None:
            last = earlier.last
            what = (
                "は、この要求の決定がないまま締め切られています。既査定額を確かめてください。"
                if last.at in closed
                else "の決定がありません。先に決定してください。"
            )
            sentence = f"前の段階「{last.stage}」{what}"
            faults.append(StageFault(row, "前の段階", None, None, sentence))
            continue
        if standing is not None and standing != earlier.granted:
            sentence = "既査定額が、台帳の前の段階までの計上額と違います。どちらが正しいか確かめてください。"
            faults.append(StageFault(row, "既査定額", standing, earlier.granted, sentence))
        if revived is not None and earlier.cut is not None and revived > earlier.cut:
            sentence = "復活要求額が、前の段階で減らされた額を超えています。超える分は追加要求ではないか確かめてください。"
            faults.append(StageFault(row, "復活要求額", revived, earlier.cut, sentence))
        if deferred is not None and deferred > (earlier.last.held or 0):
            sentence = "保留要求額が、前の段階の保留額を超えています。どちらが正しいか確かめてください。"
            faults.append(StageFault(row, "保留要求額", deferred, earlier.last.held or 0, sentence))
    return faults
