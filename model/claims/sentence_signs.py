"""A sentence with one sign for each thing that is known in it: an amount, a label, a line, the year before, what it is compared with.

The patterns by which a sentence is understood are then about these signs, and not about the words in which a thing can be said.
"""

from __future__ import annotations

import re
from typing import Final

from model.claims.line_names import Mention, Target
from model.claims.quantities import KINDS, Quantity, quantities_in
from model.claims.sheet_labels import BLOCK, STROKES_AS_ONE, YEARS, SheetLabels, Signs
from model.request import place
from model.request.place import Place
from model.standard.text_words import TextWords
from model.values.pattern import lazy_pattern

_RUN: Final = lazy_pattern(r"(?=([^\s、。()「」は]{3,}))(?<![^\s、。()「」ぁ-ん])")
"""Letters that may begin the name of the project: at the beginning of a word or behind hiragana."""
_PLAIN_SIGNS: Final = lazy_pattern("[\ue000-\uf8ff]")
_S: Final = Signs  # short, for it stands in every pattern
YEAR_SIGNS: Final = _S.BEFORE + _S.OTHER_YEAR + _S.LAST
_SAID_OF: Final = rf"(?P<of>(?:{_S.NAME}(?:[^、。は\ue000-\uf8ff]{{0,10}}は、?|:))?)"
_CLAUSE: Final = lazy_pattern(
    rf"(?:\A|(?<=[、。])|(?={_S.NAME})){_SAID_OF}[^、。は\ue000-\ue602\ue604-\uf8ff]{{2,60}}"
    r"(?:[いきりけげせねめれえみびぎじずく]|(?<!う)ち|(?<!比)べ|(?<!に対)(?<!比較)し|(?<!につい|におい|に対し|.とし)て|んで|いで|ので|もの[のでを]|ば|[るたい](?:が|と|中|上で))、"
    rf"|(?<=[は、])[^、。は\ue000-\ue602\ue604-\uf8ff]{{2,40}}(?:から|より|ため|により|に伴い|て|で|[るた])(?=[{_S.BEFORE}{_S.COMPARED}{_S.LAST}])"
    rf"|(?<=[は、])[^、。はが\ue000-\ue602\ue604-\uf8ff]{{2,40}}(?:[るた]|(?<!につい|におい|に対し|.とし)て)(?={_S.QUANTITY}(?!を含|を除))"
)
"""A clause that ends in a verb: 「木材価格の下落を織り込み、」."""

