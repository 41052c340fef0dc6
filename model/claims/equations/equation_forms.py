"""The forms of words that state an equation of the quantities of a sentence: 「…に…を加えた…は」, 「…のうち…は…で、…を占める」."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

from model.claims.equations.marked_sentences import AMOUNT, PEOPLE, PERCENT, SIGNS
from model.standard.parts import TaxWords
from model.standard.text_words import TextWords, any_of
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
_WITHOUT: Final = rf"{_NOTE}(?:分?を)(?:除[いく]|差し?引[いく]|引[いく]|控除[しす]|減じ|(?:減額|削減)し(?=た))(?:た(?:結果|後)?|て|る?と)?、?{_W}{{0,12}}(?:は|が)?、?\s?"
"""Between what is taken off and what is left: 「を差し引いた一般財源は」."""
_OF_HALF: Final = r"(?:まで)?の?(?:分)?の?(?:[はがでに:]|として)?、?"
"""Between the months of half a year and their amount."""
_OF_PRICE: Final = r"(?:で|では|の|価格|額|金額|は|後|、){0,3}"
"""Between the words that say whether a price is with tax and the price."""
_AND_TAXED: Final = rf"(?![^。{SIGNS}]*(?:計|総額|全体|単価|当たり))[^。はが{SIGNS}]{{0,24}}"
"""Between a price and the same price with tax: no sum of several."""
WITH_SHEET: Final = lazy_pattern(
    rf"{AMOUNT}(?:{_NOTE}(?:、|,|及び|並びに|と)[^。、{SIGNS}]{{0,24}}{AMOUNT}){{0,20}}(?:(?P<without>{_WITHOUT})|{_NOTE}と?を?(?:合わせ|含め|加え|(?:追加|上乗せ|増額)し)(?:て|た(?:結果|後)?|る?と){_W}{{0,8}}(?:は|が)?、?){AMOUNT}"
)
"""What is worked out with an amount that stands in no words before."""


_Values: TypeAlias = Callable[[Sequence[Fraction]], Sequence[Fraction]]


class Form(NamedTuple):
    """Words that state an equation.

    Attributes:
        pattern: the marked words, from the first quantity to the last, which is what the others come to.
        values: what the others may come to, the plainest last.
        is_change: the last is a change, which a sign or a direction behind it says.
        result: which of them is what the others come to.
    """

    pattern: str
    values: _Values
    is_change: bool = False
    result: int = -1


def forms(words: TextWords, tax_words: TaxWords, rates: tuple[Fraction, ...]) -> tuple[Form, ...]:
    """The words that state an equation, with what it may come to."""
    before = any_of(words.before)
    next_ = rf"{_NOTE}(?:、|,|\+|及び|並びに|と|に|[がは]?[をで]、)(?!{_IN_ALL})(?![^。、{SIGNS}]{{0,10}}(?:{before}))[^。、{SIGNS}]{{0,24}}"
    name = rf"(?:{any_of(tax_words.names)})(?:相当額|分)?"
    tax = (
        rf"(?:[にへ]、?|(?:で(?:あり)?|とし|だが|から)?、(?:(?:これ|この額|同額|さら)に、?)?)(?:{name}(?:\(?{PERCENT}?\)?)?(?:相当額|分)?|{PERCENT}の{name})"
        rf"(?:を(?:加え|上乗せし|足し|含め|加算し)(?:た|て|ると)?|込み(?:で|の))、?{_W}{{0,16}}(?:は|が)?、?\s?"
    )
    return (
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
            rf"(?<!約)(?<!およそ)(?<!概ね){AMOUNT}(?:の|(?:で|であり|となり)?、?(?:その)?)?(?:内訳|内容)は[^。]*{AMOUNT}[^。]*{AMOUNT}[^。]*",
            _sums,
            result=0,
        ),
        Form(
            rf"{PERCENT}(?:[^。{SIGNS}]{{0,24}}{PERCENT}){{0,8}}[^。{SIGNS}]{{0,24}}(?:残る|残り|残余)の?[^。{SIGNS}]{{0,8}}{PERCENT}",
            lambda values: (100 - sum(values, Fraction(0)),),
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
            rf"{AMOUNT}(?:の(?:内訳|内容))?は、?(?:税抜き?|税別|本体)(?:の?価格|の?額|の)?{AMOUNT}[にと]、?(?:その|これに)?(?:{PERCENT}の)?(?:{name})(?:{PERCENT})?(?:である|です|を(?:加え|足し|含め)|の(?:合計|計)|から)",
            lambda values: _taxed(values, rates),
            result=0,
        ),
        Form(
            rf"{_A}[^。、{SIGNS}]{{0,24}}(?:は|を|で|が|、)[^。{SIGNS}]{{0,24}}(?:4月(?:から|〜|~)9月|[上前]半?期){_OF_HALF}{_A}[^。{SIGNS}]{{0,4}}(?:10月(?:から|〜|~)(?:翌年?)?3月|[下後]半?期){_OF_HALF}{_A}(?!多|少|増|減)",
            _sums,
            result=0,
        ),
    )


def _sums(values: Sequence[Fraction]) -> Sequence[Fraction]:
    """The sum of all and of the last of them."""
    return list(accumulate(reversed(values)))[1:]


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
