"""What 要求額 − 計上額 is made of: the typed parts (減額の内訳), then what the sentences of 財政課処理欄 say of other lines.

A sentence explains the cut of a line that it names: by an amount (「500千円減額」, 「4,000千円を計上」), or the whole of it where
nothing is granted (「予算計上は見送ります」). One that names a line and no amount (「金額精査しました」) explains it by words only;
the rest of the cut is then open (rule 19).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from model.claims.labels.line_names import Names, Target, figure_of, line_of, names_in
from model.claims.quantities.amounts import Money, money_in
from model.claims.texts.paragraphs import paragraphs, sentences
from model.figures.cut_part import CutPart, ExplainedCut
from model.figures.figures import Totals
from model.incremental.results import Results
from model.request.request import Request
from model.standard.rule_words import CutWords


class CutSentence(msgspec.Struct, frozen=True):
    """A sentence of 財政課処理欄 that speaks of a cut.

    Attributes:
        targets: what it names, each with all that bear the name.
        cut: the amount that it says is cut, 千円.
        granted: the amount that it says is granted, 千円.
        is_whole: it says that nothing is granted.
    """

    text: str
    targets: tuple[tuple[Target, ...], ...]
    cut: int | None
    granted: int | None
    is_whole: bool


def explained_cut(request: Request, totals: Totals, results: Results) -> ExplainedCut:
    """What the cut of a request is made of, where it has one; ``totals`` are those of the request."""
    if totals.cut is None or (totals.cut <= 0 and not request.cuts):
        return ExplainedCut()
    parts = _parts(request, totals, totals.calculation_settings.standard.cut_words, results)
    explained = sum(part.amount or 0 for part in parts)
    return ExplainedCut(parts, explained, totals.cut - explained)


def _parts(request: Request, totals: Totals, words: CutWords, results: Results) -> tuple[CutPart, ...]:
    """The parts of the cut: typed ones win over what is read of their line."""
    typed = tuple(
        CutPart(cut.line, cut.amount if isinstance(cut.amount, int) else None, cut.reason, True, cut.id)
        for cut in request.cuts
    )
    if not request.assessment.comment.strip():
        return typed
    names = names_in(request, results)
    known = {part.line for part in typed if part.line}
    said = {"".join(part.sentence.split()) for part in typed if part.sentence}
    read: dict[str, CutPart] = {}
    for sentence in results.of(cut_sentences, request.assessment.comment, names, words):
        if "".join(sentence.text.split()) in said:
            continue
        for part in _parts_of(sentence, request, totals, names):
            key = part.line or part.sentence
            if part.line not in known and (key not in read or read[key].amount is None):
                read[key] = part
    return (*typed, *read.values())


def cut_sentences(comment: str, names: Names, words: CutWords) -> tuple[CutSentence, ...]:
    """The sentences of 財政課処理欄 that name a line or say how much is cut."""
    last: int | None = None
    found: list[CutSentence] = []
    for _, paragraph in paragraphs(comment):
        for start, text in sentences(paragraph):
            named = [mention.targets for mention in names.mentions(text)]
            lines = [targets for targets in named if any(target.path for target in targets)]
            targets = tuple(lines or named)
            cut, granted = _amounts(text, words)
            is_whole = any(word in text for word in words.whole)
            is_other = not is_whole and any(word in text for word in words.beside) and cut is granted is None
            # 「1,800千円を減額しました。(12,500千円→10,700千円)」 tells one cut twice
            is_said_again = not targets and cut is not None and granted is not None and cut == last
            last = cut
            if ((targets and not is_other) or cut is not None) and not is_said_again:
                written = paragraph[start : start + len(text)].strip()
                found.append(CutSentence(written, targets, cut, granted, is_whole and not money_in(text)))
    return tuple(found)


def _amounts(sentence: str, words: CutWords) -> tuple[int | None, int | None]:
    """The amounts cut and granted that a sentence states; None for one that it does not state or states twice."""
    found = money_in(sentence)
    if len(found) == 2 and re.fullmatch(r"\)?\s*(?:→|⇒|から)\s*", sentence[found[0].end : found[1].start]):
        return _whole(found[0].value - found[1].value), _whole(found[1].value)
    cut = [money for money in found if money.value < 0 or _is_followed(sentence, money, words.cut)]
    granted = [money for money in found if _is_followed(sentence, money, words.granted)]
    return (
        _whole(abs(cut[0].value)) if len(cut) == 1 else None,
        _whole(granted[0].value) if len(granted) == 1 and not cut else None,
    )


def _whole(amount: object) -> int | None:
    return int(amount) if amount == int(amount) else None  # type: ignore[call-overload]


def _is_followed(sentence: str, money: Money, words: list[str]) -> bool:
    rest = re.sub(r"\A[\s)]*(?:分)?(?:を|の|に|は|と)?", "", sentence[money.end :])
    return any(rest.startswith(word) for word in words)


def _parts_of(sentence: CutSentence, request: Request, totals: Totals, names: Names) -> Iterator[CutPart]:
    """A part for each line that the sentence names."""
    sure = [target[0] for target in sentence.targets if len(target) == 1]
    if not sure or (len(sure) > 1 and not sentence.is_whole and (sentence.cut or sentence.granted)):
        if sentence.cut is not None:  # of several lines together, or of none that is known
            yield CutPart("", sentence.cut, sentence.text, False)
        return
    for target in dict.fromkeys(sure):
        asked = figure_of(totals, target).value
        amount = sentence.cut
        if amount is None and asked is not None:
            if sentence.is_whole:
                amount = asked
            elif sentence.granted is not None and 0 <= sentence.granted < asked:
                amount = asked - sentence.granted
        line = names.id_of(target)
        lines = request.groups[target.group].lines
        if not target.path and len(lines) == 1:
            line = lines[0].id
        part = line_of(request.groups, target)
        if part is not None and part.heading and not part.parts and asked is None:
            continue
        yield CutPart(line, amount, sentence.text, False)