_OF_MONEY: Final = lazy_pattern(r"(?:(?<=[、はりら])|(?<=に伴い)|(?<=ため))[増減]額し、\Z")
"""「対象の縮小により減額し、」: 増額 and 減額 are said of money alone."""
_SAME: Final = lazy_pattern("同|並み|変わ")
_MOST_NAMED: Final = 8  # names before a part's short name that may be of the whole
_WORDS: Final = r"[^、。\ue000-\uf8ff]"  # letters of a clause that names nothing known
ARROW: Final = "⇒"
_OF_NAME: Final = rf"{_S.NAME}[^{_S.NAME[1:-1]}{_S.GRANTED[1:-1]}]{{0,12}}{_S.MONEY}"
_AS_ONE: Final = tuple(
    (lazy_pattern(pattern), new)
    for pattern, new in (
        (r"\A\s*[→⇒]\s*", ""),
        (rf"[【〔\[]({_S.MONEY}(?:\([^()]*\))?)[】〕\]]", r"(\1)"),
        # 「950千円(R7当初)→1,250千円(R8要求)」; without years it may be anything that goes to another
        (
            rf"({_OF_NAME})\({_S.BEFORE}{_WORDS}{{0,6}}\)\s*→\s*({_S.MONEY})(?:\({_S.OWN}{_WORDS}{{0,6}}\))?",
            r"\1から\2",
        ),
        (rf"({_OF_NAME})\s*→\s*(?={_S.MONEY}(?!\s*→))", rf"\1{ARROW}"),
        (rf"({_S.BEFORE}{_WORDS}{{0,6}}{_S.MONEY})\s*→\s*(?={_S.OWN})", r"\1、"),
        (rf"{_S.BEFORE}(?:に引き続き、?|とほ?ぼ?同(?:じ|)(?:規模|水準|程度)の(?={_S.MONEY}))", ""),
        # 「令和5年度12月補正予算では」: another budget
        (rf"{_S.BEFORE}の?\d{{1,2}}月補正(?:予算)?(?=では|で|に|は|において)", _S.OTHER_YEAR),
        # 「往診車両の更新(4,300千円)を除けば、要求額は」
        (rf"(を(?:除けば|除くと|除いて|差し引けば|差し引くと)、?){_S.ASKED}(?=[はがで])", rf"\1{_S.SPOILED}"),
        # 「下流の河川改修事業(令和9年度要望額350,000千円)」: that of another project
        (
            rf"(?<=[一-鿿ァ-ヺー]事業)(?<![本該]事業)\((?:{_S.OWN}の?(?:当初)?(?:予算)?)?{_S.ASKED}",
            f"({_S.SPOILED}",
        ),
        # 「下半期の利用料は上半期より500千円多い2,500千円」: of the first
        (
            rf"(?<=は)、?(?:{_S.LINE}|{_S.OTHER_LABEL})(?:より|に比べて?|と比べて?)、?{_S.MONEY}(?:多い|少ない|高い|低い|[増減])の?、?(?={_S.MONEY})",
            "",
        ),
        # 「令和7年度当初予算で34,760千円が措置されており」, 「前年度当初の105,000千円から」
        (
            rf"{_S.BEFORE}の?(?:当初)?予算額?(?:で|に|において)は?、?(?={_S.MONEY}[がを](?:予算)?(?:措置|計上|認め|お認め))",
            f"{_S.BEFORE}の",
        ),
        (rf"{_S.BEFORE}の?当初の(?={_S.MONEY}(?!の))", f"{_S.BEFORE}の"),
        # 「前年度の10億7,050万円に対して2億1,410万円の増額」
        (
            rf"\A{_S.BEFORE}の({_S.MONEY})に(?:対して?|比べて?|比較して)、?(?={_S.MONEY}の(?:増|減))",
            rf"{_S.BEFORE}の\1、{_S.COMPARED}",
        ),
        # 「巡回相談員を置くこととし、総額で」
        (
            rf"(?<![^。、])[^、。は{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{0,40}}を[^、。\ue000-\uf8ff]{{1,12}}こととし、(?=(?:総額|合計|全体)で?、?{_S.MONEY}を)",
            "",
        ),
        # 「報酬や旅費など、設置費として」
        (
            rf"(?<=は)、?[^、。は\ue000-\uf8ff]{{2,30}}(?:など|等)、(?:設置|開催|運営|実施)費(?=として{_S.MONEY}[^{_S.QUANTITY[1:-1]}]*\Z)",
            "",
        ),
        # 「大規模園分の所要額を」
        (rf"({_S.LINE})の{_S.ASKED}(?=[はをがも])", r"\1"),
        # 「受入環境の整備に係る経費は、案内所の運営とパンフレットの印刷を合わせて」
        (
            rf"({_S.LINE}」?(?:に係る|に要する|の)(?:経費|費用|予算)(?:は|として)、?)[^。は{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{2,60}}(?:を(?:合わせ|足し)|に[^。は、{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{1,20}}を加え)(?:て|た)、?(?={_S.MONEY})",
            r"\1",
        ),
        # 「申請の審査に当たる職員として、」
        (
            rf"\A[^。、\ue000-\uf8ff]{{2,40}}(?:に当たる|に従事する|を担う)職員(?:として|に)、(?=[^。、]{{0,8}}{_S.OTHER_LABEL})",
            "",
        ),
        # 「財源の大半は一般財源で、その額は」, 「操作研修を開催することとし、その経費」
        (
            rf"({_S.NAME})[^。{_S.NAME[1:-1]}{_S.QUANTITY[1:-1]}]{{0,20}}、その(?:所要)?(?:額|経費|費用)(?:は|として)?、?(?={_S.MONEY})",
            r"\1は",
        ),
        # 「起債は作業道の開設に充てるもので、」
        (
            rf"(?<={_S.NAME}は)、?(?![^。は]{{0,40}}新規に)[^。は{_S.QUANTITY[1:-1]}{YEAR_SIGNS}]{{2,40}}もので、",
            "",
        ),
        (rf"(?<={_S.OWN})の?(?:当初|補正)?予算(?:要求)?額(?=[はとがを:])", _S.OF_YEAR),
        (rf"{_S.BEFORE}\([^()\ue000-\uf8ff]{{1,12}}\)", _S.BEFORE),  # 前年度(6月補正後)
        (rf"{_S.BEFORE}の?(?:(?:当初)?予算(?:計上)?(?:額|規模)?|当初(?=[は:]|{_S.MONEY}))", _S.LAST),
        (rf"({_S.NAME})の{_S.LAST}", rf"\1の{_S.BEFORE}"),  # 標準事務費の前年度予算額
        # 「二次交通実証運行を除いた前年度予算」 is another figure
        (
            rf"を(?:除いた|除く|差し引いた|含まない)(?:場合の)?[{_S.BEFORE}{_S.LAST}]",
            f"を除く{_S.OTHER_YEAR}",
        ),
        (rf"の?対?{_S.BEFORE}比率?は、?(?:約)?(?={_S.PERCENT})", f"は{_S.COMPARED}"),
        (rf"対{_S.BEFORE}(?=\s*{_S.QUANTITY})", _S.COMPARED),
        (
            rf"(?<={_S.NAME})\((?:補助率|負担率|充当率)?(?:\d+/\d+|定額|新規|継続|拡充|{_S.PERCENT})\)(?=\s*は?、?{_S.QUANTITY})",
            "",
        ),
        (rf"({_S.LINE})は(?:[^。は\ue000-\uf8ff]{{0,40}}、)?{_S.ASKED}(?:[もはが]|について[はも])", r"\1は"),
        # 「事業費の2分の1は国の補助であり、」: the rest of the sentence is of that part
        (rf"{_S.NAME}(?=の(?:\d+分の\d+|半分|半額)(?:は|が|を)(?!{_S.QUANTITY}))", _S.SPOILED),
        (rf"(?<!の){_S.LABEL}(?=と合わせ)", _S.SPOILED),
        (rf"{_S.BEFORE}\(({_S.MONEY})\)(?=から|より|に対し|に比べ|と比べ)", rf"{_S.BEFORE}の\1"),
        # 前年度の要求額 is another figure, but where it is compared with
        (rf"{_S.BEFORE}の?(?:当初)?{_S.ASKED}(?![とにかよのをでと並比対同])", _S.OTHER_YEAR),
        (rf"({_S.LABEL})の?{_S.ASKED}", r"\1"),  # 一般財源所要額
        (rf"({_S.NAME})の?(?:{_S.OWN}の?)?(?:当初)?{_S.ASKED_BY_NAME}", r"\1"),  # 標準事務費の要求額
        (rf"({_S.LABEL})の?{_S.PEOPLE_LABEL}", r"\1"),  # 非常勤職員の人役
        # その他(諸収入), 繰入れ(その他財源)
        (
            rf"({_S.LABEL}(?:財源)?)\((?:[^()分\d\ue000-\ue602\ue604-\uf8ff]|{_S.OTHER_LABEL}){{1,30}}\)(?={_S.QUANTITY}|[はがをで])",
            r"\1財源",
        ),
        (rf"(?<![^、。のはに])[^、。のは()\ue000-\uf8ff]{{1,12}}\(({_S.LABEL}(?:財源)?)\)", r"\1"),
        (rf"({_S.LABEL})\({_S.LABEL}(?:[+・と]{_S.LABEL}){{0,8}}\)", r"\1"),
        (
            rf"{_S.LABOUR}{_S.MONEY}を(?:含め|加え|合わせ|足し)(?:た|て|ると)、?(?:全体の|総)?(?:コスト|総額)(?=[はがで])",
            _S.TOTAL_COST,
        ),
        (
            rf"{_S.LABOUR}(?:を(?:含め|加え|合わせ|含ん|加味し)(?:[たてだ]|ると)(?:考え|み|見)?(?:ると)?、?|込み)の?(?:(?:全体の|総)?コスト(?=は))?",
            _S.TOTAL_COST,
        ),
        # 計上額は要求額より
        (
            rf"({_S.GRANTED}[^{_S.QUANTITY[1:-1]}]{{0,12}}){_S.ASKED}{_S.MONEY}?(?:より|から|に比べて?|と比べて?|に対して?|を(?={_S.MONEY}[上下]回))、?",
            rf"\1{_S.COMPARED}",
        ),
        # 「県費は国費と県債を充てた残りで」, 「一般財源は、国庫補助を充ててもなお」
        (
            rf"(?:(?<=は)|(?<=は、))[^、。は{_S.QUANTITY[1:-1]}]{{0,60}}{_S.LABEL}(?:\([^()]{{0,30}}\))?を{_WORDS}{{1,8}}(?:残り|残余|残額|なお)(?:で|の)?、?",
            "",
        ),
        # 「入場料収入を除いた一般財源」, 「開館2年目となる令和8年度は」: a clause that says which, and no other
        (
            rf"(?<![^。、])(?:{_WORDS}{{1,40}}|(?:{_S.LABEL}(?:と|、|及び|・|や)){{0,8}}{_S.LABEL})を(?:除いた|除く|差し引いた|{_WORDS}{{1,8}}後の)(?:[県市町]の)?(?={_S.LABEL})",
            "",
        ),
        (rf"\A{_WORDS}{{1,40}}(?<![のは])(?=[{_S.OWN}{_S.BEFORE}{_S.LAST}][はにの])", ""),
        # 「ダム本体に係る経費は、堤体工と取付道路工を合わせて」
        (
            rf"({_S.LINE}」?(?:に係る|に要する|の)?(?:経費|費用|予算)?は、?){_S.NAME}(?:(?:、|と|及び|・){_S.NAME}){{0,8}}を(?:合わせ|足し)(?:て|た)、?",
            r"\1",
        ),
        (rf"{_S.LABEL}(?:を含|を加え|を合わせ|込み)(?:めた?|んだ|む|た|て)?の?", _S.INCLUDED),
        (rf"\({_S.INCLUDED}\)", ""),
        (rf"(?<=[増減])\((?:{_S.NAME}?{_WORDS}{{0,12}}{_S.MONEY}、?){{2,8}}\)", ""),
        # 「正職員1.2人、会計年度任用職員1.0人の合わせて2.2人であり、前年度の2.7人から」
        (
            rf"(?<={_S.QUANTITY})の?(?:合わせて|合計|計){_S.QUANTITY}(?:であり|で)、?{_S.BEFORE}の?{_S.QUANTITY}",
            f"の計{_S.SPOILED}",
        ),
        # 「計上額は18,600千円で、要求額を600千円下回った」
        (rf"({_S.GRANTED}は{_S.MONEY}(?:で|であり|となり)、?){_S.ASKED}(?=[をかよに])", rf"\1{_S.SPOILED}"),
        # 「売払収入である財産収入は」, 「…については、補助金、医師派遣及び車両更新を合わせ、58,900千円を」
        (rf"(?<![^。、]){_WORDS}{{1,40}}である(?={_S.LABEL})", ""),
        (rf"(?<=は、)[^。は\ue000-\ue602\ue604-\uf8ff]{{2,60}}を(?:合わせ|足し)て?、?(?={_S.QUANTITY})", ""),
        # 「人材の確保は急務であり、本事業では」, 「監督業務が増えるが、本事業を担う」
        (
            r"\A[^。\ue000-\ue602\ue604-\uf8ff]{2,80}(?:[でて]おり|であり|[るたいだ]が|[るた]中)、",
            "",
        ),
        # 「本事業の執行に当たる正職員は」
        (
            rf"\A(?:(?:(?:本|この|当該)事業の|(?:補正|{_S.PROJECT})に係る)?(?:業務|事務)に(?:は|従事する|当たる)|(?:本|この|当該)事業(?:の(?:執行|実施|事務|推進))?(?:に当たる|に従事する|に必要な|を担う|を(?:担当|{_S.PROJECT})する|を行う)|(?:事務を)?(?:担当|{_S.PROJECT})する)(?={_S.LABEL})",
            "",
        ),
        (
            rf"(?<!{_S.LINE}に){_S.LINE}(?=を加え)|{_S.LINE}(?=を含|を除|込み|等(?![級号])|など|相当)|(?<![とび、や]){_S.LINE}(?=を合わせ)",
            _S.SPOILED,
        ),
    )
)
"""What belongs together, and the sign in its place."""


