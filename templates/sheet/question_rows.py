"""The 質問票: what the finance division is likely to ask of a request, each with the writer's answer where there is one.

First the questions of the rulebook; then every 誤り and 注意 that is still there, for a figure that stays as it is needs
an explanation: open ones without, acknowledged ones (了解) with the reason that the writer gave.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from model.checks import QUESTION_LABEL, SEVERITY_LABELS, Finding
from model.document.document import Snapshot
from model.names.place_names import PlaceNames

TITLE_WORDS: Final = "質問票"
NUMBER: Final = "番号"
WHERE: Final = "欄"
SAID: Final = "質問"
ANSWER: Final = "答え"
SOURCE: Final = "根拠"


class QuestionRow(NamedTuple):
    """A row of the 質問票.

    Attributes:
        number: its number on the sheet, from 1; 0 for a finding that is not printed there (参考).
        finding: the question or finding.
        where: its place in words.
    """

    number: int
    finding: Finding
    where: str

    @property
    def label(self) -> str:
        """誤り, 注意, 参考 or 質問."""
        severity = self.finding.severity
        return QUESTION_LABEL if severity == "question" else SEVERITY_LABELS[severity]

    @property
    def said(self) -> str:
        """The question as it is printed; a finding with its severity before it."""
        message = self.finding.message
        return message if self.finding.severity == "question" else f"【{self.label}】{message}"


def question_rows(snapshot: Snapshot) -> list[QuestionRow]:
    """Every question and finding of a request: those of the 質問票 in its order, then the others."""
    found = snapshot.findings
    every = (*found.questions, *found.all, *found.acknowledged)
    if not every:
        return []
    names = PlaceNames(snapshot.request, snapshot.standard)
    ordered = enumerate(sorted(every, key=_is_left_out), start=1)
    return [
        QuestionRow(0 if _is_left_out(finding) else number, finding, names.where(finding.place))
        for number, finding in ordered
    ]


def _is_left_out(finding: Finding) -> bool:
    """Whether a finding needs no explanation (参考)."""
    return finding.severity == "info"
