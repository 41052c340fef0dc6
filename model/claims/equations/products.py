"""Products, and sums of them, that a text works out by signs: 「3,300円×11,200人=36,960千円」, 「17,280千円(4,320千円×4年)」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from model.basis.units import MONEY
from model.claims.equations.marked_sentences import PADDING
from model.claims.equations.worked_out import WrongResult
from model.claims.quantities.amounts import UNITS, Money, money_in
from model.claims.quantities.typing_errors import typing_error
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,12})(?:\.\d{1,6})?"
_COUNTED: Final = r"(?:/?(?:k?m[23]|[^\d×xX*=+\-−÷/、。・,.()~〜≒@△▲|\s]){0,10})"
# One reading of each factor: 円 may be its unit or one of its words, and to try both in every factor would never end.
_FACTOR: Final = rf"(?>@?{_NUMBER}(?:/\d{{1,4}})?\s?(?:{UNITS}|%)?{_COUNTED}(?:/[^\d×=+、。()\s]{{1,4}})?(?:\([^()=×\d]{{1,8}}\))?)"
_PRODUCT: Final = rf"{_FACTOR}(?:\s?×\s?{_FACTOR}){{1,20}}"
_NOT_BEHIND: Final = r"(?<![\d,.A-Za-z×*+\-−÷/)=≒%〜~])(?<!×\s)"
_NOT_BEFORE: Final = r"(?!\d|程度|余|前後|弱|強|以内|以下|以上|未満|ほか|等|\s*[+÷\-−])"
_RESULT: Final = rf"{_NUMBER}(?:{UNITS})"
_TERM: Final = rf"(?:{_PRODUCT}|{_RESULT})"
_SUM: Final = rf"(?:{_TERM}\s?[+＋]\s?){{1,10}}{_TERM}"
_LIST: Final = (
    rf"{_PRODUCT}(?:(?:、|及び|と)(?!の?(?:合わせて|[合小]?計))[^\d、。×=+()円]{{0,12}}{_TERM}){{1,8}}"
)
"""Products that are added up: 「小規模園1,850千円×10園、大規模園2,150千円×10園、計」."""
_EQUAL: Final = lazy_pattern(
    rf"{_NOT_BEHIND}(?:(?P<list>(?>{_LIST}))、?の?(?:合わせて|[合小]?計)(?:で|は)?|(?P<product>{_SUM}|{_PRODUCT})(?:\s?=[\s{PADDING}]*|(?<=で)、?|(?<=[積計]算し)、|(?<=算出し)、|(?<=の)計?|、計|により、?))(?P<result>{_RESULT}){_NOT_BEFORE}"
)
_ALONE: Final = lazy_pattern(_NOT_BEHIND + _PRODUCT)
_EXPLAINED_BEFORE: Final = lazy_pattern(
    rf"(?<![\d,.])(?P<result>{_RESULT})(?:の(?:積算|算出|内訳|根拠))?は、?[^、。円\d]{{0,10}}(?:1[^\d、。円]{{1,3}})?\Z"
)
"""What stands before the product that explains an amount: 「26,400千円の積算は、平均単価」."""
_EXPLAINED_BEHIND: Final = lazy_pattern(
    r"(?:による|によった|で(?:積算|算出|計算|見込)|として?(?:積算|算出|見込)|である)"
)
_BRACKET: Final = lazy_pattern(
    rf"(?<![\d,.])(?P<result>{_RESULT})\((?:年額|月額|単価)?(?P<product>{_PRODUCT})\)"
)
_WHOLE: Final = lazy_pattern(rf"(?P<product>{_PRODUCT})(?:\s?\([^()]*+\))?")
_OPEN: Final = lazy_pattern("ほか|他|等|約|程度|余")
_WITH_TAX: Final = lazy_pattern(
    rf"(?<=[^\s、。に])に、?(?:(?:\d{{1,2}}%の)?[一-鿿び]{{0,8}}税等?)(?:相当額|分)?(?:\(?\d{{1,2}}%\)?)?(?:相当額|分)?(?:を(?:加え|足し|加算し|上乗せし|含め)(?:た|て|ると)?|込みで)、?(?={_RESULT})"
)
"""Between a product and what it comes to with tax: 「月額950千円×12月に消費税10%を加えた12,540千円」."""
_RATE: Final = lazy_pattern(r"(\d{1,2})%")
_IN_FULL: Final = lazy_pattern(r"限度額\s*+[:は]?\s*+\Z")
_NEAR: Final = 20  # characters in which these words stand before an amount
_ONE_FACTOR: Final = lazy_pattern(
    rf"@?(?P<number>{_NUMBER})(?:/(?P<by>\d{{1,4}}))?\s?(?P<unit>{UNITS}|%)?.*", re.DOTALL
)


def wrong_products(
    paragraph: str, rates: tuple[Fraction, ...], untaxed: Sequence[str] = ()
) -> tuple[WrongResult, ...]:
    """The products of a paragraph whose written result they do not come to, with or without tax.

    The paragraph is of one line; ``rates`` are rates of consumption tax that a result may contain, ``untaxed`` words of what bears none.
    """
    if "円" not in paragraph or "×" not in paragraph:
        return ()
    is_untaxed = "税" not in paragraph and any(word in paragraph.partition("×")[0] for word in untaxed)
    return tuple(_wrong(half_width(paragraph), () if is_untaxed else rates))


def _wrong(text: str, rates: tuple[Fraction, ...]) -> Iterator[WrongResult]:
    yield from _wrong_explained(text, rates)
    plain = _WITH_TAX.sub(_as_equal, text)
    for pattern in (_EQUAL, _BRACKET):
        for match in pattern.finditer(plain):
            listed = match.groupdict().get("list")
            product = listed or match["product"]
            value, result = value_of(product), money_in(match["result"])
            if value is None or len(result) != 1 or _is(value, result[0], rates) or _OPEN.search(product):
                continue
            last = value_of(re.split(r"、[^\d、]*", listed)[-1]) if listed else None
            if last is not None and _is(last, result[0], rates):
                continue  # 「計」 may be of the last alone
            is_in_full = pattern is _EQUAL or _IN_FULL.search(
                plain, max(0, match.start() - _NEAR), match.start()
            )
            if not is_in_full and not typing_error(round(value), result[0].value):
                continue  # the product may be of a part
            if PADDING in match.group():  # with the tax that is named, else with the one that comes nearest
                named = [
                    Fraction(int(rate), 100)
                    for rate in _RATE.findall(text[match.end("product") : match.end()])
                ]
                taxed = [value * (1 + rate) for rate in named or rates]
                value = min(taxed, key=lambda one: abs(one - result[0].value), default=value)
            yield WrongResult(text[match.start() : match.end()], value)


def _as_equal(words: re.Match[str]) -> str:
    """Words as long, which say nothing but that what follows is equal."""
    return f"={PADDING * (len(words.group()) - 1)}"


def _wrong_explained(text: str, rates: tuple[Fraction, ...]) -> Iterator[WrongResult]:
    """Yield each amount whose sentence gives one product as its calculation, where that comes to another: 「26,400千円の積算は、平均単価2,200円×12,000冊による」."""
    for match in _ALONE.finditer(text):
        start = max(0, match.start() - _NEAR * 2)
        before = _EXPLAINED_BEFORE.search(text[start : match.start()])
        # of the last factor the words behind its number go on beyond what it counts
        said = text[match.start() : match.end() + _NEAR].partition("。")[0]
        last = re.split(r"\d", said)[-1]
        if before is None or not _EXPLAINED_BEHIND.search(last) or _OPEN.search(said):
            continue
        value, result = value_of(match.group()), money_in(before["result"])
        if value is not None and len(result) == 1 and not _is(value, result[0], rates):
            yield WrongResult(text[start + before.start() : match.end()], value)


def _is(value: Fraction, result: Money, rates: tuple[Fraction, ...]) -> bool:
    """Whether a result is a value as prose rounds it, or exactly that with tax."""
    return result.is_of(round(value)) or any(
        abs(taxed - result.value) < result.step for taxed in (value, *(value * (1 + rate) for rate in rates))
    )


def value_of(calculation: str) -> Fraction | None:
    """What a product or a sum of products comes to, 千円; None where not exactly one factor of each is money."""
    values = [_product(term) for term in re.split(r"[+＋]|、[^\d、]*", calculation)]
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if len(known) == len(values) else None


def _product(product: str) -> Fraction | None:
    value, moneys = Fraction(1), 0
    for factor in product.split("×"):
        match = _ONE_FACTOR.fullmatch(factor.strip())
        if match is None:
            return None
        value *= Fraction(match["number"].replace(",", ""))
        if match["by"]:
            if not int(match["by"]):
                return None
            value /= int(match["by"])
        if match["unit"] == "%":
            value /= 100
        elif match["unit"]:
            value *= MONEY[match["unit"]]
            moneys += 1
    return value if moneys == 1 else None


def typing_error_in_product(remark: str, amount: int, rates: tuple[Fraction, ...]) -> str:
    """A remark's one product that does not come to the line's amount, but would with two digits of a figure swapped.

    Returns:
        the product as it should be; "" where nothing tells of a slip.
    """
    lines = [line for line in half_width(remark).split("\n") if "×" in line]
    if len(lines) != 1 or "=" in lines[0] or not (match := _WHOLE.fullmatch(lines[0].strip())):
        return ""
    product = match["product"]
    value = value_of(product)
    if (
        value is None
        or _OPEN.search(product)
        or any(abs(value * (1 + rate) - amount) < 1 for rate in (Fraction(0), *rates))
    ):
        return ""
    right = {
        other
        for number in re.finditer(r"\d[\d,]*", product)
        for digits in _swapped(number.group().replace(",", ""))
        if (other := f"{product[: number.start()]}{digits}{product[number.end() :]}")
        and (worth := value_of(other)) is not None
        and 0 <= amount - worth < 1
    }
    return right.pop() if len(right) == 1 else ""


def _swapped(digits: str) -> Iterator[str]:
    for index in range(len(digits) - 1):
        if digits[index] != digits[index + 1] and (index or digits[index + 1] != "0"):
            yield f"{int(digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]):,}"
