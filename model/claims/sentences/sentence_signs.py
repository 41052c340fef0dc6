"""A sentence with one sign for each thing that is known in it: an amount, a label, a line, the year before, what it is compared with.

The patterns by which a sentence is understood are then about these signs, and not about the words in which a thing can be said.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Final

from model.claims.labels.line_names import Mention, Target
from model.claims.labels.sheet_labels import BLOCK, STROKES_AS_ONE, YEARS, SheetLabels, Signs
from model.claims.quantities.quantities import KINDS, Quantity, quantities_in
from model.claims.sentences.signs_as_one import AS_ONE
from model.request import place
from model.request.place import Place
from model.standard.text_words import TextWords
from model.values.pattern import lazy_pattern

_RUN: Final = lazy_pattern(r"(?=([^\s、。()「」は]{3,}))(?<![^\s、。()「」ぁ-ん])")
"""Letters that may begin the name of the project: at the beginning of a word or behind hiragana."""
_PLAIN_SIGNS: Final = lazy_pattern("[\ue000-\uf8ff]")
_S: Final = Signs  # short, for it stands in every pattern
_SAID_OF: Final = rf"(?P<of>(?:{_S.NAME}(?:[^、。は\ue000-\uf8ff]{{0,10}}は、?|:))?)"
_CLAUSE: Final = lazy_pattern(
    rf"(?:\A|(?<=[、。])|(?={_S.NAME})){_SAID_OF}[^、。は\ue000-\ue602\ue604-\uf8ff]{{2,60}}"
    r"(?:[いきりけげせねめれえみびぎじずく]|(?<!う)ち|(?<!比)べ|(?<!に対)(?<!比較)し|(?<!につい|におい|に対し|.とし)て|んで|いで|ので|もの[のでを]|ば|[るたい](?:が|と|中|上で))、"
    rf"|(?<=[は、])[^、。は\ue000-\ue602\ue604-\uf8ff]{{2,40}}(?:から|より|ため|により|に伴い|て|で|[るた])(?=[{_S.BEFORE}{_S.COMPARED}{_S.LAST}])"
    rf"|(?<=[は、])[^、。はが\ue000-\ue602\ue604-\uf8ff]{{2,40}}(?:(?<!残)(?<!不足す)る|た|(?<!につい|におい|に対し|.とし)て)(?={_S.QUANTITY}(?!を含|を除))"
)
"""A clause that ends in a verb: 「木材価格の下落を織り込み、」."""

_OF_MONEY: Final = lazy_pattern(r"(?:(?<=[、はりら])|(?<=に伴い)|(?<=ため))[増減]額し、\Z")
"""「対象の縮小により減額し、」: 増額 and 減額 are said of money alone."""
_SAME: Final = lazy_pattern("同|並み|変わ")
_OWN: Final = lazy_pattern(f"{_S.OWN}|{_S.ASKED_BY_NAME}")
_OF_OTHER: Final = lazy_pattern(f"[{_S.BEFORE}{_S.LAST}{_S.OTHER_YEAR}]")
_MOST_NAMED: Final = 8  # names before a part's short name that may be of the whole


def _compared(match: re.Match[str]) -> str:
    """The sign of a comparison; one that says that both years are the same goes on to say so."""
    is_same = _SAME.search(match.group()) is not None
    return f"{_S.COMPARED}同額で、" if is_same else _S.COMPARED


class SentenceSigns:
    """A sentence in signs.

    Attributes:
        start: where it begins in its paragraph.
        text: the sentence.
        labels: the labels of the sheet.
        words: the words by which it is read.
        patterns: the same as they are searched for.
        signs: the sentence with the signs in the place of what they stand for, without clauses that give a reason.
        mentions: the lines and tables that it names, by their signs.
        quantities: its quantities, by their signs.
        label_of: its labels of figures of the sheet, by their signs.
        places: the places of these figures, by the same signs.
        spans: where what a sign stands for begins and ends in the sentence.
        has_reason: it has a clause that gives a reason.
        named: the lines, tables and figures of the sheet that it names, each as one.
        is_of_own_year: it names this year, or what is asked, and no other year.
    """

    def __init__(
        self, start: int, text: str, mentions: tuple[Mention, ...], labels: SheetLabels, words: TextWords
    ) -> None:
        self.start, self.text, self.words, self.labels = start, text, words, labels
        self.patterns = words.patterns
        self.mentions: dict[str, Mention] = {}
        self.quantities: dict[str, Quantity] = {}
        self.label_of: dict[str, str] = {}
        self.places: dict[str, Place] = {
            _S.OF_YEAR: place.REQUEST_AMOUNT,
            _S.TOTAL_COST: place.cost("request", "total"),
        }
        self.spans: dict[str, tuple[int, int]] = {}
        self.has_reason = False
        self.is_of_own_year = False
        self.signs = self._in_signs(mentions)
        lines = (mention.targets[0] for mention in self.mentions.values() if len(mention.targets) == 1)
        figures = filter(None, (self.places[sign] for sign in self.label_of))
        self.named: tuple[Target | Place, ...] = (*lines, *figures)

    @property
    def is_first(self) -> bool:
        """Whether it begins its paragraph."""
        return not self.start

    def _in_signs(self, mentions: tuple[Mention, ...]) -> str:
        """The sentence with a sign for each thing that is known."""
        text = _PLAIN_SIGNS.sub("〓", self.text).translate(STROKES_AS_ONE)
        spans: list[tuple[int, int, str]] = []

        def take(start: int, end: int, sign: str) -> bool:
            if any(start < other_end and other_start < end for other_start, other_end, _ in spans):
                return False
            spans.append((start, end, sign))
            self.spans[sign] = (start, end)
            return True

        for quantity in quantities_in(text):
            like = sum(other.kind == quantity.kind for other in self.quantities.values())
            sign = chr(0xE000 + BLOCK * KINDS.index(quantity.kind) + like % BLOCK)
            if take(quantity.start, quantity.end, sign):
                self.quantities[sign] = quantity
        for mention in mentions:
            sign = chr(0xE400 + len(self.mentions) % BLOCK)
            if take(mention.start, mention.end, sign):
                self.mentions[sign] = mention
        for match in self.labels.labels_in(text):
            if match.group() in self.labels.previous:
                take(match.start(), match.end(), _S.LAST)
                continue
            named = self._named_before(match.start())
            where = next(filter(None, (self.labels.place_of(match.group(), one) for one in named)), "")
            sign = self._sign_of_label(match.group(), where)
            if take(match.start(), match.end(), sign):
                self.label_of[sign], self.places[sign] = match.group(), where
        for match in self.patterns.year_before.finditer(text):
            take(match.start(), match.end(), _S.BEFORE)
        for match in self.patterns.year_own.finditer(text):
            take(match.start(), match.end(), _S.OWN)
        for match in YEARS.finditer(text):
            take(match.start(), match.end(), self.labels.year_in(match["year"] or match["era_year"]))
        for run in _RUN.finditer(text):
            if length := self.labels.project_begins(run[1]):
                take(run.start(), run.start() + length, _S.PROJECT)
        taken = "".join([sign for _, _, sign in spans])
        self.is_of_own_year = _OWN.search(taken) is not None and _OF_OTHER.search(taken) is None
        written: list[str] = []
        at = 0
        for start, end, sign in sorted(spans):
            written += [text[at:start], sign]
            at = end
        return self._understood("".join((*written, text[at:])))

    def _named_before(self, at: int) -> list[Target | None]:
        """The lines and tables that are named before a place of the sentence, the last first; None alone where the last is of several, or none is."""
        known = (mention for mention in self.mentions.values() if mention.end <= at)
        before = sorted(known, key=attrgetter("end"), reverse=True)
        if not before or len(before[0].targets) > 1:
            return [None]
        return [mention.targets[0] for mention in before[:_MOST_NAMED] if len(mention.targets) == 1]

    def _sign_of_label(self, label: str, where: Place) -> str:
        """The next sign for a label of a figure, among those for figures like it."""
        if where == place.REQUEST_AMOUNT:
            signs = _S.ASKED_BY_NAME if label in self.words.asked_labels else _S.ASKED
        elif where.startswith("assessment/"):
            signs = _S.GRANTED
        elif where.startswith("component/"):
            signs = _S.COMPONENT
        else:
            known = {
                self.labels.people: _S.PEOPLE_LABEL,
                place.cost("request", "labour"): _S.LABOUR,
                place.cost("standing", "expense"): _S.STANDING,
                place.cost("total", "expense"): _S.IN_TOTAL,
            }
            signs = known.get(where, _S.OTHER_LABEL)
        first, last = ord(signs[1]), ord(signs[3]) - 1
        if signs == _S.ASKED:
            first += 16
        return chr(first + len(self.label_of) % (last - first + 1))

    def _without_reason(self, match: re.Match[str]) -> str:
        """What is left of a clause that gives a reason; one that takes other matter in stays: 「他事業を含め」."""
        clause = match.group()
        is_other = "を含め" in clause and self.patterns.elsewhere.search(clause)
        return clause if is_other else match["of"]

    def _without_clause(self, match: re.Match[str]) -> str:
        """What is left of a clause: the name that it is about, and that its amount goes up or down; one that adds other matter stays."""
        clause = match.group()
        if "と合わせ" in clause and self.patterns.elsewhere.search(clause):
            return clause
        way = _OF_MONEY.search(clause)
        return (match["of"] or "") + (way.group() if way else "")

    def _understood(self, signs: str) -> str:
        """The signs with what belongs together in one: 前年度の当初予算額, 前年度と比べて, 人件費を含めて, 「…のため、」."""
        for pattern, new in AS_ONE:
            signs = pattern.sub(new, signs)
        signs = self.patterns.compared_year.sub(_compared, signs)
        plain = _CLAUSE.sub(
            self._without_clause, self.patterns.clause_of_reason.sub(self._without_reason, signs)
        )
        self.has_reason = plain != signs
        return plain
