"""Closing a stage (段階の締切り): afterwards nothing of it changes, and it can only be followed by another stage."""

from __future__ import annotations

from sqlalchemy import insert, select

from model.language import phrase
from model.register.listing import RegisterRow, Selection, closed_stages, rows
from model.register.opening import Register, RegisterError, hold, write_signed
from model.register.tables import acts, closings, stages


class UnfinishedError(RegisterError):
    """Requests of a stage that is to be closed are not decided, or came anew since."""


def unfinished(found: list[RegisterRow]) -> list[RegisterRow]:
    """The requests without a decision on their version in force."""
    return [row for row in found if not row.is_decided]


def close_stage(
    register: Register, year: int, budget: str, stage: str, *, with_unfinished: bool = False
) -> int:
    """Close a stage of a budget; the number of its requests.

    Where requests of it are not decided, it is closed ``with_unfinished`` alone.

    Raises:
        UnfinishedError: where requests are not decided.
        RegisterError: where there is no such stage, or it is closed already.
    """
    with register.writing() as connection:
        # Neither a batch of files nor a decision is under way while it is closed.
        hold(connection)
        key = {"year": year, "budget": budget, "stage": stage}
        if connection.scalar(select(stages.c.position).filter_by(**key).with_for_update()) is None:
            known = "、".join(
                connection.scalars(select(stages.c.stage).order_by(stages.c.position).distinct())
            )
            raise RegisterError(
                "{year}年度 {budget} の段階「{stage}」は台帳にありません（あるのは {known}）。名前を確かめてください。",
                **key,
                known=known or "なし",
            )
        if (year, budget, stage) in closed_stages(connection):
            raise RegisterError("段階「{stage}」はすでに締め切られています。", stage=stage)
        found = rows(connection, Selection(year, budget, stage))
        left = unfinished(found)
        if left and not with_unfinished:
            names = "、".join(f"{row.section}「{row.name}」" for row in left[:5])
            raise UnfinishedError(
                "決定のない要求が{count}件あるため、締め切っていません（{names}{more}）。",
                count=len(left),
                names=names,
                more=phrase(" ほか") if len(left) > 5 else "",
            )
        words = f"{year} {budget} {stage} {len(found)}件"
        act = write_signed(connection, acts, register.actor, act="closed", subject=stage, words=words)
        connection.execute(insert(closings).values(**key, at=act["at"], actor=register.actor))
        return len(found)
