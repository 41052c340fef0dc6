"""The one comparison that most arithmetic rules share: a declared figure against the derived one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.finding import Finding, return_to_derived, thousands
from model.figures import Figure
from model.place import Place

PUBLISHED_SHEETS: Final = "公表された要求書の計算（鳥取県・予算編成過程の公開）"


def mismatch(rule: str, figure: Figure, where: Place, name: str, derivation: str) -> Iterator[Finding]:
    """The finding of a declared figure that is not the derived one: both figures, and by how much."""
    if not figure.differs or not isinstance(figure.typed, int) or figure.derived is None:
        return
    yield Finding(
        rule,
        where,
        f"{name}は {thousands(figure.typed)} と入力されていますが、{derivation}は {thousands(figure.derived)} で、"
        f"{thousands(abs(figure.typed - figure.derived))}違います。内訳を直すか、計算値に戻してください。",
        PUBLISHED_SHEETS,
        fix=return_to_derived(where),
    )
