"""How the finance division words a cut in 財政課処理欄: a table of the Standard."""

from __future__ import annotations

from model.standard.setting import Setting


class CutWords(Setting, frozen=True, eq=False):
    """The words by which a sentence of 財政課処理欄 is read; see the comments in ``templates/standards``. Compared by identity.

    Attributes:
        whole: nothing of the line is granted.
        cut: behind an amount: that much is cut.
        granted: behind an amount: that much of the line is granted.
        beside: the sentence speaks of what is held or granted otherwise, which is no part of the cut.
    """

    whole: list[str] = []
    cut: list[str] = []
    granted: list[str] = []
    beside: list[str] = []
