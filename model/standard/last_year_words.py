"""What the Standard says of the comparison with last year: thresholds, and the words by which a reason is known."""

from __future__ import annotations

from model.standard.setting import Count, Percent, Setting


class LastYearWords(Setting, frozen=True):
    """Thresholds and words of the comparison with last year; see the comments in ``templates/standards``.

    Attributes:
        rise_percent: a rise from here on is large, percent of last year's amount.
        fall_percent: and a fall from here on.
        change_amount: and this much at least, 千円; a new line and one that fell away likewise.
        change_share: and this share at least of 前年度予算額, percent.
        named: how many lines a finding names, the largest first.
        price_percent: a unit price that changed from here on wants a reason, percent.
        low_execution: below this share of 前年度予算額 the execution is low, percent.
        reasons_of_line: words in the text of a line that tell why it changed.
        reasons: words that tell it in a sentence that speaks of the line.
        change_headings: words of a heading or a sentence that tells what changed in the whole request.
        name_endings: endings of a line's name without which the narrative may speak of it.
        executed: words before the amount that is going to be spent of last year's (決算見込額).
        unspent: words for money that was not spent (不用額).
    """

    rise_percent: Percent = 100
    fall_percent: Percent = 100
    change_amount: Count = 1_000
    change_share: Percent = 0
    named: Count = 2
    price_percent: Percent = 100
    low_execution: Percent = 0
    reasons_of_line: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    change_headings: tuple[str, ...] = ()
    name_endings: tuple[str, ...] = ()
    executed: tuple[str, ...] = ()
    unspent: tuple[str, ...] = ()
