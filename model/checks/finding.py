"""What a check says: a finding with its rule, severity, place, sentence, source and, where possible, a repair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from model.request.grounds import Cut
from model.request.multi_year import Commitment
from model.request.place import Place
from model.standard.parts import Severity
from model.values.amount import Amount, format_amount

SEVERITY_LABELS: Final[Mapping[Severity, str]] = {"error": "誤り", "warning": "注意", "info": "参考"}
QUESTION_LABEL: Final = "質問"


class Fix(msgspec.Struct, frozen=True):
    """A repair of one action (直す), made by model/edits/repair.

    Attributes:
        label: what the button says.
        place: the place to be set.
        value: to what; None returns a declared figure to the derived one.
        also: further places with their values.
        adds: commitments that are entered; ``place`` then names the first one and is not set.
        cuts: parts of the cut that are entered; ``place`` then names one of them and is not set.
        confirms: the id of the source question that is answered; ``place`` is then not set.
        link: the id of the linked figure that is to say ``value``, or, for None, is none any more; ``place`` is then not set.
    """

    label: str
    place: Place
    value: Amount = None
    also: tuple[tuple[Place, Amount], ...] = ()
    adds: tuple[Commitment, ...] = ()
    cuts: tuple[Cut, ...] = ()
    confirms: str = ""
    link: str = ""


class Finding(msgspec.Struct, frozen=True):
    """One thing to look at. It never blocks typing, saving or exporting.

    Attributes:
        rule: the rule's id.
        place: where it is.
        message: what is wrong, where, and what to do; whole sentences in Japanese.
        source: where the rule comes from.
        severity: that of its rule, or the Standard's where it has another.
        fix: a repair, where one action can make it.
        acknowledged: the writer's reason (了解) or answer, kept in the request; "" while it is open.
    """

    rule: str
    place: Place
    message: str
    source: str
    severity: Severity = "error"
    fix: Fix | None = None
    acknowledged: str = ""


def thousands(amount: Amount) -> str:
    """An amount inside a sentence: 「124,767千円」; a blank is called 空欄."""
    return "空欄" if amount is None else f"{format_amount(amount)}千円"


def return_to_derived(place: Place) -> Fix:
    """The repair of every declared figure: one click returns to the derived one."""
    return Fix("計算値に戻す", place)


class Findings(msgspec.Struct, frozen=True):
    """All findings of a request.

    Attributes:
        all: what is open, in the order of the sheet, with the severities of the Standard.
        acknowledged: what the writer has acknowledged (了解), with the reason, likewise.
        questions: what the finance division is likely to ask (質問票), with the writer's answer where there is one.
    """

    all: tuple[Finding, ...] = ()
    acknowledged: tuple[Finding, ...] = ()
    questions: tuple[Finding, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The open findings of severity 誤り."""
        return tuple(finding for finding in self.all if finding.severity == "error")
