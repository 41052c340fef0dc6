"""What the Standard says to some rules: of cuts (財政課処理欄), of the comparison with last year, of the stages."""

from __future__ import annotations

from model.standard.setting import Count, Percent, Setting


class CutWords(Setting, frozen=True, eq=False):
    """The words by which a sentence of 財政課処理欄 is read, each explained in ``templates/standards``. Compared by identity."""

    whole: list[str] = []
    cut: list[str] = []
    granted: list[str] = []
    beside: list[str] = []


class LastYearWords(Setting, frozen=True):
    """Thresholds (percent, 千円) and words of the comparison with last year, each explained in ``templates/standards``."""

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


class StageWords(Setting, frozen=True):
    """Words of the rules on stages; see the comments in ``templates/standards``.

    Attributes:
        revived: words of a heading that speaks of what is asked again (復活理由).
        added: words of a heading that speaks of what is asked anew (追加要求理由).
        new_people: words of a line that speak of new posts (新規配置).
        people_rise: by how many 人 the regular staff must rise to be a matter of posts.
        regular: key of the staff category that has posts.
        no_spending: words that say that a commitment has no spending in its first year (ゼロ債務).
        carry_over_sheet: key of the sheet of its own for 繰越明許費.
    """

    revived: tuple[str, ...]
    added: tuple[str, ...]
    new_people: tuple[str, ...]
    people_rise: str
    regular: str
    no_spending: tuple[str, ...]
    carry_over_sheet: str
