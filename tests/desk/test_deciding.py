"""Deciding: what an officer did not see is not decided over, what is closed stays as it is, and every act is on record."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from model.document.document import take_snapshot
from model.register.asking import answer, ask, asked
from model.register.closing import UnfinishedError, close_stage
from model.register.contents import request_of
from model.register.deciding import Decision, decide, history, with_decision
from model.register.listing import RegisterRow, rows, stage_rows
from model.register.opening import (
    ChangedMeanwhileError,
    ClosedStageError,
    Register,
    RegisterError,
    new_id,
    open_register,
)
from model.request.grounds import Cut
from model.standard.standard import Standard
from tests.desk import prefecture
from tests.desk.test_collecting import age, decided_in, gather, one


def listed(register: Register) -> list[RegisterRow]:
    """Every request of the register."""
    with register.reading() as connection:
        return rows(connection)


def granting(row: RegisterRow, assessed: int, **further: object) -> Decision:
    """A decision of an officer who looked at a row."""
    return Decision(
        id=new_id(),
        request=row.request,
        stage=row.stage,
        version=row.version,
        revision=row.revision,
        result="計上",
        assessed=assessed,
        **further,  # type: ignore[arg-type]
    )


def test_a_decision_comes_to_its_amount_in_every_source(
    address: str, tmp_path: Path, in_force: Standard
) -> None:
    """一般財源 is the rest of what is granted; the request with the decision has the same figures, and its cut is explained."""
    made = prefecture.request(6)
    prefecture.write(tmp_path / "in", made, in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        (row,) = listed(register)
        assert row.expenditure is not None
        decision = granting(
            row,
            row.expenditure - 300,
            held=100,
            comment="委託料を精査しました。",
            funds={"assessed": {"national": 50}},
            cuts=(Cut("cut-1", "line-1", 150, "委託料を精査しました。"),),
        )
        decide(register, [decision])
        with register.reading() as connection:
            (kept,) = history(connection, row.request)
            request = with_decision(request_of(connection, row.version), kept.decision)
        assert decided_in(register, decision.id, "assessed") == {
            "national": 50,
            "general": row.expenditure - 350,
        }
        assert decided_in(register, decision.id, "held") == {"general": 100}
        assert (kept.decision.cuts, kept.number) == (decision.cuts, 1)
        decided = take_snapshot(request, in_force)
        assert (decided.totals.cut, decided.explained_cut.unexplained) == (200, 50)
        assert decided.totals.funding_rows["assessed"].general.value == row.expenditure - 350
        (now,) = listed(register)
        assert (now.assessed, now.held, now.separate, now.revision) == (row.expenditure - 300, 100, None, 2)


def test_nobody_decides_over_what_he_did_not_see(address: str, tmp_path: Path, in_force: Standard) -> None:
    """Of two officers who saw the same, the second is refused; so is one whose request came anew meanwhile."""
    age(prefecture.write(tmp_path / "a", prefecture.request(1), in_force, suffix=".yosan"), 1)
    age(prefecture.write(tmp_path / "b", prefecture.request(1, version=2), in_force, suffix=".yosan"), 2)
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "a", in_force)
        (seen,) = listed(register)
        decide(register, [granting(seen, 10)])
        with pytest.raises(ChangedMeanwhileError, match="ほかの人が決定"):
            decide(register, [granting(seen, 20)])
        (seen,) = listed(register)
        gather(register, tmp_path / "b", in_force)
        with pytest.raises(ChangedMeanwhileError, match="新しい版"):
            decide(register, [granting(seen, 30)])
        (now,) = listed(register)
        assert (now.assessed, now.is_outdated) == (10, True)
        assert one(register, "SELECT COUNT(*) FROM decisions") == 1


def test_a_decision_sent_twice_is_made_once(address: str, tmp_path: Path, in_force: Standard) -> None:
    """An officer whose answer was lost sends the decision again; the register knows it."""
    prefecture.write(tmp_path / "in", prefecture.request(1), in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        (row,) = listed(register)
        decision = granting(row, 10)
        decide(register, [decision])
        decide(register, [decision])
        assert one(register, "SELECT COUNT(*) FROM decisions") == 1
        assert one(register, "SELECT COUNT(*) FROM acts WHERE act = 'decided'") == 1


def test_several_decisions_stand_together_or_not_at_all(
    address: str, tmp_path: Path, in_force: Standard
) -> None:
    """Where one of a batch is refused, none of it is in the register."""
    for request in prefecture.requests(3):
        prefecture.write(tmp_path / "in", request, in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        first, second, third = listed(register)
        decide(register, [granting(second, 1)])
        with pytest.raises(ChangedMeanwhileError):
            decide(register, [granting(first, 1), granting(second, 2), granting(third, 3)])
        assert one(register, "SELECT COUNT(*) FROM decisions") == 1
        assert one(register, "SELECT SUM(amount) FROM decided") == 1


def test_a_closed_stage_is_followed_by_another(address: str, tmp_path: Path, in_force: Standard) -> None:
    """It is closed when all is decided; then neither a decision nor a version of it comes in, but one of the next stage does."""
    age(prefecture.write(tmp_path / "a", prefecture.request(1), in_force, suffix=".yosan"), 1)
    age(prefecture.write(tmp_path / "b", prefecture.request(1, version=2), in_force, suffix=".yosan"), 2)
    age(
        prefecture.write(
            tmp_path / "c", prefecture.request(1, stage="一般事業調整"), in_force, suffix=".yosan"
        ),
        3,
    )
    closing = (prefecture.YEAR, prefecture.INITIAL, prefecture.FIRST_STAGE)
    with open_register(address, actor="課長", makes=True) as register:
        gather(register, tmp_path / "a", in_force)
        (row,) = listed(register)
        with pytest.raises(UnfinishedError, match="1件"):
            close_stage(register, *closing)
        decide(register, [granting(row, 10)])
        assert close_stage(register, *closing) == 1
        (row,) = listed(register)
        with pytest.raises(ClosedStageError):
            decide(register, [granting(row, 20)])
        assert [outcome.kind for outcome in gather(register, tmp_path / "b", in_force)] == ["refused"]
        with pytest.raises(ClosedStageError), register.writing() as connection:
            connection.execute(
                text(
                    "INSERT INTO decisions SELECT 'x', request, version, year, budget, stage, 9, 9, result, comment,"
                    " 99, held, separate, at, actor FROM decisions"
                )
            )
        with pytest.raises(RegisterError, match="すでに締め切られて"):
            close_stage(register, *closing)
        assert [outcome.kind for outcome in gather(register, tmp_path / "c", in_force)] == ["new"]
        with register.reading() as connection:
            stages = [
                (stage.stage, bool(stage.closed_at), stage.closed_by) for stage in stage_rows(connection)
            ]
        assert stages == [("一般事業要求", True, "課長"), ("一般事業調整", False, "")]
        later = listed(register)[-1]
        assert later.request == row.request
        decide(register, [granting(later, 5)])


def test_questions_are_answered_on_record(address: str, tmp_path: Path, in_force: Standard) -> None:
    """A question is open until it is answered; a second answer is kept beside the first."""
    prefecture.write(tmp_path / "in", prefecture.request(1), in_force, suffix=".yosan")
    with open_register(address, actor="査定係", makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        (row,) = listed(register)
        question = ask(register, row.request, row.version, "単価の根拠は何ですか。", "line/line-1/amount")
        assert listed(register)[0].asked == 1
        answer(register, question, "見積書によります。")
        answer(register, question, "見積書3社の平均です。")
        with register.reading() as connection:
            (found,) = asked(connection, row.request)
            assert asked(connection, only_open=True) == []
        assert (found.answer, found.asked_by) == ("見積書3社の平均です。", "査定係")
        assert one(register, "SELECT COUNT(*) FROM answers") == 2
        assert listed(register)[0].asked == 0
        with pytest.raises(RegisterError, match="空です"):
            ask(register, row.request, row.version, "　")
