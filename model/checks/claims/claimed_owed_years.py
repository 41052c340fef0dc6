"""What a text says that a commitment (債務負担行為) owes in each of its years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.finding import thousands
from model.checks.narrative import contradicted
from model.checks.quoted import shortened
from model.checks.rule import Found, WholeCheck
from model.checks.sources import PUBLISHED_COMMITMENTS as _SOURCE
from model.claims.labels.line_names import Names, names_in
from model.claims.quantities.commitment_year_words import owed_in
from model.figures.commitments import CommitmentTotals
from model.values.fiscal_year import parse

_LONGEST: Final = 60


@WholeCheck.rule(
    "text-amount", "本文に書いた債務負担行為の年度ごとの額は、一覧の額と同じ。", _SOURCE, "warning"
)
def owed_years_of_a_text_are_those_of_the_list(case: Case) -> Iterator[Found]:
    """「令和8年度30,000千円、令和9年度25,000千円」 of a commitment is what the list says of these years.

    Of the commitment of the line that the sentence names, or of the only one; a sentence that names any year outside it is of another.
    """
    for section in case.content if case.totals.commitments else ():
        for sentence, amounts in case.results.of(owed_in, section.text):
            commitment = _meant(case, sentence, names_in(case.request, case.results))
            owed = commitment.by_year if commitment else {}
            said = [(parse(written, case.totals.year), written, money) for written, money in amounts]
            known = [
                (owed[year.year], written, money)
                for year, written, money in said
                if year and year.year in owed
            ]
            for right, written, money in known if len(known) == len(said) else ():
                if not money.is_of(right):
                    instead = f"債務負担行為の一覧の{written}年度の額は {thousands(right)} "
                    yield contradicted(section, shortened(sentence, _LONGEST), instead)


def _meant(case: Case, sentence: str, names: Names) -> CommitmentTotals | None:
    """The commitment of the line that a sentence names, or the only one where it names none."""
    lines = {names.id_of(target) for mention in names.mentions(sentence) for target in mention.targets}
    own = [owed for owed in case.totals.commitments if not lines or owed.commitment.line in lines]
    return own[0] if len(own) == 1 else None
