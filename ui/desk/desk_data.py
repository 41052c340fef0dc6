"""What the desk knows: the register as it was last read, and what was filled in and is not yet decided. No widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from model.register.deciding import DecidedRow, Decision, KeptDecision, kept_decisions
from model.register.filled import Filled, RefusedDecisionError, cuts_without_line, filled_of, unexplained
from model.register.filling import FilledOutcome, FilledRow, take_filled
from model.register.listing import RegisterRow, Selection, asked_funds, current_decisions, rows
from model.register.opening import Register
from model.register.timeline import Progress, progress
from model.register.views import CeilingUse, ceiling_uses
from model.request.place import GENERAL
from model.standard.standard import Standard
from model.values.amount import format_amount, parse
from templates.desk.grid_text import StandingRow
from templates.desk.naming import source_labels
from ui.language import translate

StageKey: TypeAlias = tuple[int, str, str]
"""年度, 予算 and 段階."""


def amount_of(text: str) -> int | None:
    """An amount as it is typed, 千円; None for a blank.

    Raises:
        RefusedDecisionError: where it is none.
    """
    value = parse(text.strip()) if text.strip() else None
    if isinstance(value, str):
        raise RefusedDecisionError(
            translate("ui.desk", "「{text}」は額として読めません。千円の整数を入れてください。").format(
                text=value
            )
        )
    return value


class Field(NamedTuple):
    """What can be filled in of a request: its result, its comment, or 計上, 保留 or 別途 of a source ("" for the whole)."""

    kind: Literal["result", "comment", "amount"]
    row: DecidedRow = "assessed"
    source: str = ""


class Read(NamedTuple):
    """What was read of the register at one moment."""

    progress: Progress
    rows: list[RegisterRow]
    asked: dict[str, dict[str, int]]  # what is asked of each source, by version (``asked_funds``)
    kept: dict[str, KeptDecision]


class Pending(NamedTuple):
    """What was filled in for a request and is not decided.

    Attributes:
        row: the request as it was when the filling began.
        in_force: what stood in it then.
        lines: the cost lines that could be filled in.
        refusal: why it was refused; "" where it was not.
    """

    row: RegisterRow
    in_force: Filled
    filled: Filled
    lines: frozenset[str]
    refusal: str = ""


class DeskData:
    """The register as it was read, and what is pending.

    Attributes:
        read: the last state that was read.
        pending: what was filled in and is not decided, by request and stage.
        labels: the names of the funding sources that are used, by key, 一般財源 last.
    """

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        self.read = Read(Progress(-1, -1), [], {}, {})
        self.pending: dict[tuple[str, str], Pending] = {}
        self.labels: dict[str, str] = {}

    @property
    def specific(self) -> dict[str, str]:
        """The names of the specific funds that are used, by key."""
        return {key: label for key, label in self.labels.items() if key != GENERAL}

    def show(self, read: Read) -> None:
        """Take a newer state; what is pending stays as it is."""
        self.read = read
        used = {source for amounts in read.asked.values() for source in amounts}
        for kept in read.kept.values():
            used |= {source for amounts in kept.decision.funds.values() for source in amounts}
        self.labels = source_labels(used | {GENERAL}, self.standard)

    def figure(self, amount: int | None) -> str:
        """An amount as the desk shows it, with the minus of the Standard; "" for none."""
        return "" if amount is None else format_amount(amount, self.standard.printing.minus_on_screen)

    def decision(self, row: RegisterRow) -> Decision | None:
        """The decision in force on a request."""
        kept = self.read.kept.get(row.decision)
        return kept.decision if kept is not None else None

    def in_force(self, row: RegisterRow) -> Filled:
        """What the decision in force says of a request; blanks where there is none."""
        decision = self.decision(row)
        return filled_of(decision, _lines_of(decision))

    def pending_of(self, row: RegisterRow) -> Pending | None:
        """What was filled in for a request and is not decided."""
        return self.pending.get((row.request, row.stage))

    def filled(self, row: RegisterRow) -> Filled:
        """What stands in the row of a request now."""
        pending = self.pending_of(row)
        return pending.filled if pending is not None else self.in_force(row)

    def rest(self, row: RegisterRow) -> int:
        """決定も説明もない額 of a request, 千円, by what stands in its row now."""
        decision = self.decision(row)
        return unexplained(row.amount, self.filled(row), cuts_without_line(decision, _lines_of(decision)))

    def is_overtaken(self, row: RegisterRow) -> bool:
        """Whether a request came anew, or somebody decided on it, since the filling began."""
        pending = self.pending_of(row)
        return pending is not None and (pending.row.version, pending.row.revision) != (
            row.version,
            row.revision,
        )

    def state(self, row: RegisterRow) -> str:
        """How far the decision on a request is, in a word or two."""
        pending = self.pending_of(row)
        if pending is not None and pending.refusal:
            return translate("ui.desk", "受け付けず")
        if pending is not None:
            return (
                translate("ui.desk", "要確認") if self.is_overtaken(row) else translate("ui.desk", "入力中")
            )
        if not row.decision:
            return translate("ui.desk", "未決定")
        return (
            translate("ui.desk", "再査定") if row.is_outdated else row.result or translate("ui.desk", "決定")
        )

    def explanation(self, row: RegisterRow) -> str:
        """What the state of a request means where its words do not say it; "" where they do."""
        pending = self.pending_of(row)
        if pending is not None and pending.refusal:
            return translate("ui.desk", "受け付けられませんでした: {reason}").format(reason=pending.refusal)
        if self.is_overtaken(row):
            return translate(
                "ui.desk",
                "入力を始めた後に、新しい版が届いたか、ほかの人が決定しました。入力を消すと、今の内容が出ます。",
            )
        if row.is_outdated:
            return translate(
                "ui.desk", "「{result}」と決定した後に、新しい版が届きました。もう一度決定してください。"
            ).format(result=row.result)
        return ""

    def fill(self, row: RegisterRow, filled: Filled, lines: Collection[str] = ()) -> None:
        """Keep what was filled in for a request; nothing where it is what stands in force."""
        pending = self.pending_of(row)
        if pending is None:
            pending = Pending(row, self.in_force(row), filled, _lines_of(self.decision(row)))
        if filled.digest == pending.in_force.digest and not self.is_overtaken(row):
            self.pending.pop((row.request, row.stage), None)
        else:
            self.pending[row.request, row.stage] = pending._replace(
                filled=filled, lines=pending.lines | frozenset(lines), refusal=""
            )

    def type(self, row: RegisterRow, field: Field, text: str) -> None:
        """Take what was typed into a field of a request.

        Raises:
            RefusedDecisionError: where it is no amount, or no result of the Standard.
        """
        filled = self.filled(row)
        if field.kind == "result":
            self.fill(row, replace(filled, result=self._known_result(text.strip())))
        elif field.kind == "comment":
            self.fill(row, replace(filled, comment=text.strip()))
        else:
            self.fill(row, filled.with_amount(field.row, field.source, amount_of(text)))

    def _known_result(self, text: str) -> str:
        """A result as it is typed, where the Standard has it; "" takes it away."""
        results = self.standard.results
        if text and results and text not in results:
            raise RefusedDecisionError(
                translate("ui.desk", "結果「{text}」はありません。{known} のどれかを入れてください。").format(
                    text=text, known="・".join(results)
                )
            )
        return text

    def shown(self, row: RegisterRow, field: Field) -> str:
        """What stands in a field of a request."""
        filled = self.filled(row)
        if field.kind == "amount":
            return self.figure(filled.amount(field.row, field.source))
        return filled.result if field.kind == "result" else filled.comment

    def forget(self, row: RegisterRow) -> None:
        """Remove what was filled in for a request."""
        self.pending.pop((row.request, row.stage), None)

    def standing(self, chosen: Iterable[RegisterRow]) -> list[StandingRow]:
        """Requests as they are copied and proved against: as they are in the register, with what stands in their rows."""
        return [StandingRow(row, self.in_force(row), self.filled(row)) for row in chosen]

    def by_source(self, chosen: Iterable[RegisterRow]) -> tuple[Counter[str], Counter[str]]:
        """What is asked of each source, and what 計上 takes of it, over the 歳出 of requests, 千円."""
        asked: Counter[str] = Counter()
        granted: Counter[str] = Counter()
        for row in chosen:
            if row.kind == "expenditure":
                asked.update(self.read.asked.get(row.version, {}))
                granted.update(self._granted(row))
        return asked, granted

    def sources_of(self, row: RegisterRow) -> str:
        """The sources that a request asks for, together: each request is of one such set, so that groups of them add up to the whole."""
        asked = self.read.asked.get(row.version, {})
        return "・".join(label for source, label in self.labels.items() if asked.get(source))

    def ceilings(self, stage: StageKey | None) -> list[CeilingUse]:
        """How all 歳出 up to a stage stands to the ceilings of the 部局, whatever is searched for.

        What the stages before granted stands, and is asked and granted together with what is asked now: a later stage asks for
        more, or again for what was cut.

        Without a stage it is the last one of each budget.
        """
        stages = list(
            dict.fromkeys(row.at for row in self.read.rows)
        )  # the register lists them in their order
        if stage is not None:
            stages = [each for each in stages[: stages.index(stage) + 1] if each[:2] == stage[:2]]
        now = {each[:2]: each for each in stages}
        chosen = [row for row in self.read.rows if row.kind == "expenditure" and row.at in set(stages)]
        last = {row.request: row for row in chosen}
        asked: dict[str, int] = {}
        granted: dict[str, int] = {}
        for row in chosen:
            granted[row.decision] = self._granted(row).get(GENERAL, 0)
            is_asked_now = last[row.request] is row and (not row.is_decided or row.at in now.values())
            asked[row.version] = (
                self.read.asked.get(row.version, {}).get(GENERAL, 0)
                if is_asked_now
                else granted[row.decision]
            )
        return ceiling_uses(chosen, asked, granted, self.standard.ceilings)

    def _granted(self, row: RegisterRow) -> dict[str, int]:
        """What each source pays of what is granted by the decision on the version in force."""
        decision = None if row.is_outdated else self.decision(row)
        return decision.sources_of("assessed") if decision is not None else {}

    def settle(self, pending: Sequence[Pending], outcomes: Sequence[FilledOutcome]) -> None:
        """Remove what is decided now from what is pending, and keep the reasons of what was refused."""
        for each, outcome in zip(pending, outcomes, strict=True):
            at = each.row.request, each.row.stage
            if self.pending.get(at) is not each:
                continue  # it was filled in anew meanwhile
            if outcome.kind == "refused":
                self.pending[at] = each._replace(refusal=outcome.reason)
            else:
                del self.pending[at]


def read_register(register: Register, known: Progress) -> Read | None:
    """The register as it is now; None where it is as it was."""
    with register.reading() as connection:
        now = progress(connection)
        if now == known:
            return None
        kept = kept_decisions(connection, current_decisions(Selection()))
        return Read(now, rows(connection), asked_funds(connection, Selection()), kept)


def decide_pending(register: Register, pending: Sequence[Pending], standard: Standard) -> list[FilledOutcome]:
    """Decide what was filled in."""
    filled = [
        FilledRow(
            f"{each.row.section}「{each.row.name}」",
            each.row.version,
            each.row.revision,
            each.in_force.digest,
            each.filled,
            each.lines,
        )
        for each in pending
    ]
    return take_filled(register, filled, standard)


def _lines_of(decision: Decision | None) -> frozenset[str]:
    """The lines that a decision cuts; a cut of each can be filled in anew."""
    return frozenset(cut.line for cut in decision.cuts if cut.line) if decision is not None else frozenset()
