"""What a sentence says of the figures of the sheet: 「要求額は前年度から6,111千円増の124,767千円である」.

A statement is a label, words that say nothing of their own (は, として, に係る経費は …), and an amount, a rate, a number of times or
of people, or a direction (増額, 同額). The label is a line or a table by its name, or a figure of the sheet by its label; where a
sentence has none and nothing else stands before the figure, it is 要求額. Any other word between the two makes it another
figure, and nothing is read: phrasing does not decide, content does.

A sentence is first written with one sign for each thing that is known (``sheet_labels.Signs``): an amount, a label, the year before, what
it is compared with. The few patterns below are then about these signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, Literal, NamedTuple, TypeAlias

from model.claims.headings import Heading, heading
from model.claims.line_names import Mention, Names, Target, mentions_in
from model.claims.near_names import NearNames, near_mentions_in
from model.claims.paragraphs import paragraphs, sentences
from model.claims.quantities import KINDS, Kind, Quantity, quantities_in
from model.claims.sheet_labels import BLOCK, STROKES_AS_ONE, YEARS, SheetLabels, Signs
from model.incremental.results import Results
from model.request.place import Place
from model.standard.text_words import TextWords
from model.values.pattern import lazy_pattern

Aspect: TypeAlias = Literal["value", "previous", "change", "new", "all", "used"]
"""Which aspect of a figure a sentence states: its value this year, its value last year, the change between them; that a line is
new; that a source pays for all of the cost, or for some."""

_MOST: Final = 20  # directions of a sentence that are read
_RUN: Final = lazy_pattern(r"(?=([^\s、。()「」は]{3,}))(?<![^\s、。()「」ぁ-ん])")
"""Letters that may begin the name of the project: at the beginning of a word or behind hiragana."""
_PLAIN_SIGNS: Final = lazy_pattern("[\ue000-\uf8ff]")
_S: Final = Signs  # short, for it stands in every pattern
_YEAR_SIGNS: Final = _S.BEFORE + _S.OTHER_YEAR + _S.LAST


_NAMED: Final = lazy_pattern(rf"{_S.NAME}|{_S.LAST}")
_CALCULATED_BEFORE: Final = lazy_pattern(r"[×*÷/+＋→~〜=@]\s*\Z")
_CALCULATED_BEHIND: Final = lazy_pattern(r"\s*[×xX*÷/+＋→~〜=@\-]")
_COMPARES: Final = lazy_pattern(f"[{_S.COMPARED}{_S.BEFORE}{_S.LAST}]")
_OF_YEAR_BEFORE: Final = lazy_pattern(rf"{_S.BEFORE}[の(:は]*+(?:当初)?(?:予算)?額?[はの(:]*+\s*+\Z")
_TIMES_OF: Final = lazy_pattern(rf"[{_S.COMPARED}{_S.BEFORE}{_S.LAST}]の?約?\Z")
_PART: Final = lazy_pattern(r"\s*[(【\[〔]")
"""A bracket right behind a name says of which part of it an amount is: 「防護柵整備(国補正分) 20,000千円」."""
_LABEL_BEHIND: Final = lazy_pattern(
    rf"(?:は|を|の|については)、?(?P<label>{_S.LABEL})(?:で|を|に)(?:措置|充|対応|賄|活用|見込|財源|ある|す)"
)
_AND: Final = ("及び", "並びに", "と", "、", "・", "や")
_LINE: Final = lazy_pattern(_S.LINE)
_LINE_OR_QUANTITY: Final = lazy_pattern(rf"{_S.LINE}|{_S.QUANTITY}")
_NOTHING: Final = lazy_pattern(rf"[\s。{_S.OWN}]")
_SAYS: Final = lazy_pattern(r"[はがをにで]|として")
_ABOUT: Final = lazy_pattern(r"(?:約|およそ|概ね|おおむね|ほぼ)\Z")
_IN_ALL: Final = lazy_pattern(r"(?:合計|総額|全体|合わせて|計)(?:で|は)?\Z")
_WAS_BUDGETED: Final = lazy_pattern(r"を(?:予算)?(?:計上|要求|措置)(?:し|さ)|の予算|であった|だった|でした")
_OF_MONEY: Final = lazy_pattern("増額|減額|同額|[上下]回(?=る額)")
_OF_ANOTHER: Final = lazy_pattern(
    "の(?!予算|経費|費用|事業費|要求|支出|負担|計上|補助|委託|見込|範囲|ほか|増|減|差|伸|計|うち|内)"
)
"""Behind an amount the thing that it is of: 「研修で1,200千円の手当を節減」."""
_FROM: Final = lazy_pattern(rf"(?<={_S.QUANTITY})から\Z")


_SUM: Final = lazy_pattern(
    rf"(?P<names>(?:{_S.LINE}(?:、|及び|並びに|と|・)){{1,8}}{_S.LINE})(?:の|を)?"
    rf"(?:合計|計|総額|合わせた?て?の?(?:合計|計|総額)?)額?(?:は|で|として|が)?、?(?P<sum>{_S.MONEY})"
)
"""Lines and tables with the amount that they come to: 「韓国市場情報発信と香港市場情報発信の合計は42,000千円」."""


class FigureClaim(NamedTuple):
    """What a sentence says of a figure.

    Attributes:
        start: where the quantity begins in its paragraph; of a direction the word.
        sentence: the sentence.
        name: the label as it is written; "" where none is.
        targets: the lines and tables that bear the name; empty for a figure of the sheet.
        place: the place of the figure of the sheet; "" for a line.
        aspect: what of it is said.
        quantity: how much; None for a direction alone.
        direction: 1 for 増, -1 for 減, 0 for 同額; None where none is said.
        is_certain: nothing stands in the sentence that could make it another figure.
        is_about: it is said to be rounded (約).
        asks: the sentence goes on to ask for it (を要求する).
        added: the lines and tables whose sum it is; empty of any other figure.
    """

    start: int
    sentence: str
    name: str
    targets: tuple[Target, ...]
    place: Place
    aspect: Aspect
    quantity: Quantity | None
    direction: int | None
    is_certain: bool
    is_about: bool
    asks: bool
    added: tuple[Target, ...] = ()


class ClaimInText(NamedTuple):
    """A claim in its text.

    Attributes:
        offset: where its paragraph begins in the text.
        claim: the claim.
        under: the headings that it stands below, one behind the other.
    """

    offset: int
    claim: FigureClaim
    under: str


class Known(NamedTuple):
    """What a text may call the figures of one sheet.

    Attributes:
        names: the names of lines and tables.
        near: words that mean one of them.
        labels: the labels of the sheet's own figures.
    """

    names: Names
    near: NearNames
    labels: SheetLabels


def figure_claims(text: str, known: Known, words: TextWords, results: Results) -> tuple[ClaimInText, ...]:
    """What a text says of the figures of the sheet, with the headings that it says it below."""
    return results.of(_of_text, text, *known, words, results) if words.figures_in.search(text) else ()


def _of_text(
    text: str, names: Names, near: NearNames, labels: SheetLabels, words: TextWords, results: Results
) -> tuple[ClaimInText, ...]:
    found: list[ClaimInText] = []
    above: list[Heading] = []
    under = ""
    is_other = False
    for start, paragraph in paragraphs(text):
        title = heading(paragraph) if paragraph else None
        has_figures = words.figures_in.search(paragraph) is not None
        if title is not None:
            above = _outside(above, title.kind)
            if "円" not in paragraph:
                above.append(title)
            under = " ".join(line.name for line in above)
            is_other = words.other.search(under) is not None or labels.is_of_other_year(under)
        if has_figures and not is_other:
            full = results.of(mentions_in, paragraph, names)
            nearly = results.of(near_mentions_in, paragraph, near)
            for claim in results.of(_read, paragraph, full, nearly, labels, words):
                found.append(ClaimInText(start, _below(claim, above, names), under))
    return tuple(found)


def _below(claim: FigureClaim, above: list[Heading], names: Names) -> FigureClaim:
    """A claim that names nothing, but asks for an amount below the heading of a line: it is of that line."""
    if claim.name or claim.aspect != "value" or not (claim.asks and above):
        return claim
    title = above[-1].name
    mentions = [mention for mention in names.mentions(title) if mention.end - mention.start == len(title)]
    return claim._replace(targets=mentions[0].targets, place="", name=title) if mentions else claim


def _outside(above: list[Heading], kind: str) -> list[Heading]:
    """The headings that a new one of a kind stands below: those before the last of its kind."""
    end = next((index for index, line in enumerate(above) if line.kind == kind), len(above))
    return above[:end]


def _read(
    paragraph: str,
    full: tuple[tuple[Mention, ...], ...],
    near: tuple[tuple[Mention, ...], ...],
    labels: SheetLabels,
    words: TextWords,
) -> tuple[FigureClaim, ...]:
    return tuple(
        claim
        for (start, text), mentions, others in zip(sentences(paragraph), full, near, strict=True)
        for claim in _Sentence(start, text, (*mentions, *others), labels, words).claims()
    )


class _Label(NamedTuple):
    """The name or label to which a quantity in a sentence belongs.

    Attributes:
        sign: the sign of a name or a label; "" where the sentence has none.
        before: the signs before it.
        gap: the signs between it and the quantity.
        is_certain: nothing stands in the sentence that could make it another figure.
    """

    sign: str
    before: str
    gap: str
    is_certain: bool


class _Sentence:
    """A sentence in signs, and what it says."""

    def __init__(
        self, start: int, text: str, mentions: tuple[Mention, ...], labels: SheetLabels, words: TextWords
    ) -> None:
        self.start, self.text, self.words, self.labels = start, text, words, labels
        self.mentions: dict[str, Mention] = {}
        self.quantities: dict[str, Quantity] = {}
        self.label_of: dict[str, str] = {}
        self.spans: dict[str, tuple[int, int]] = {}
        self.has_reason = False
        self.is_first = not start
        self.signs = self._in_signs(mentions)

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
            block = KINDS.index(quantity.kind)
            sign = chr(
                0xE000
                + BLOCK * block
                + sum(other.kind == quantity.kind for other in self.quantities.values()) % BLOCK
            )
            if take(quantity.start, quantity.end, sign):
                self.quantities[sign] = quantity
        for mention in mentions:
            sign = chr(0xE400 + len(self.mentions) % BLOCK)
            if take(mention.start, mention.end, sign):
                self.mentions[sign] = mention
        for match in self.labels.labels_in(text):
            sign = (
                _S.LAST if match.group() in self.labels.previous else chr(0xE500 + len(self.label_of) % BLOCK)
            )
            if take(match.start(), match.end(), sign) and sign != _S.LAST:
                self.label_of[sign] = match.group()
        for match in self.words.year_before.finditer(text):
            take(match.start(), match.end(), _S.BEFORE)
        for match in self.words.year_own.finditer(text):
            take(match.start(), match.end(), _S.OWN)
        for match in YEARS.finditer(text):
            take(match.start(), match.end(), self.labels.year_in(match["year"] or match["era_year"]))
        for run in _RUN.finditer(text):
            if length := self.labels.project_begins(run[1]):
                take(run.start(), run.start() + length, _S.PROJECT)
        written: list[str] = []
        at = 0
        for start, end, sign in sorted(spans):
            written += [text[at:start], sign]
            at = end
        return self._understood("".join((*written, text[at:])))

    def _understood(self, signs: str) -> str:
        """The signs with what belongs together in one: 前年度の当初予算額, 前年度と比べて, 人件費を含めて, 「…のため、」."""
        asked = "".join(
            sign for sign, label in self.label_of.items() if self.labels.places[label] == "request/amount"
        )
        people = "".join(
            sign for sign, label in self.label_of.items() if self.labels.places[label] == self.labels.people
        )
        signs = re.sub(rf"{_S.BEFORE}の?(?:(?:当初)?予算(?:計上)?(?:額|規模)?|当初(?=は))", _S.LAST, signs)
        if asked:
            signs = re.sub(rf"{_S.BEFORE}の?(?:当初)?[{asked}](?={self.words.comparing})", _S.BEFORE, signs)
            signs = re.sub(rf"{_S.BEFORE}の?(?:当初)?[{asked}]", _S.OTHER_YEAR, signs)
            own = "".join(sign for sign in asked if self.label_of[sign] in self.words.asked_labels)
            signs = re.sub(rf"({_S.NAME})の?[{own}]", r"\1", signs) if own else signs  # 標準事務費の要求額
        signs = (
            re.sub(rf"({_S.LABEL})の?(?:[{people}])", r"\1", signs) if people else signs
        )  # 非常勤職員の人役
        signs = re.sub(
            rf"{_S.LABEL}(?:を含|を加え|を合わせ|込み)(?:めた?|んだ|む|た|て)?の?", _S.INCLUDED, signs
        )
        signs = re.sub(rf"\({_S.INCLUDED}\)", "", signs)
        signs = re.sub(
            rf"{_S.LINE}(?=を含|を加え|を除|込み|等(?![級号])|など|相当|分)|(?<![とび、や]){_S.LINE}(?=を合わせ)",
            _S.SPOILED,
            signs,
        )
        signs = re.sub(rf"対?[{_S.BEFORE}{_S.LAST}]{self.words.comparing}", _S.COMPARED, signs)
        said_of = (
            rf"((?:{_S.NAME}(?:について)?は、?)?)"  # 「光熱水費は値上がりにより増額」 is said of 光熱水費
        )
        plain = re.sub(
            rf"(?<!は){said_of}[^、。{_S.QUANTITY[1:-1]}{_YEAR_SIGNS}]*(?:{self.words.reason})、?",
            r"\1",
            signs,
        )
        self.has_reason = plain != signs
        return plain

    def claims(self) -> Iterator[FigureClaim]:
        """What the sentence says of the figures of the sheet."""
        said: set[tuple[str, Aspect, Kind]] = set()
        for at, sign in enumerate(self.signs):
            quantity = self.quantities.get(sign)
            claim = self._of_quantity(quantity, self.signs[:at], self.signs[at + 1 :]) if quantity else None
            if quantity is None or claim is None:
                continue
            key = (claim.name or claim.place, claim.aspect, quantity.kind)
            if key not in said:
                yield claim
            said.add(key)
        yield from self._directions()
        yield from self._newness()
        yield from self._sources()
        yield from self._sums()

    def _of_quantity(self, quantity: Quantity, front: str, back: str) -> FigureClaim | None:
        """What a quantity is of, from what stands before and behind it; None where that is not plain."""
        if _CALCULATED_BEFORE.search(front) or _CALCULATED_BEHIND.match(back):
            return None
        label = self._label(quantity, front, back)
        if label is None:
            return None
        near = re.split(_S.QUANTITY, front)[-1]
        direction = self._direction_behind(back)
        aspect = self._aspect(quantity, label, near, back, direction)
        if aspect is None or not self._is_open(label, aspect, front, back):
            return None
        return self._claim(label, aspect, quantity, direction, front, back)

    def _aspect(
        self, quantity: Quantity, label: _Label, near: str, back: str, direction: int | None
    ) -> Aspect | None:
        """Whether a quantity is of this year, of the year before, or of the change; None where it is neither."""
        if quantity.kind in ("percent", "times"):
            return "change" if self._is_of_change(quantity, near, direction) else None
        if direction is not None or self.words.change_label.search(near):
            # 「標準事務費は5,000千円増の…」 may be more than anything
            is_against = (
                label.sign not in self.mentions
                or _COMPARES.search(label.gap + label.before)
                or "を" in label.gap
            )
            return "change" if is_against else None
        if label.sign == _S.LAST or _OF_YEAR_BEFORE.search(near):
            return "previous"
        if re.match(rf"から[^{_S.NAME[1:-1]}]*{_S.QUANTITY}", back) and not near.endswith("から"):
            return "previous"
        if near.endswith(_S.COMPARED) and quantity.value < 0:
            return "change"
        if _S.BEFORE in label.before + near or (not label.sign and _S.COMPARED in near):
            return None
        return "value"

    def _is_of_change(self, quantity: Quantity, near: str, direction: int | None) -> bool:
        """Whether a rate or a number of times tells how much more or less than the year before."""
        if quantity.kind == "times":
            return _TIMES_OF.search(near) is not None
        is_compared = quantity.kind == "percent" and _ABOUT.sub("", near).rstrip().endswith(_S.COMPARED)
        return direction is not None or is_compared or self.words.rate_label.search(near) is not None

    def _direction_behind(self, back: str) -> int | None:
        """The direction right behind a quantity: 「6,111千円の増」, 「5.2%(…)増加」; not 「に増額」."""
        match = re.match(rf"(?:\([^()]*\))?(?:程度)?[のがも]?\)?の?(?P<word>{self.words.direction})", back)
        return None if match is None else self.words.direction_of(match["word"])

    def _label(self, quantity: Quantity, front: str, back: str) -> _Label | None:
        """The label of a quantity: the name or label before it, or behind it, or 要求額 where nothing is named; None where it is unclear."""
        named = list(_NAMED.finditer(front))
        if named:
            sign, before, gap = named[-1].group(), front[: named[-1].start()], front[named[-1].end() :]
            is_filler = self.words.is_filler if sign in self.mentions else self.words.is_sheet_filler
            if is_filler(gap):
                return _Label(sign, before, gap, self._is_certain(sign, before, gap, back))
            moneys = sum(other.kind == "money" for other in self.quantities.values())
            is_full = sign in self.mentions and not self.mentions[sign].is_near
            if is_full and len(self.mentions) == moneys == 1 and not _PART.match(gap):
                return _Label(sign, before, gap, is_certain=False)
            return None
        if not self.words.is_sheet_filler(front):
            return None
        if behind := _LABEL_BEHIND.match(back):
            return _Label(behind["label"], front, "", is_certain=True)
        return self._unsaid(quantity, front, back)

    def _unsaid(self, quantity: Quantity, front: str, back: str) -> _Label | None:
        """要求額, or the year before, where a sentence names no figure and speaks of nothing else."""
        unsaid = _Label("", front, "", is_certain=self.is_first)
        if quantity.kind == "people":
            return unsaid if quantity.written.endswith("役") else None
        if quantity.kind != "money" or _S.COMPARED in front or self.words.change_label.search(front):
            return unsaid
        if re.search(rf"{_S.BEFORE}[の(:]*\Z", front) or (
            re.fullmatch(rf"{_S.BEFORE}(?:に?は)?、?", front) and _WAS_BUDGETED.match(back)
        ):
            return unsaid._replace(sign=_S.LAST)
        if _S.BEFORE in front:
            return None
        is_of_all = self.words.sums.search(front) and (
            _S.PROJECT in front or self.words.own_project.search(front)
        )
        if is_of_all:
            return unsaid
        return (
            unsaid._replace(
                is_certain=self.is_first
                and (not self.has_reason or _IN_ALL.search(front) is not None or back.startswith("の予算を"))
            )
            if self.words.asks_for.match(back)
            else None
        )

    def _is_certain(self, sign: str, before: str, gap: str, back: str) -> bool:
        """Whether a quantity is plainly of its label: of a line by its name alone, else nothing else stands in the sentence."""
        is_sentence = (
            _SAYS.search(gap)
            or self.words.predicate.match(back)
            or (gap.endswith("(") and back.startswith(")"))
        )
        if mention := self.mentions.get(sign):
            is_plain = not (_names_another(before) or "うち" in gap)
            is_alone = not mention.is_near or self.words.is_filler(re.split(r"[、。]|は", before)[-1])
            return is_plain and is_alone and bool(is_sentence or not mention.is_near)
        label = self.label_of.get(sign, "")
        is_of_line = label in self.words.limits or self.labels.places.get(label, "").startswith("line/")
        rest = re.sub(_S.NAME if is_of_line else _S.LABEL, "", before)
        if self.labels.places.get(label, "").startswith("headcount/"):
            return self.words.is_sheet_filler(rest) and not _PART.match(back)
        if not self.words.is_filler(rest):
            return False
        is_own = label in self.words.asked_labels and not (_NOTHING.sub("", before) or back.strip())
        is_line_of_its_own = is_own and ("…" in gap or ":" in gap)
        return bool(
            is_sentence or is_line_of_its_own or _S.PROJECT in before or label in self.words.whole_labels
        )

    def _is_open(self, label: _Label, aspect: Aspect, front: str, back: str) -> bool:
        """Whether nothing says that the quantity is another: a limit, a price, a part, a result of another year."""
        rest = _ABOUT.sub("", front.rstrip())
        mention = self.mentions.get(label.sign)
        if mention is not None and aspect == "value" and _OF_ANOTHER.match(back):
            return False
        is_sum = mention is None or not any(target.path for target in mention.targets)
        rest = _IN_ALL.sub("", rest) if is_sum else rest
        rest = _FROM.sub("", rest)
        if self.words.open_amount.search(rest):
            return False
        if not label.is_certain and label.sign in self.mentions and self.words.other.search(self.text):
            return False
        is_granted = self.labels.places.get(self.label_of.get(label.sign, ""), "").startswith("assessment/")
        if (
            aspect == "value"
            and not is_granted  # of what was granted the past is told
            and self.words.opened_amount.match(back)
            and not re.match(r"\s*を計上した(?:。|い)", back)
            and not (_FROM.search(front) and back.startswith("に"))  # 「7,400千円から10,000千円に増やす」
        ):
            return False
        if aspect != "value" and re.match(r"\s*(?:以|未満|[×/]|程度以)", back):
            return False
        if _S.OTHER_YEAR in front or self.words.elsewhere.search(front):
            return False
        if "その他" in self.label_of.get(label.sign, "") and not (
            "財源" in label.before or re.search(_S.LABEL, label.before)
        ):
            return False
        bracket = re.match(r"\s*\([^()]*\)", back)
        inside = "" if bracket is None or re.search(_S.MONEY, bracket.group()) else bracket.group()
        return not (inside and (self.words.elsewhere.search(inside) or re.search(f"[{_YEAR_SIGNS}]", inside)))

    def _directions(self) -> Iterator[FigureClaim]:
        """Directions that no quantity stands beside: 「標準事務費は前年度と同額とする」."""
        said = re.finditer(rf"(?P<word>{self.words.direction}){self.words.direction_end}", self.signs)
        for match in islice(said, _MOST):
            front = self.signs[: match.start()]
            named = list(re.finditer(_S.NAME, front))
            sign = named[-1].group() if named else ""
            before, gap = (front[: named[-1].start()], front[named[-1].end() :]) if named else ("", front)
            if re.search(_S.QUANTITY, gap) or _S.OTHER_YEAR in front or self.words.elsewhere.search(front):
                continue
            if _OF_MONEY.match(self.signs, match.start()) and gap.startswith("は") and _S.COMPARED in gap:
                gap = gap.rpartition("、")[2]  # 「…は、対象者の増加を見込み、前年度から増額した」
            if not self.words.is_filler(gap) or (not named and _S.COMPARED not in front):
                continue
            if sign in self.mentions and _names_another(before):
                continue
            is_of_line = self.labels.places.get(self.label_of.get(sign, ""), "").startswith("line/")
            if sign in self.mentions or is_of_line or self.words.is_filler(before):
                label = _Label(sign, before, gap, is_certain=bool(named) or self.is_first)
                yield self._claim(label, "change", None, self.words.direction_of(match["word"]), front, "")

    def _newness(self) -> Iterator[FigureClaim]:
        """Lines that are said to be new: 「電子書籍利用料は新規に要求する」."""
        for match in self.words.newness.finditer(self.signs):
            front = self.signs[: match.start()]
            named = list(re.finditer(_S.NAME, front))
            if named and named[-1].group() in self.mentions:
                label = _Label(
                    named[-1].group(), front[: named[-1].start()], front[named[-1].end() :], is_certain=True
                )
                is_said = self.words.is_filler(label.gap) or re.fullmatch(
                    rf"は[^、。{_S.QUANTITY[1:-1]}{_YEAR_SIGNS}]*", label.gap
                )
                if (
                    is_said
                    and not _names_another(label.before)
                    and not self.signs.startswith("者", match.end())
                ):
                    yield self._claim(label, "new", None, None, front, "")

    def _sources(self) -> Iterator[FigureClaim]:
        """Sources that are said to pay, in a sentence without figures: 「全額国庫支出金を財源とする」, 「財源の一部に起債を充てる」."""
        if re.search(_S.QUANTITY, self.signs):
            return
        for match in self.words.paying.finditer(self.signs):
            if self.words.is_filler(self.signs[: match.start()]):
                label = _Label(match["label"], self.signs[: match.start()], "", is_certain=True)
                yield self._claim(label, "all" if match["all"] else "used", None, None, "", "")

    def _sums(self) -> Iterator[FigureClaim]:
        """Lines and tables that are said to come to an amount together."""
        for match in _SUM.finditer(self.signs):
            signs = [sign for sign in match["names"] if _LINE.match(sign)]
            quantity, front = self.quantities[match["sum"]], self.signs[: match.start("sum")]
            targets = [self.mentions[sign].targets for sign in signs]
            label = _Label("", self.signs[: match.start()], "", is_certain=True)
            if all(len(one) == 1 for one in targets) and self._is_open(
                label, "value", front, self.signs[match.end() :]
            ):
                claim = self._claim(label, "value", quantity, None, front, "")
                yield claim._replace(
                    name=self.text[self.spans[signs[0]][0] : self.spans[signs[-1]][1]],
                    added=tuple(one for (one,) in targets),
                )

    def _claim(
        self, label: _Label, aspect: Aspect, quantity: Quantity | None, direction: int | None, front: str, back: str
    ) -> FigureClaim:  # fmt: skip
        mention, name = self.mentions.get(label.sign), self.label_of.get(label.sign, "")
        span = self.spans.get(label.sign) if mention or name else None
        unsaid = self.labels.people if quantity and quantity.kind == "people" else "request/amount"
        return FigureClaim(
            self.start + (quantity.start if quantity else 0),
            self.text.strip(),
            self.text[span[0] : span[1]] if span else "",
            mention.targets if mention else (),
            "" if mention else self.labels.places.get(name, unsaid),
            aspect,
            quantity,
            direction,
            label.is_certain,
            _ABOUT.search(front) is not None or back.startswith(("程度", "弱", "強")),
            bool(quantity and self.words.asking.match(self.text[quantity.end :])),
        )


def _names_another(before: str) -> bool:
    """Whether another name stands before, with no quantity of its own: 「集約センター経費及び標準事務費 18,553千円」."""
    last = next((sign for sign in reversed(before) if _LINE_OR_QUANTITY.match(sign)), "")
    return before.endswith(_AND) and _LINE.match(last) is not None
