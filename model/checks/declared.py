"""What most rules of figures share: a declared figure against the derived one, and a typed one that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.finding import return_to_derived, thousands
from model.checks.quoted import shortened
from model.checks.rule import Found
from model.figures.figures import Figure
from model.request.place import Place
from model.values.amount import MAX_DIGITS, Amount, is_too_large

_LONGEST: Final = 60  # characters of what was typed that a sentence quotes


def mismatch(figure: Figure, where: Place, name: str, derivation: str) -> Iterator[Found]:
    """The finding of a declared figure that is not the derived one: both figures, and by how much."""
    if not figure.differs or not isinstance(figure.typed, int) or figure.derived is None:
        return
    yield Found(
        where,
        f"{name}は {thousands(figure.typed)} と入力されていますが、{derivation}は {thousands(figure.derived)} で、"
        f"{thousands(abs(figure.typed - figure.derived))}違います。内訳を直すか、計算値に戻してください。",
        fix=return_to_derived(where),
    )


def unreadable(typed: Amount, where: Place, name: str) -> Iterator[Found]:
    """The finding of a typed amount (千円) that cannot be read; none of one that can."""
    if isinstance(typed, str):
        quoted = shortened(typed, _LONGEST)
        yield Found(
            where,
            f"{name}「{quoted}」は千円単位で{MAX_DIGITS}桁を超えるため、計算に入れていません。桁と単位を確かめてください。"
            if is_too_large(typed)
            else f"{name}「{quoted}」は千円単位の金額として読めません。額（12,000、5百万円）か式で入力してください"
            "（計算には入れていません）。",
        )
