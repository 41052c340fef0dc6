"""What the Standard says of the stages (要求 → 調整 → …) and their words: one struct for the table of the file."""

from __future__ import annotations

from model.standard.setting import Setting


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
