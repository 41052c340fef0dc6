"""How running text is read and held against the tables: the words of the Standard's ``[text_words]``."""

from __future__ import annotations

import re
from typing import Final

from model.standard.setting import Setting
from model.values.pattern import lazy_pattern

FIGURES_OF_SHEET: Final = ("amount", "previous", "labour", "total_cost", "granted", "standing", "after")
"""Figures of the whole sheet that a label may mean: 要求額, 前年度予算額, 人件費, トータルコスト, 計上額, 現計予算額, 補正後の額."""


def any_of(words: list[str]) -> str:
    """A pattern of any of some words, the longest first; of no word nothing matches."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"


class TextTotal(Setting, frozen=True):
    """A label of a figure of the whole sheet, and which: one of those above, ``general``, a component's or a source's key."""

    label: str
    figure: str


class TextWords(Setting, frozen=True, eq=False, dict=True):
    """The words by which a text is read, each explained in ``templates/standards``; what they are searched for, in ``TextPatterns``.

    Compared by identity.
    """

    asks: list[str]
    open_before: list[str]
    open_after: list[str]
    other_matter: list[str]
    totals: list[TextTotal]
    people_labels: list[str]
    whole_labels: list[str]
    asked_labels: list[str]
    limits: list[str]
    other_revenue: list[str]
    other_bodies: list[str]
    whole: list[str]
    fillers: list[str]
    sheet_fillers: list[str]
    understood: list[str]
    before: list[str]
    standing: list[str]
    about: list[str]
    about_behind: list[str]
    bounds: list[str]
    compared: list[str]
    changes: list[str]
    rates: list[str]
    rises: list[str]
    falls: list[str]
    same: list[str]
    direction_unless: list[str]
    reasons: list[str]
    supposes: list[str]
    conditions: list[str]
    new_words: list[str]
    predicates: list[str]
    sum_words: list[str]
    promises: list[str]
    over: list[str]
    asked: list[str]
    set: list[str]
    unbound: list[str]
    contracts: list[str]
    contract_periods: list[str]
    long_term: str
    paid_at_once: list[str]
    subsidy_rates: list[str]
    cost_endings: list[str]
    cost_ends: list[str]
    cost_kinds: list[str]
    of_all: list[str]
    other_legends: list[str]

    def __post_init__(self) -> None:
        """Make the patterns of the words, once and for all: the words never change."""
        vars(self)["patterns"] = TextPatterns(self)

    @property
    def patterns(self) -> TextPatterns:
        """The words as they are searched for."""
        patterns: TextPatterns = vars(self)["patterns"]
        return patterns


class TextPatterns:
    """The words of the Standard as patterns and as they belong together: a value, made of the words alone.

    An expression is compiled when it is first used, as those of the modules are (``lazy_pattern``): to compile all takes longer
    than a check.

    Attributes:
        labels: the labels of each figure of the whole sheet, by its key.
    """

    def __init__(self, words: TextWords) -> None:
        """Make the patterns of some words."""
        self._rises, self._falls = words.rises, words.falls
        self.labels: dict[str, list[str]] = {}
        for total in words.totals:
            self.labels.setdefault(total.figure, []).append(total.label)
        way = any_of([*words.rises, *words.falls, *words.same])
        end = rf"(?:(?=の(?:予算)?要[求望])|(?!{any_of(words.direction_unless)}))"
        self.way = lazy_pattern(way)
        """A word of an increase, a decrease or no change."""
        self.way_said = lazy_pattern(
            rf"(?<!増(?=減))(?P<word>(?>{way}))(?<!増(?=減)){end}|(?<=\ue605)(?P<aim>{way})(?=を図)"
        )
        """Such a word that a sentence says of a figure, or that it aims at."""
        self.way_of_change = lazy_pattern(rf"\s?(?:[のがも]|だけ)?(?:{way}){end}")
        """Right behind an amount what tells that it is a change."""
        self.way_to_result = lazy_pattern(rf"の?(?:{way})の[\ue000-\ue3ff]")
        """Such a word between a change and what it comes to: 「1,200千円減の8,200千円」."""
        self.way_at_end = lazy_pattern(rf"の?(?:{way})(?:。|\Z|で(?:ある|す|、)|とな|と見込)")
        """Such a word at the end of what a sentence says."""

        self.lines_moved = lazy_pattern(
            rf"(?P<way>{way}|新規)(?:とな[るっ]た?|とする|とした|する|した|している|要求の|に要求する|の)?(?P<of>経費|費目|項目|もの|の)?は、?"
            rf"[^。は\d]{{0,40}}?(?:全部で|合わせて|計)?(?<!\d)(?P<number>\d{{1,2}})\s?(?:つ|件|項目|費目|本)(?![以目])"
        )
        """How many lines go up, down or stay, or are new: 「前年度から増額する経費は…など5つ」."""
        before, reasons = any_of(words.before), any_of(words.reasons)
        self.year_before = lazy_pattern(before)
        """A name of the year before."""
        standing = any_of(words.standing)
        self.standing = lazy_pattern(standing)
        """A word of the budget that stands."""
        self.standing_label = lazy_pattern(rf"(?:{standing}|\A\s*同)(?:の?予算)?額?[:\s]*\Z")
        """What is called so right before a figure of a note, 「既定予算額:」, also 「同」 alone."""
        self.about = lazy_pattern(rf"(?:{any_of(words.about)})\Z")
        """Right before a number that is rounded."""
        self.about_behind = lazy_pattern(any_of(words.about_behind))
        """Right behind one."""
        self.inexact = lazy_pattern(rf"\s?(?:{any_of([*words.about_behind, *words.bounds])})")
        """Right behind a number that is rounded or a bound."""
        self.as_before = lazy_pattern(rf"(?:{before})(?:と(?:同|変わ)|並み)")
        """A name of the year before that says that this year is the same."""
        self.since_before = lazy_pattern(
            rf"(?:{before})(?:より|から|に比べ|と比べ|に引き続き|の[\d,.]+[^\d、。円]{{1,4}}(?:から|→))"
        )
        """A name of the year before since when something changed: 「前年度より40件多い」, 「前年度の28人から」."""
        self.compared_year = lazy_pattern(
            rf"対?[\ue600\ue604](?:の?(?:当初)?(?:予算|要求|要望)?額?)?(?:{any_of(words.compared)})、?(?!は)"
        )
        """A year before (its sign) with what compares with it."""
        self.year_own = lazy_pattern(any_of([word for word in words.whole if not word.endswith("の")]))
        """A name of this year."""
        self.own_project = lazy_pattern(
            any_of([word for word in words.whole if word.endswith("の")] + ["本事業", "この事業", "事業全体"])
        )
        """A name of the whole project."""
        self.of_another_body = lazy_pattern(rf"(?:{any_of(words.other_bodies)})の\Z")
        """Another body right before a label: 「町の基金繰入金」."""
        self.reason = lazy_pattern(reasons)
        """The end of a clause that gives a reason."""
        conditions = "".join(f"(?<!{re.escape(word)})" for word in words.conditions)
        self.supposed = lazy_pattern(
            rf"(?:{any_of(words.supposes)}|{conditions}場合)"
            r"(?:(?!(?:が|ため|から|ので|ものの)、).)*"
        )
        """What a sentence only supposes: 「単価が上がった場合、所要額は27,720千円となる」, up to what follows from it."""
        self.clause_of_reason = lazy_pattern(
            r"(?:\A|(?<=[、。])|(?=[\ue400-\ue5ff]))(?P<of>[・○●※\s]*+(?:(?:[\ue400-\ue5ff](?:と|及び|並びに|・)){0,8}[\ue400-\ue5ff](?:[^、。は\ue000-\uf8ff]{0,10}は、?(?:いずれも|ともに)?|:))?)"
            r"(?:[\ue600\ue601]の)?[^、。\ue000-\ue3ff\ue600\ue604]*"
            rf"(?<![\ue500-\ue5ff])(?:{reasons})(?!た)、?"  # 「査定の結果」 says of what the figure is
        )
        """A clause that gives a reason, with the signs of the names that it is about: 「光熱水費は値上がりにより」."""
        self.sums = lazy_pattern(any_of(words.sum_words))
        """A word of all costs together."""
        self.predicate = lazy_pattern(any_of(words.predicates))
        """What follows a figure in a whole sentence."""
        self.newness = lazy_pattern(any_of(words.new_words))
        """What says of a line that it is new."""
        self.promise = lazy_pattern(any_of(words.promises))
        """A word that promises."""
        self.ended = lazy_pattern(any_of(words.over))
        """A word that says a thing is over or not done."""
        self.other = lazy_pattern(any_of(words.other_matter))
        """A word that makes a sentence speak of other figures."""
        elsewhere = any_of([word for word in words.other_matter if word not in words.understood])
        self.elsewhere = lazy_pattern(rf"(?:{elsewhere})(?!まして)")  # につきましては is no につき
        """A word that makes a figure of a sentence another than the sheet's, what the reading knows itself left out."""
        self.other_legend = lazy_pattern(any_of(words.other_legends))
        """A word of a legend about other figures than last year's budget."""
        self.subsidy_rate = lazy_pattern(any_of(words.subsidy_rates))
        """A word of the share that a subsidy pays."""
        self.cost_ending = lazy_pattern(rf"(?:(?:への|の)?(?:{any_of(words.cost_endings)})){{0,3}}")
        """What stands behind the name of a cost and is no part of it: 「の委託料」."""
        self.cost_end = lazy_pattern(rf"(?:{any_of(words.cost_ends)})\Z")
        """The end of the name of a line that is no part of it."""
        self.cost_kind = lazy_pattern(any_of(words.cost_kinds))
        """A kind of cost: 「間伐補助金」 does not mean 「間伐委託料」."""
        self.asking = lazy_pattern(rf"\s*(?:{any_of(words.asks)})")
        """What follows an amount that is asked for."""
        self.open_amount = lazy_pattern(rf"(?:{any_of(words.open_before)})\s*+[:はが(]?\s*+\Z")
        """The end of what stands before an amount that is no line's."""
        self.opened_amount = lazy_pattern(rf"\s*(?:{any_of(words.open_after)})(?!い|な[るりっ]|成る|構成)")
        """The beginning of what stands behind one; 「を要求したい」 is no past, 「からなる」 takes nothing off."""
        self.figures_in = lazy_pattern(f"円|[%％倍割人新充賄]|パーセント|財源|活用|{way}")
        """A sign that a text says something of a figure."""
        self.change_label = lazy_pattern(
            rf"(?:{any_of([*words.changes, *words.rates])}|(?<=の)[増減])(?:は|が|を|として|も|:|、|\s)*\Z"
        )
        """A label of a difference or of a rate right before a figure."""
        self.rate_label = lazy_pattern(rf"(?:{any_of(words.rates)})(?:は|が|として|も|:|、|\s|約)*\Z")
        """A label of a rate of change right before a figure."""
        self.cut_before = lazy_pattern(
            rf"(?:{any_of(words.falls)})(?:[^、。]{{0,8}}は、?|された|した|となった)\Z"
        )
        """A word of a cut right before a figure: 「査定で減額されたのは」, 「査定で減額された」."""
        fillers = any_of(
            [*words.fillers, *words.whole, *words.changes, *words.rates, *words.rises, *words.falls]
        )
        self._filler = lazy_pattern(rf"{fillers}|[ぁ-ん\s、,(:・「」\ue000-\ue3ff\ue600\ue601\ue603-\ue606]")
        self._sheet_filler = lazy_pattern(any_of(words.sheet_fillers))

    def is_filler(self, signs: str) -> bool:
        """Whether some words make a figure no other; they may hold signs of quantities and years (claims/sentences)."""
        at = 0
        while at < len(signs):
            word = self._filler.match(signs, at)
            if word is None:
                return False
            at = word.end()
        return True

    def is_sheet_filler(self, signs: str) -> bool:
        """The same of a figure of the sheet itself, not of a line."""
        return self.is_filler(self._sheet_filler.sub("", signs))

    def says_fall(self, text: str) -> bool:
        """Whether a text has a word of a decrease."""
        return any(self.direction_of(match.group()) < 0 for match in self.way.finditer(text))

    def direction_of(self, word: str) -> int:
        """1 for a word of an increase, -1 of a decrease, 0 of no change."""
        return 1 if word in self._rises else -1 if word in self._falls else 0

    paying = lazy_pattern(
        r"(?:(?P<all>全額|全て|すべて)(?:を|は|が)?、?)?(?P<label>[\ue500-\ue5ff])(?:を|で|が|も)"
        r"(?:財源と|充て|充当|活用|賄|措置|対応)(?!しない|せず|されない|しません|てない|えない|してい?ない)"
        r"|財源は、?(?:その)?(?:全額|全て|すべて)[がはを]?、?(?P<only>[\ue500-\ue5ff])(?:であ(?:る|り)|です|で、|とする|となる|。|\Z)"
    )
    """A source (a label's sign) that a sentence says pays, for all or for a part."""
    not_paying = lazy_pattern(
        r"(?P<label>[\ue500-\ue5ff])(?:の(?:負担|充当|持ち出し|支出))?(?:は|を|も|が)"
        r"(?:な[いくし]|生じ(?:ない|ず|ません)|要し(?:ない|ません)|伴わ(?:ない|ず)|必要と(?:しない|せず)|(?:充て|充当し|計上し|活用し|見込ま|見込め|発生し)(?:ない|ず|ていない|ません))"
    )
    """A source (a label's sign) that a sentence says does not pay."""
    asks_for = lazy_pattern(
        r"を(?:\ue601(?:の)?(?:当初|補正|\ue603)?(?:予算)?(?:で|として|に))?(?:追加で)?(?:予算)?(?:要求|要望|計上|お願い|追加(?=する))(?!した。|し、|していた|しない|する予定|できる|済)"
        r"|を要する(?:見込み(?:で|。|\Z)|ことから、?要求)"
        r"|の(?:予算|措置|予算措置|補正|補正予算|\ue603)を(?:要求|要望|計上|求め|お願い|行[うい])|の(?:予算)?(?:要求|要望)(?:を行|とし|とする|とな|である|です)"
        r"|(?:の予算)?が必要(?:である|です|とな|。|だ)|を追加(?:する|し、|要求|計上)|を確保(?:する|したい|し、)"
    )
    """What follows an amount that the request asks for as a whole."""
