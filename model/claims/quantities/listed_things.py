"""Things that a text counts and lists: 「空港、駅、港の計3か所」, and 「次の3つの事業を行う。」 above a list of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from model.claims.quantities.counts import SMALL_NUMBER, small_number
from model.claims.texts.headings import Heading, heading
from model.claims.texts.paragraphs import in_paragraphs, sentences
from model.incremental.results import Results
from model.standard.text_words import TextWords
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_NUMBER: Final = rf"(?P<number>{SMALL_NUMBER})"
_UNITS: Final = (
    "つの柱|つ|項目|事業|取組|施設|[かカヶケヵ箇]所|箇所|細事業|地区|工区|地域|圏域|市町村|市場|商店街|団体|種類|言語|会場|学校|校|機関|点|件|本柱|本の柱|"
    "本|市|町|村|区|郡|区分|分野|部門|経費|課題|要素|段階|方式|路線|河川|漁港|港|ダム|公園|病院|大学|高校|館|社|者|県|国|棟|柱|品目|獣種|樹種|魚種|業種|職種|品種|団地|庁舎"
)
_WORD: Final = "(?:障がい|\\d{1,3}号|[^\\s、。,・()「」\\dをはにでが])"
_ENDING: Final = "(?:[^\\s、。,・()「」\\dぁ-ん]|づくり|まち|ひと|しごと|付け|聞かせ|見守り|取組み)"
_NOUN: Final = rf"(?:{_WORD}{{0,20}}?{_ENDING})"
_NUMBERED: Final = r"(?:\(\d{1,2}\)|[①-⑳])[^、。,()]{1,24}"
_ITEM: Final = rf"(?:{_NUMBERED}|「[^「」]{{1,20}}」|{_NOUN})(?:\([^()\d]{{1,12}}\))?"
_COMMA: Final = r"(?:、|,|・|(?<=」)(?=「))"
_AND: Final = r"(?:、|,|・|(?<=」)(?=「)|及び|並びに|(?<![ぁ-ん])と|、及び|、並びに)"
_THING: Final = r"(?!千|百|万|億|割|[年月日時週円人名回割点度坪%])[一-鿿ァ-ヺー]{1,4}"
_INLINE: Final = lazy_pattern(
    rf"(?P<things>(?:{_ITEM}{_COMMA}){{0,14}}{_ITEM}{_AND}{_ITEM})(?:の|という)(?P<sum>計)?\s?{_NUMBER}\s?(?P<unit>{_UNITS}|(?<=計\d){_THING})"
    r"(?!以|程度|目|分の|年|人|%|名|当たり|あたり|につき)(?P<of>の)?"
)
_ANNOUNCED: Final = lazy_pattern(
    rf"(?:次|以下|下記)の(?:とおり、?)?{_NUMBER}\s?(?P<unit>{_UNITS})(?!以|程度|目|当たり|につき)"
)
_ABSTRACT: Final = lazy_pattern("つ|項目|細?事業|取組|種類|点|本柱|区分|分野|言語|課題|段階|方式|柱|つの柱")
_AREA: Final = lazy_pattern(r"(?:[東西南北中]部|管内|圏域|[市町村郡県国区]|全域|エリア)(?:\([^()]*\))?\Z")
_OPEN: Final = lazy_pattern(r"(?:等|など|ほか|他|外|各)\Z")
_WHOLE: Final = lazy_pattern(r"(?:[はをがにで。(:「]|[いしてでりにはがをもきえち][、,])\Z")
"""What a list may stand behind; behind 「貸付け、」 it has begun already."""
_TOPIC: Final = lazy_pattern(r"(?:は|としては)、?\Z")
_IS_ALL: Final = lazy_pattern(
    "(?:で|により)構成|から[成な]|に取り組|を(?:計上|要求)(?:する|し)|である|です|に要する"
)
"""Behind a count of all that a sentence is about: 「経費は、機器の賃借と操作研修の3項目で構成する」."""
_ANNOUNCED_HINT: Final = lazy_pattern("(?:次|以下|下記)の")
_HINT: Final = lazy_pattern(rf"(?:の|という)計?\s?{_NUMBER}")
_ITEMS: Final = lazy_pattern(
    rf"所要経費(?:は|の)、?(?:全部で|合わせて|合計|全|計)?{_NUMBER}\s?(?:項目|つの経費|本立て)"
    rf"|(?<![^\s。、の])(?:(?:所要)?(?:経費|本事業|この事業)|(?:今回|[今本]年度|本事業)の要求(?:内容)?)は[^。]{{0,60}}?(?:全部で|合わせて|合計|全|計)?(?<!\d){_NUMBER.replace('number', 'more')}\s?"
    r"(?:項目|種類の経費|つの(?:経費|表(?:の経費)?))(?:から成|からな|で構成|である|です|に分|。|となる)"
    rf"|(?:経費|予算)を(?:要求|計上)(?:する|した)(?:の|もの)は、?[^。]{{0,60}}?(?:の|計|、)(?<!\d){_NUMBER.replace('number', 'paid')}\s?(?:事業|件|項目|つの経費)(?:である|です|。)"
)
_OF_TABLE: Final = lazy_pattern(
    r"」?(?:(?:(?:として|に|で)(?:計上|要求)(?:した|する|している)(?:の|もの|経費)|(?:に係る|に要する|の)(?:(?:所要)?経費|内訳))は、?(?:次の|以下の|[^。\d円は]{1,50}の)?|は、?(?:次の|以下の))"
    rf"(?:全部で|合わせて|計)?{_NUMBER}\s?(?:件|項目|つの経費|つの費目|本立て)(?:から|で構成|で、(?:合計|計|総額)|である|です|。|\Z)"
)
"""Behind the name of a table: 「として計上したのは、次の2件である」."""
_OF_LINES: Final = lazy_pattern("経費|費目|項目")
_BARE_NUMBER: Final = lazy_pattern(r"\A\s*\d{1,2}(?=[\s　]\S)")  # 「1 光熱水費」
_SPLIT: Final = lazy_pattern(r"、|,|(?<=」)(?=「)|及び|並びに|(?<![ぁ-ん])と(?![^、]{0,24}「)")
_SPLIT_AT_DOTS: Final = lazy_pattern(rf"・|{_SPLIT.pattern}")


class WrongCount(NamedTuple):
    """The words that list or announce things, the number that they say, and how many are listed."""

    written: str
    number: int
    listed: int


def wrong_counts(text: str, results: Results) -> tuple[WrongCount, ...]:
    """The counts of a text that are not those of the things that it lists beside or below them."""
    return (*in_paragraphs(results, _beside, text), *results.of(_below, text))


def items_counted(paragraph: str) -> tuple[tuple[str, int], ...]:
    """How many items of 所要経費 a paragraph says that there are, with its words: 「所要経費の5項目」."""
    found = _ITEMS.finditer(half_width(paragraph)) if "経費" in paragraph else ()
    return tuple(
        (match.group(), small_number(match["number"] or match["more"] or match["paid"])) for match in found
    )


def items_counted_of(behind: str) -> int | None:
    """How many items the words behind the name of a table say that it has: 「の経費は3件である」; None where they say none."""
    match = _OF_TABLE.match(behind)
    return small_number(match["number"]) if match else None


def lines_moved(paragraph: str, words: TextWords) -> tuple[tuple[str, str, int], ...]:
    """How many lines a paragraph says go up, down or stay (増額, 減額, 同額) or are new (新規), with its words and the word of which."""
    found: list[tuple[str, str, int]] = []
    for _, sentence in sentences(paragraph):
        matches = list(words.patterns.lines_moved.finditer(sentence))
        if any(match["of"] and _OF_LINES.search(sentence, 0, match.end()) for match in matches):
            found += [(match.group(), match["way"], small_number(match["number"])) for match in matches]
    return tuple(found)


def _beside(paragraph: str) -> tuple[WrongCount, ...]:
    """Counts behind a list in the same sentence."""
    found: list[WrongCount] = []
    for _, sentence in sentences(paragraph) if _HINT.search(paragraph) else ():
        for match in _INLINE.finditer(sentence):
            things = [thing for thing in _SPLIT.split(match["things"]) if thing]
            dotted = [thing for thing in _SPLIT_AT_DOTS.split(match["things"]) if thing]
            number = small_number(match["number"])
            is_whole = match.start() == 0 or _WHOLE.search(sentence, 0, match.start()) is not None
            # without 計 a number right behind may be of the last thing alone: 「県と市町村の2団体」, 「国及び県・市の2団体」
            of_last = len(_SPLIT_AT_DOTS.split(things[-1]))
            is_of_all = (
                match["sum"]
                or (len(things) > 2 and number != of_last)
                or (
                    len(things) > 1
                    and _IS_ALL.match(sentence, match.end())
                    and _TOPIC.search(sentence, 0, match.start())
                )
            )
            if len(things) == 1:
                things = dotted  # 「本庁舎・別館・議会棟の計3棟」
            if is_whole and is_of_all and number != len(dotted) and _is_wrong(match, number, things):
                found.append(WrongCount(match.group().removesuffix("の"), number, len(things)))
    return tuple(found)


def _is_wrong(match: re.Match[str], number: int, things: list[str]) -> bool:
    """Whether a number cannot be that of the things: fewer, or more where each is one (「東部、西部の計5か所」 may be 3 and 2)."""
    if number == len(things) or _OPEN.search(things[-1]):
        return False
    unit = match["unit"]
    if number < len(things) or _ABSTRACT.fullmatch(unit) or all(thing.endswith(unit) for thing in things):
        return True
    if match["of"]:  # 「本庁舎、議会棟の計5基のエレベーター」 counts what they have
        return False
    return number % len(things) != 0 and not any(_AREA.search(thing) for thing in things)


def _below(text: str) -> tuple[WrongCount, ...]:
    """Counts of a list that is announced and stands below, each thing on a line of its own with the same sign or numbering."""
    wrong: list[WrongCount] = []
    lines = text.split("\n") if _ANNOUNCED_HINT.search(text) else []
    for at, line in enumerate(lines):
        found = list(_ANNOUNCED.finditer(half_width(line)))
        if len(found) != 1:
            continue
        listed = _listed(lines[at + 1 :])
        number = small_number(found[0]["number"])
        if listed > 1 and listed != number:
            wrong.append(WrongCount(found[0].group(), number, listed))
    return tuple(wrong)


def _listed(lines: Sequence[str]) -> int:
    """How many things stand below a line, until something else does; lines set in further, or with another sign, belong to the thing above."""
    first: Heading | None = None
    indent, count = 0, 0
    for line in filter(str.strip, lines):
        title, own = heading(_BARE_NUMBER.sub(r"\g<0>.", half_width(line))), len(line) - len(line.lstrip())
        if first is None and title is not None and title.number < 2:
            first, indent = title, own
        elif first is not None and own > indent:
            continue
        elif first is None or title is None:
            break
        elif not _is_alike(title, first) and own == indent and title.kind != "dot":
            continue
        elif not _is_alike(title, first) or title.number == 1:
            break
        count += 1
    return count


def _is_alike(one: Heading, other: Heading) -> bool:
    """Whether two lines of a list begin with the same sign or kind of number."""
    return one.kind == other.kind and (one.kind != "sign" or one.mark == other.mark)
