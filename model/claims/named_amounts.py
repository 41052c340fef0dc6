"""Amounts that a sentence says of a cost line or a table by its name: 「標準事務費として12,085千円を要求」."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from model.claims.amounts import Money, bracket_behind, money_in
from model.claims.headings import Heading, heading
from model.claims.line_names import Mention, Names, Target, mentions_in
from model.claims.paragraphs import paragraphs, sentences
from model.incremental.results import Results
from model.standard.text_words import TextWords
from model.values.pattern import lazy_pattern

_PART: Final = lazy_pattern(r"\s*[(【\[〔]")
"""A bracket right behind a name says of which part of it an amount is: 「防護柵整備(国補正分) 20,000千円」."""


class NamedAmount(NamedTuple):
    """An amount in a text, with the line or the table that the text names beside it.

    Attributes:
        start: where the amount begins in its paragraph.
        sentence: the sentence.
        name: the name as it is written.
        targets: what bears the name.
        money: the amount.
        is_plain: nothing but a particle stands between the name and the amount, and nothing behind it takes it back;
            else it is the one amount of a sentence with one name.
        asks: the sentence goes on to ask for it (を要求).
        said: the part of the sentence that says what the amount is of.
    """

    start: int
    sentence: str
    name: str
    targets: tuple[Target, ...]
    money: Money
    is_plain: bool
    asks: bool
    said: str


class AmountInText(NamedTuple):
    """An amount in its text.

    Attributes:
        offset: where its paragraph begins in the text.
        amount: the amount.
        under: the headings that it stands below, one behind the other.
    """

    offset: int
    amount: NamedAmount
    under: str


def named_amounts(text: str, names: Names, words: TextWords, results: Results) -> tuple[AmountInText, ...]:
    """The amounts that a text gives for lines, without those of other years, prices and limits."""
    return results.of(_of_text, text, names, words, results) if "円" in text else ()


def _of_text(text: str, names: Names, words: TextWords, results: Results) -> tuple[AmountInText, ...]:
    amounts: list[AmountInText] = []
    above: list[Heading] = []
    under = ""
    for start, paragraph in paragraphs(text):
        found = heading(paragraph) if paragraph else None
        if found is not None:
            above = _outside(above, found.kind)
            if "円" not in paragraph:
                above.append(found)
            under = " ".join(line.name for line in above)
        if "円" not in paragraph:
            continue
        for amount in results.of(_read, paragraph, results.of(mentions_in, paragraph, names), words):
            amounts.append(AmountInText(start, amount, under))
    return tuple(amounts)


def _outside(above: list[Heading], kind: str) -> list[Heading]:
    """The headings that a new one of a kind stands below: those before the last of its kind."""
    end = next((index for index, line in enumerate(above) if line.kind == kind), len(above))
    return above[:end]


def _read(
    paragraph: str, mentioned: tuple[tuple[Mention, ...], ...], words: TextWords
) -> tuple[NamedAmount, ...]:
    return tuple(_amounts(paragraph, mentioned, words))


def _amounts(
    paragraph: str, mentioned: tuple[tuple[Mention, ...], ...], words: TextWords
) -> Iterator[NamedAmount]:
    for (start, text), mentions in zip(sentences(paragraph), mentioned, strict=True):
        money = money_in(text) if mentions else ()
        for amount in money:
            if words.open_amount.search(text[: amount.start]) or words.opened_amount.match(
                text[amount.end :]
            ):
                continue
            before = [mention for mention in mentions if mention.end <= amount.start]
            if not before:
                continue
            mention = before[-1]
            is_plain = bool(
                words.link.fullmatch(text[mention.end : amount.start])
                and words.end.match(text[amount.end :])
                and not _is_of_several(before, mention, money)
            )
            if not is_plain and not len(mentions) == len(money) == 1:
                continue
            if not is_plain and _PART.match(text, mention.end):
                continue
            said = text[: amount.start] + bracket_behind(text, amount) if is_plain else text
            if not words.other.search(said):
                name = text[mention.start : mention.end]
                asks = is_plain and words.asking.match(text[amount.end :]) is not None
                yield NamedAmount(
                    start=start + amount.start,
                    sentence=text.strip(),
                    name=name,
                    targets=mention.targets,
                    money=amount,
                    is_plain=is_plain,
                    asks=asks,
                    said=said,
                )


def _is_of_several(before: list[Mention], mention: Mention, money: tuple[Money, ...]) -> bool:
    """Whether another name stands before this one with no amount of its own: 「集約センター経費及び標準事務費 18,553千円」.

    The table that the line stands in is no other name.
    """
    earlier = [other for other in before if other is not mention]
    if not earlier or any(earlier[-1].end <= amount.start < mention.start for amount in money):
        return False
    tables = {target.group for target in mention.targets}
    return any(target.path or target.group not in tables for target in earlier[-1].targets)
