"""The forms of words that state an equation of the quantities of a sentence: 「…に…を加えた…は」, 「…のうち…は…で、…を占める」."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

from model.claims.equations.marked_sentences import AMOUNT, FRACTION, PEOPLE, PERCENT, SIGNS, TIMES
from model.standard.parts import TaxWords
from model.standard.text_words import TextWords, any_of
from model.values.fiscal_year import ERA_YEAR
from model.values.pattern import lazy_pattern

_A: Final = f"[{AMOUNT}{PEOPLE}]"
"""What can be added up."""
_NOTE: Final = rf"(?:\([^(){AMOUNT}{PEOPLE}]{{0,20}}\))?(?:の?(?:[増減]額?|[増減]分))?"
"""Right behind an amount: 「1,800千円(税抜)」, 「500千円の増」."""
_W: Final = f"[^、。はがを{SIGNS}]"  # of what an amount is of, and no more
_ADDED: Final = (
    "分?を(?:加え|足し合わせ|足[しす]|[合あ]わせ|積み増し|(?:合計|追加|上乗せ|上積み|増額|加算)[しす])"
)
_IN_ALL: Final = "(?:合計|総額|総計|計(?![画上])|[合あ]わせ(?:て|ると?|た)|締めて|(?:全部|全体|両者|両方|双方)で|都合|合算(?:で|して))"
_COMES_TO: Final = "(?:と(?:し(?!て)|する|な)|にな|を(?:要求|計上|要望|見込|要|充|確保|賄))"
_CLOSE: Final = (
    rf"{_NOTE}(?:(?:の|で|[ぁ-ん一-鿿]{{0,6}}、(?:(?:これら|両者|双方|以上|その)[をの]?)?|と?を、?){_IN_ALL}{_W}{{0,12}}(?:は|が|で|として|、)?、?"
    rf"|{_ADDED}(?:た|る?と|て)、?{_W}{{0,16}}(?:は|が|で|として)?、?"
    rf"|{_ADDED}(?:て)?、{_W}{{0,6}}(?:{_IN_ALL}|後の|後は|トータル|コスト){_W}{{0,8}}(?:は|が|で|を)?、?"
    rf"|{_NOTE}、?(?:これら|両者|両方|双方)[をの](?:足し|加え|合わせ)(?:合わせ)?(?:て|ると)、?{_W}{{0,10}}(?:は|が|で)?、?"
    rf"|{_NOTE}(?:の|、(?:この|以上の?|上記))[2-9二三四五六]つ(?:の?(?:事業|経費|委託|補助))?で(?:は)?、?"
    rf"|で、[^。、{SIGNS}]{{1,10}}は{_IN_ALL}|、補正後の?(?:予算)?額?[:はが]?"
    rf"|を合わせ、{_W}{{2,20}}(?:は|が|として)、?)\s?"
)
"""Between the last amount of a list and their sum: 「の計」, 「を加えた補正後の額は、」."""
_WITHOUT: Final = rf"{_NOTE}(?:分?を)(?:除[いく]|差し?引[いく]|引[いく]|控除[しす]|減じ)(?:た|て|る?と)?、?{_W}{{0,12}}(?:は|が)?、?\s?"
"""Between what is taken off and what is left: 「を差し引いた一般財源は」."""
_FRACTION_OF: Final = rf"{_NOTE}の(?:うち)?{FRACTION}(?:に当たる|にあたる|に相当する|相当の?|の|、)"
_MOVED_TO: Final = (
    r"(?:\(|(?:へと|[へにとでを])?(?:[ぁ-ん一-鿿]{0,6}(?:[しりえげなっ]|って|て|で|る|た))?、?)"
)
"""Between the second of two amounts and their difference: 「へと、」, 「に引き上げ、」."""
_OF_HALF: Final = r"(?:まで)?の?(?:分)?の?(?:[はがでに:]|として)?、?"
"""Between the months of half a year and their amount."""
_OF_PRICE: Final = r"(?:で|では|の|価格|額|金額|は|後|、){0,3}"
"""Between the words that say whether a price is with tax and the price."""
_AND_TAXED: Final = rf"(?![^。{SIGNS}]*(?:計|総額|全体|単価|当たり))[^。はが{SIGNS}]{{0,24}}"
"""Between a price and the same price with tax: no sum of several."""
_DIFFERENCE: Final = "(?:差し?引き?|(?:その)?(?:差額?|増加額|減少額|増減額))(?:は|が|で|の)?、?"
"""Right before a difference."""
WITH_SHEET: Final = lazy_pattern(
    rf"{AMOUNT}(?:{_NOTE}(?:、|,|及び|並びに|と)[^。、{SIGNS}]{{0,24}}{AMOUNT}){{0,20}}(?:(?P<without>{_WITHOUT})|{_NOTE}と?を?合わせ(?:て|た|ると){_W}{{0,8}}(?:は|が)?、?){AMOUNT}"
)
"""What is worked out with an amount that stands in no words before."""


_Values: TypeAlias = Callable[[Sequence[Fraction]], Sequence[Fraction]]


class Form(NamedTuple):
    """Words that state an equation.

    Attributes:
        pattern: the marked words, from the first quantity to the last, which is what the others come to.
        values: what the others may come to, the plainest last.
        may_be_of_part: 「うち」 is part of the form.
        is_change: the last is a change, which a sign or a direction behind it says.
        result: which of them is what the others come to.
        is_sharp: a whole number that is what they come to is not rounded far: 3倍 is not 3.3.
    """

    pattern: str
    values: _Values
    may_be_of_part: bool = False
    is_change: bool = False
    result: int = -1
    is_sharp: bool = False


def forms(words: TextWords, tax_words: TaxWords, rates: tuple[Fraction, ...]) -> tuple[Form, ...]:
    """The words that state an equation, with what it may come to."""
    before = any_of(words.before)
    next_ = rf"{_NOTE}(?:、|,|\+|及び|並びに|と|に|[がは]?[をで]、)(?!{_IN_ALL})(?![^。、{SIGNS}]{{0,10}}(?:{before}))[^。、{SIGNS}]{{0,24}}"
    year = rf"(?:{words.patterns.year_before.pattern}|{words.patterns.year_own.pattern}|{ERA_YEAR}年?度?)の?(?:当初|補正)?(?:予算|要求)?額?"
    and_of_year = (
        rf"{_NOTE}(?:に対し(?:て)?|と比べ(?:て)?|に比べ(?:て)?|で|であり|から|に|、)?、?{year}[はがの]?、?"
    )
    way = words.patterns.way_of_change.pattern
    risen, fallen = (
        any_of([*words.rises, "追加", "引き上げ"]),
        any_of([*words.falls, "減じ", "引き下げ", "削減"]),
    )
    moving = r"(?:を|の|だけ)?(?:{moved})(?:の|し|え|やし|らし|げ|り|る)?(?:て)?、?(?:総額|合計|計)?"
    compared = (
        rf"(?:から|に対し(?:て)?|に比べ(?:て)?|と比べ(?:て)?|より|、[^。{SIGNS}]{{0,12}}これ(?:を|より|に))"
    )
    name = rf"(?:{any_of(tax_words.names)})(?:相当額|分)?"
    tax = (
        rf"(?:[にへ]、?|(?:で(?:あり)?|とし|だが|から)?、(?:(?:これ|この額|同額|さら)に、?)?)(?:{name}(?:\(?{PERCENT}?\)?)?(?:相当額|分)?|{PERCENT}の{name})"
        rf"(?:を(?:加え|上乗せし|足し|含め|加算し)(?:た|て|ると)?|込み(?:で|の))、?{_W}{{0,16}}(?:は|が)?、?\s?"
    )
    difference = (
        rf"{_MOVED_TO}(?:{_DIFFERENCE}{_A}|(?:(?:その)?(?:増額|減額)(?:は|が|で|の)?)?、?{_A}(?={way}))"
    )
    said = r"(?:\([^()]{0,6}\))?[:はがの]?\s?"
    since = rf"{_A}[、\s・(/]{{0,3}}{year}{said}{_A}\)?"
    reason = rf"(?:[はが]、?[^。{SIGNS}]{{0,40}}(?:によ[るり]|に伴[いう]|ため|こと[でか]ら?|し)、?)?"
    change = rf"(?:を(?:計上し|要求し|見込み)|と(?:し|なり)|であり)?(?:[、\s・(/]{{0,3}}(?:対?(?:{before})(?:と?の?比較?)?|{any_of(words.changes)}|差し?引き?|比較)?[:はが\s]{{0,2}}|\((?:査定[^、。(){SIGNS}]{{0,4}})?[増減]額?[:\s]{{0,2}}|{reason}){_A}"
    rate = rf"[、\s・()でと]{{0,3}}(?:(?:{any_of([*words.changes, *words.rates])})[:はが]?\s?|{reason})"
    to_rate = rf"、?[^。{SIGNS}]{{0,16}}{_A}[^。、{SIGNS}]{{0,8}}、?(?:[^。、{SIGNS}]{{0,8}}{PERCENT}(?={way})|(?:{any_of(words.rates)})は{PERCENT})"
    return (
        Form(rf"{since}{change}", _difference, is_change=True),
        Form(
            rf"{since}(?:{change})?{rate}{PERCENT}",
            lambda values: _rate_since((values[1], values[0])),
            is_change=True,
        ),
        Form(
            rf"{_A}(?:{next_}{_A}){{1,20}}{_NOTE}(?:に?より|によって|で)?、?(?:差し?引き?|(?:全体|合計|総額)で|[合あ]わせて|計)(?:で|は)?、?{_A}",
            _sums,
            is_change=True,
        ),
        Form(
            rf"{_A}(?:の(?:内訳|内容))?[はが:]、?[^。、{SIGNS}]{{0,24}}{_A}(?:{next_}{_A}){{1,20}}{_NOTE}(?:によ[るり]|の(?:合計|計)|から[成な][るっ]|で構成)",
            _sums,
            result=0,
        ),
        Form(
            rf"{PERCENT}(?:[^。{SIGNS}]{{0,24}}{PERCENT}){{0,8}}[^。{SIGNS}]{{0,24}}(?:残る|残り|残余)の?[^。{SIGNS}]{{0,8}}{PERCENT}",
            _rest_of_all,
        ),
        Form(rf"{_A}(?:{next_}{_A}){{0,20}}{_CLOSE}{_A}(?!から)", _sums),
        Form(rf"{_A}(?:{next_}{_A}){{1,20}}{_NOTE}{_ADDED}て?、{_A}(?={_COMES_TO})", _sums),
        Form(
            rf"{_A}{_NOTE}を、?{_W}{{0,16}}{_A}{_NOTE}に(?:加え|足[しす]|上乗せ[しす]|上積み[しす]|積み増[しす])(?:た|て|る?と)?、?{_W}{{0,16}}(?:は|が)?、?{_A}",
            _sums,
        ),
        Form(
            rf"(?:本体|税抜き?|税別){_OF_PRICE}{AMOUNT}(?:、|と|及び|\+){name}\(?{PERCENT}\)?(?:相当)?(?:額|分)?[はがの:]?{AMOUNT}",
            _tax_alone,
        ),
        Form(
            rf"(?:本体|税抜き?|税別){_OF_PRICE}{AMOUNT}(?:、|と|及び|\+){name}(?:\(?{PERCENT}\)?)?(?:相当)?(?:額|分)?[はがの:]?{AMOUNT}(?:の|で|、|=){{0,2}}(?:(?:合?計|総額|支払額?|税込み?|契約額?){_W}{{0,6}}[はがで:]?、?)?{AMOUNT}",
            _with_tax,
        ),
        Form(rf"{AMOUNT}{_NOTE}{tax}{AMOUNT}", lambda values: _taxed(values, rates)),
        Form(
            rf"(?:税抜き?|税別){_OF_PRICE}{AMOUNT}{_AND_TAXED}税込み?{_OF_PRICE}{AMOUNT}"
            rf"|{AMOUNT}\(税(?:抜き?|別)\){_AND_TAXED}{AMOUNT}\(税込み?\)",
            lambda values: _taxed(values, rates),
        ),
        Form(
            rf"税込み?{_OF_PRICE}{AMOUNT}{_AND_TAXED}(?:税抜き?|税別){_OF_PRICE}{AMOUNT}",
            lambda values: _taxed(values, rates),
            result=0,
        ),
        Form(
            rf"{AMOUNT}(?:の(?:内訳|内容))?は、?(?:税抜き?|税別|本体)(?:の?価格|の?額|の)?{AMOUNT}[にと]、?(?:その|これに)?(?:{PERCENT}の)?(?:{name})(?:{PERCENT})?(?:である|です|を(?:加え|足し|含め)|の(?:合計|計)|から)",
            lambda values: _taxed(values, rates),
            result=0,
        ),
        Form(
            rf"{_A}[^。、{SIGNS}]{{0,24}}(?:は|を|で|が|、)[^。{SIGNS}]{{0,24}}(?:4月(?:から|〜|~)9月|[上前]半?期){_OF_HALF}{_A}[^。{SIGNS}]{{0,4}}(?:10月(?:から|〜|~)(?:翌年?)?3月|[下後]半?期){_OF_HALF}{_A}(?!多|少|増|減)",
            _sums,
            result=0,
        ),
        Form(
            rf"{_A}{_NOTE}(?:から|のうち)、?{_W}{{0,12}}{_A}(?:{next_}{_A}){{0,20}}{_WITHOUT}{_A}",
            _rest,
            may_be_of_part=True,
        ),
        Form(rf"{AMOUNT}{_FRACTION_OF}{AMOUNT}", _part, may_be_of_part=True),
        Form(
            rf"(?:{_A}{_NOTE}から、?{_W}{{0,8}}|{year}[はがの]?、?{_A}{and_of_year}){_A}{difference}",
            _difference,
        ),
        Form(rf"{_A}{_NOTE}{compared}[^。{SIGNS}]{{0,40}}{_A}{moving.format(moved=risen)}{_A}", _risen),
        Form(rf"{_A}{_NOTE}{compared}[^。{SIGNS}]{{0,40}}{_A}{moving.format(moved=fallen)}{_A}", _fallen),
        Form(
            rf"{AMOUNT}(?:[^。、{SIGNS}]{{0,12}}|、[こそ])のうち[^。{SIGNS}]{{0,24}}{AMOUNT}[^。{SIGNS}]{{0,16}}{PERCENT}(?=を占め|に当た|に相当|である|です|となる|。|の割合|\Z)",
            _share,
            may_be_of_part=True,
        ),
        Form(rf"{_A}{_NOTE}から{to_rate}", _rate_since),
        Form(rf"{_A}{_NOTE}(?!から){compared}{to_rate}", _rate),
        Form(
            rf"{_A}(?:{next_}{_A}){{0,20}}{_NOTE}を、?{_W}{{0,16}}{_A}{_NOTE}から(?:除[いく]|差し?引[いく]|引[いく]|控除[しす])(?:た|て|る?と)?、?{_W}{{0,12}}(?:は|が)?、?{_A}",
            _rest_of_last,
        ),
        Form(
            rf"{_A}{_W}{{0,8}}(?:に対し(?:て)?|のうち|から)、?[^。、{SIGNS}]{{0,16}}{_A}(?:{next_}{_A}){{0,20}}[^。{SIGNS}]{{0,12}}(?:残り|残る|不足|残額|残余|差し?引き?)[^。、{SIGNS}]{{0,8}}、?{_A}",
            _rest,
            may_be_of_part=True,
        ),
        Form(rf"{_A}(?:{next_}{_A}){{1,20}}{_NOTE}、[^。、計{SIGNS}]{{1,8}}計{_A}", _sums),
        Form(rf"{_A}{_NOTE}から、?{_W}{{0,8}}{_A}[^。、{SIGNS}]{{0,8}}、?{_W}{{0,6}}{TIMES}", _times),
        Form(
            rf"{_A}{_NOTE}の{TIMES}(?:に(?:当たる|あたる|相当する|上る|のぼる|達する)|となる|の|、){_W}{{0,8}}{_A}",
            _times,
            result=1,
            is_sharp=True,
        ),
    )


def _sums(values: Sequence[Fraction]) -> Sequence[Fraction]:
    """The sum of all and of the last of them."""
    return list(accumulate(reversed(values)))[1:]


def _rest(values: Sequence[Fraction]) -> Sequence[Fraction]:
    return (values[0] - sum(values[1:], Fraction(0)),)


def _rest_of_last(values: Sequence[Fraction]) -> Sequence[Fraction]:
    return (values[-1] - sum(values[:-1], Fraction(0)),)


def _rest_of_all(values: Sequence[Fraction]) -> Sequence[Fraction]:
    return (100 - sum(values, Fraction(0)),)


def _taxed(values: Sequence[Fraction], rates: tuple[Fraction, ...]) -> Sequence[Fraction]:
    """The price with the tax that is named, else with any."""
    price, *own = values
    return [price * (1 + rate) for rate in ([own[0] / 100] if own else rates)]


def _tax_alone(values: Sequence[Fraction]) -> Sequence[Fraction]:
    """The tax of a price, rounded either way."""
    price, rate = values
    tax = price * rate / 100
    return Fraction(math.ceil(tax)), Fraction(math.floor(tax)), tax


def _with_tax(values: Sequence[Fraction]) -> Sequence[Fraction]:
    """A price and its tax together; where the rate is named, also what the two come to by it."""
    price, *rates, tax = values
    return [*(price * (1 + rate / 100) for rate in rates), price + tax]


def _part(values: Sequence[Fraction]) -> Sequence[Fraction]:
    value = values[0] * values[1]
    return Fraction(math.ceil(value)), Fraction(math.floor(value)), value


def _difference(values: Sequence[Fraction]) -> Sequence[Fraction]:
    return (abs(values[1] - values[0]),)


def _risen(values: Sequence[Fraction]) -> Sequence[Fraction]:
    return (values[0] + values[1],)


def _fallen(values: Sequence[Fraction]) -> Sequence[Fraction]:
    return (values[0] - values[1],)


def _share(values: Sequence[Fraction]) -> Sequence[Fraction]:
    whole, part = values
    return [part / whole * 100] if whole else ()


def _rate(values: Sequence[Fraction]) -> Sequence[Fraction]:
    """The rate of change of two amounts; the second may be the change itself, and the rate that of the whole."""
    one, other = values
    return (
        (other / one * 100, one / other * 100, abs(other - one) / other * 100, abs(other - one) / one * 100)
        if one and other
        else ()
    )


def _rate_since(values: Sequence[Fraction]) -> Sequence[Fraction]:
    """The rate of change since the first of two amounts."""
    before, now, *_ = values
    return (now / before * 100, abs(now - before) / before * 100) if before else ()


def _times(values: Sequence[Fraction]) -> Sequence[Fraction]:
    one, other = values
    return (other / one,) if one else ()
