"""Evaluates a basis (積算): exact fractions, amounts kept apart from counts, written results used where they stand."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NoReturn

from msgspec.structs import replace

from model.basis.pricing import TAX_UNKNOWN, find_price, has_tax_factor, is_before_tax, label_name, tax_rate
from model.basis.printing import print_items, print_number, print_terms
from model.basis.quantity import Quantity, common_counts, is_rate, multiply_counts, of_number
from model.basis.reading import parse
from model.basis.results import Note, Outcome, Result, Surroundings, money_of, result
from model.basis.terms import Basis, Factor, Group, Item, MisreadError, Name, Number, Statement, Term, Trouble
from model.basis.written_totals import Running

_LARGEST: Final = 10**16  # 千円: beyond what an amount may have
# of a value on the way there, some 300 digits; names may square one in every statement
_MOST_BITS: Final = 1_000
_TOO_LARGE: Final = "金額が大きすぎます。桁と単位（円、千円）を確かめてください。"
_NO_SURROUNDINGS: Final = Surroundings()


class _TaxUnknownError(Exception):
    """Raised where no single tax rate applies to a price without tax."""


def evaluate(basis: Basis, surroundings: Surroundings = _NO_SURROUNDINGS) -> Outcome:
    """What a basis comes to, in 千円; nothing a writer can type raises."""
    work = Evaluation(basis, surroundings)
    exact, trouble = None, None
    try:
        exact = work.total()
    except MisreadError as error:
        trouble = error.trouble
    except _TaxUnknownError:
        pass
    results = () if trouble else tuple(work.results)
    return Outcome(exact, trouble, results, tuple(work.names), tuple(dict.fromkeys(work.notes)))


class Evaluation:
    """One pass through a basis, with the written results, the unit prices and the notes met so far."""

    def __init__(
        self, basis: Basis, surroundings: Surroundings, defined: dict[str, Quantity] | None = None
    ) -> None:
        self._basis = basis
        self._places = iter(basis.places)
        self._surroundings = surroundings
        self._defined = {} if defined is None else defined
        self._is_taxed = False  # a factor of the product that is worked out adds the tax
        self.results: list[Result] = []
        self.names: dict[str, None] = {}
        self.notes: list[Note] = []

    def total(self) -> Fraction:
        """The sum of the statements, 千円."""
        running = Running()
        for statement in self._basis.statements:
            value = self._statement(statement)
            self._define(statement.label, value)
            running.add(statement, value)
        self.results += running.results
        total = running.sum
        if abs(total) >= _LARGEST:
            raise MisreadError(0, _TOO_LARGE)
        return total

    # ---- statements and items: money, 千円 ----

    def _statement(self, statement: Statement) -> Fraction:
        values: list[Fraction] = []
        last = len(statement.items) - 1
        for position, item in enumerate(statement.items):
            exact = self._item(item)
            printed = item.printed
            if printed is None:
                values.append(exact)
                continue
            self._remark_results(printed.remark)
            shown = money_of(printed)
            before = sum(values, Fraction(0))
            if position and item.terms[0].negative and exact <= 0 <= shown:
                # 「… －本人負担 1,805千円×8/1000＝14千円」: the sign is before the whole calculation.
                terms = (
                    Term(item.terms[0].factors, False, item.terms[0].label),
                    *map(_turned, item.terms[1:]),
                )
                self.results.append(result(print_terms(terms), -exact, printed))
                values.append(-shown)
                continue
            own = result(print_terms(item.terms), exact, printed)
            if position == last and position and statement.total is None and own.is_wrong:
                whole = result(print_items(statement.items), before + exact, printed)
                if not whole.is_wrong:  # the last result is that of the whole line
                    self.results.append(whole)
                    return shown
            self.results.append(own)
            values.append(shown)
        value = sum(values, Fraction(0))
        if statement.total is None:
            return value
        self._remark_results(statement.total.remark)
        self.results.append(result(print_items(statement.items), value, statement.total))
        return money_of(statement.total)

    def _item(self, item: Item) -> Fraction:
        """The exact sum of an item; a label names its term and those after it up to the next label."""
        total = labelled = Fraction(0)
        begin, label = 0, ""
        for position, term in enumerate(item.terms):
            value = self._amount(term)
            if term.label:
                self._define(label, labelled)
                begin, label, labelled = position, term.label, Fraction(0)
            labelled += -value if term.negative and not term.label else value
            total += -value if term.negative else value
            _refuse_long(total.numerator, total.denominator, 0)
        self._define(label, money_of(item.printed) if item.printed and not begin else labelled)
        return total

    def _define(self, label: str, value: Fraction) -> None:
        if label:
            self._defined[label_name(label)] = Quantity(value, 1)

    # ---- sums and products ----

    def _amount(self, term: Term) -> Fraction:
        """A term as an amount of money: without any unit of money its bare numbers are 千円."""
        quantity, index = self._term(term)
        self._check_per(quantity)
        if not quantity.money and not quantity.bare:
            _refuse_count(term, index)
        return quantity.value

    def _sum(self, terms: tuple[Term, ...]) -> Quantity:
        """A sum in brackets: money when one of its terms is, otherwise a number."""
        worked = [self._term(term) for term in terms]
        quantities = [quantity for quantity, _ in worked]
        value = Fraction(0)
        for term, quantity in zip(terms, quantities, strict=True):
            value += -quantity.value if term.negative else quantity.value
            _refuse_long(value.numerator, value.denominator, 0)
        money = any(quantity.money for quantity in quantities)
        if money:
            for term, (quantity, index) in zip(terms, worked, strict=True):
                if not quantity.money and not quantity.bare:
                    _refuse_count(term, index)
        return Quantity(
            value,
            1 if money else 0,
            any(quantity.bare for quantity in quantities),
            common_counts(quantities),
            tuple(per for quantity in quantities for per in quantity.per),
        )

    def _term(self, term: Term) -> tuple[Quantity, int]:
        """A product without its sign, and where it begins."""
        numerator = denominator = 1  # made one fraction at the end: a long product stays cheap
        money = 0
        bare = False
        counts: tuple[tuple[str, int], ...] = ()
        per: tuple[tuple[str, str], ...] = ()
        begin = second_money = -1
        factors = term.factors
        outside = self._is_taxed
        self._is_taxed = outside or has_tax_factor(factors, self._surroundings.tax_rates)
        for position, factor in enumerate(factors):
            index = next(self._places, 0)
            quantity = self._factor(factor, index)
            begin = index if begin < 0 else begin
            above, below = quantity.value.numerator, quantity.value.denominator
            if factor.divides:
                if not above:
                    raise MisreadError(index, "0で割っています。割る数を確かめてください。")
                above, below = (below, above) if above > 0 else (-below, -above)
                money -= quantity.money
                counts = multiply_counts(counts, quantity.counts, -1)
            else:
                if quantity.money and money == 1:
                    second_money = index
                money += quantity.money
                counts = multiply_counts(counts, quantity.counts)
                following = factors[position + 1] if position + 1 < len(factors) else None
                bare = bare or (quantity.bare and not is_rate(factor, following))
            per += quantity.per
            numerator *= above
            denominator *= below
            _refuse_long(numerator, denominator, index)
        self._is_taxed = outside
        if money > 1:
            raise MisreadError(
                max(second_money, 0),
                "金額に金額が掛けられています。数量か率のほうの円・千円などの単位を消してください。",
            )
        if money < 0:
            raise MisreadError(
                begin, "金額で割っています。割られるほうを金額にするか、割るほうの単位を消してください。"
            )
        return Quantity(Fraction(numerator, denominator), money, bare, counts, per), begin

    def _factor(self, factor: Factor, at: int) -> Quantity:
        atom = factor.atom
        if isinstance(atom, Number):
            quantity = of_number(atom)
        elif isinstance(atom, Group):
            quantity = self._sum(atom.terms)
        else:
            quantity = self._named(atom, at)
        if factor.remark:
            self._remark_results(factor.remark)
            if is_before_tax(factor.remark) and not self._is_taxed:
                quantity = replace(quantity, value=quantity.value * (1 + self._tax(factor.remark)))
        return quantity

    # ---- names, tax, remarks ----

    def _named(self, name: Name, at: int) -> Quantity:
        word = name.name
        defined = self._defined.get(word)
        if defined is not None:
            return defined
        price = find_price(self._surroundings, word)
        if price is None:
            raise MisreadError(
                at,
                f"「{word}」という単価も、これより前の見出しもありません。"
                "単価表に加えるか、金額を書いてください。",
            )
        self.names[word] = None
        basis = parse(price)
        if isinstance(basis, Trouble):
            raise MisreadError(at, f"単価表の「{word}」が読めません。{basis.message}")
        inner = Evaluation(basis, replace(self._surroundings, prices={}))
        inner._is_taxed = self._is_taxed
        try:
            return inner.as_price()
        except MisreadError as error:
            raise MisreadError(at, f"単価表の「{word}」が計算できません。{error.trouble.message}") from error
        finally:
            self.notes += inner.notes

    def as_price(self) -> Quantity:
        """The value of a price: with its units when it is one sum, otherwise an amount."""
        statements = self._basis.statements
        if len(statements) == 1 and len(statements[0].items) == 1 and statements[0].total is None:
            item = statements[0].items[0]
            if item.printed is None:
                return self._sum(item.terms)
        return Quantity(self.total(), 1)

    def _tax(self, remark: str) -> Fraction:
        rate = tax_rate(self._surroundings, remark)
        if rate is None:
            self.notes.append(TAX_UNKNOWN)
            raise _TaxUnknownError
        return rate

    def _remark_results(self, remark: str) -> None:
        """Check the results of a calculation in a remark: 「(本人負担分 1,805千円×8/1000＝14千円)」."""
        if "=" not in remark and "≒" not in remark and "＝" not in remark:
            return
        basis = parse(remark)
        if isinstance(basis, Basis):
            inner = Evaluation(basis, self._surroundings, dict(self._defined))
            try:
                inner.total()
            except (MisreadError, _TaxUnknownError):
                return
            self.results += inner.results

    def _check_per(self, quantity: Quantity) -> None:
        """Note a price per thing that no number of these things is multiplied with."""
        if not quantity.per:
            return
        powers = dict(quantity.counts)
        for count, unit in quantity.per:
            if powers.get(count, 0) < 0:
                self.notes.append(
                    Note(
                        "per-unit",
                        f"「{unit}」に掛ける数量（{count}）がありません。数量に「{count}」を付けてください。",
                    )
                )


def _refuse_long(numerator: int, denominator: int, at: int) -> None:
    """Refuse a value whose digits would grow without end."""
    if numerator.bit_length() > _MOST_BITS or denominator.bit_length() > _MOST_BITS:
        raise MisreadError(at, _TOO_LARGE)


def _turned(term: Term) -> Term:
    return Term(term.factors, not term.negative, term.label)


def _refuse_count(term: Term, at: int) -> NoReturn:
    atom = term.factors[0].atom
    what = f"「{print_number(atom)}」" if isinstance(atom, Number) else "ここ"
    raise MisreadError(
        at, f"{what}には数量や率だけで、単価がありません。「2,500円×3人」のように金額を掛けてください。"
    )