def _compared(match: re.Match[str]) -> str:
    """The sign of a comparison; one that says that both years are the same goes on to say so."""
    is_same = _SAME.search(match.group()) is not None
    return f"{_S.COMPARED}同額で、" if is_same else _S.COMPARED


def _end(mention: Mention) -> int:
    return mention.end


class SentenceSigns:
    """A sentence in signs.

    Attributes:
        start: where it begins in its paragraph.
        text: the sentence.
        labels: the labels of the sheet.
        words: the words by which it is read.
        signs: the sentence with the signs in the place of what they stand for, without clauses that give a reason.
        mentions: the lines and tables that it names, by their signs.
        quantities: its quantities, by their signs.
        label_of: its labels of figures of the sheet, by their signs.
        places: the places of these figures, by the same signs.
        spans: where what a sign stands for begins and ends in the sentence.
        has_reason: it has a clause that gives a reason.
    """

    def __init__(
        self, start: int, text: str, mentions: tuple[Mention, ...], labels: SheetLabels, words: TextWords
    ) -> None:
        self.start, self.text, self.words, self.labels = start, text, words, labels
        self.mentions: dict[str, Mention] = {}
        self.quantities: dict[str, Quantity] = {}
        self.label_of: dict[str, str] = {}
        self.places: dict[str, Place] = {
            _S.OF_YEAR: place.REQUEST_AMOUNT,
            _S.TOTAL_COST: place.cost("request", "total"),
        }
        self.spans: dict[str, tuple[int, int]] = {}
        self.has_reason = False
        self.signs = self._in_signs(mentions)

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

    def _named_before(self, at: int) -> list[Target | None]:
        """The lines and tables that are named before a place of the sentence, the last first; None alone where the last is of several, or none is."""
        before = sorted(
            (mention for mention in self.mentions.values() if mention.end <= at), key=_end, reverse=True
        )
        if not before or len(before[0].targets) > 1:
            return [None]
        return [mention.targets[0] for mention in before[:_MOST_NAMED] if len(mention.targets) == 1]

    def _sign_of_label(self, label: str, where: Place) -> str:
        """The next sign for a label of a figure, among those for figures like it."""
        if where == place.REQUEST_AMOUNT:
            signs = _S.ASKED_BY_NAME if label in self.words.asked_labels else _S.ASKED
        elif where.startswith("assessment/"):
            signs = _S.GRANTED
        else:
            known = {self.labels.people: _S.PEOPLE_LABEL, place.cost("request", "labour"): _S.LABOUR}
            signs = known.get(where, _S.OTHER_LABEL)
        first, last = ord(signs[1]), ord(signs[3]) - 1
        if signs == _S.ASKED:
            first += 16
        return chr(first + len(self.label_of) % (last - first + 1))

    def _without_reason(self, match: re.Match[str]) -> str:
        """What is left of a clause that gives a reason; one that takes other matter in stays: 「他事業を含め」."""
        clause = match.group()
        is_other = "を含め" in clause and self.words.elsewhere.search(clause)
        return clause if is_other else match["of"]

    def _without_clause(self, match: re.Match[str]) -> str:
        """What is left of a clause: the name that it is about, and that its amount goes up or down; one that adds other matter stays."""
        clause = match.group()
        if "と合わせ" in clause and self.words.elsewhere.search(clause):
            return clause
        way = _OF_MONEY.search(clause)
        return (match["of"] or "") + (way.group() if way else "")

    def _understood(self, signs: str) -> str:
        """The signs with what belongs together in one: 前年度の当初予算額, 前年度と比べて, 人件費を含めて, 「…のため、」."""
        for pattern, new in _AS_ONE:
            signs = pattern.sub(new, signs)
        signs = self.words.compared_year.sub(_compared, signs)
        plain = _CLAUSE.sub(
            self._without_clause, self.words.clause_of_reason.sub(self._without_reason, signs)
        )
        self.has_reason = plain != signs
        return plain
