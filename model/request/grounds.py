"""Funding terms, parts of the cut, and answers to findings and questions.

Only what a person decided; nothing is computed here. None of it is printed on the published page: it is kept in the
file and goes to the finance division with the workbook.
"""

from __future__ import annotations

from model.request.part import Part
from model.values.amount import Amount


class FundingTerm(Part, frozen=True):
    """The ground of a revenue in this year's request (財源の根拠): where it comes from, and for what.

    Attributes:
        source: key of the funding source of the Standard.
        name: 収入の名前: the subsidy, the revenue item of その他 (諸収入, 繰入金 …).
        rate: 補助率 as people write it (「1/2」「55/100」「定額」); for a bond (起債) the 充当率 where it is not its class's.
        eligible: 対象経費, the cost it is reckoned from, 千円; None for the whole 事業費.
        amount: the revenue of this ground, 千円; None where it is all that stands in the source's column.
        bond_class: key of the class of the bond (起債の区分) in the Standard; "" for none.
        line: id of the cost line that it pays for; "" for none.
    """

    id: str
    source: str = ""
    name: str = ""
    rate: str = ""
    eligible: Amount = None
    amount: Amount = None
    bond_class: str = ""
    line: str = ""


class Cut(Part, frozen=True):
    """A part of 要求額 − 計上額 (減額の内訳).

    Attributes:
        line: id of the cost line that was cut; "" for none.
        amount: by how much, 千円.
        reason: the sentence of 財政課処理欄 that explains it, as written there.
    """

    id: str
    line: str = ""
    amount: Amount = None
    reason: str = ""


class Answer(Part, frozen=True):
    """What the writer said to a finding (了解 with its reason) or to a question of the 質問票.

    It holds for what was said at the time only: when a figure of the finding changes, so does its sentence, and it
    is open again.

    Attributes:
        about: its sentence when it was answered; of a question, the question.
        text: the reason or the answer; never blank.
    """

    rule: str
    place: str
    about: str
    text: str

    def is_to(self, rule: str, place: str, about: str) -> bool:
        """Whether it answers the finding of a rule at a place that says this."""
        return (self.rule, self.place, self.about) == (rule, place, about)
