"""When a question of the finance division makes sense: each occasion of the Standard's ``when`` is one function."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from model.figures.figures import Totals
from model.request.request import Request
from model.standard.questions import Occasion
from model.standard.standard import Standard

_NATIONAL: Final = re.compile(r"(?<![^\s、・+,;])国(?=庫|費|補|負担|交付|定額|[0-9０-９]|[\s、・+,;]|等|$)")
"""「国1/2」, 「単県、国」, 「国庫」 name the state; 「全国協会助成金」 and 「国際交流基金」 do not."""


def is_initial(_request: Request, totals: Totals, _standard: Standard) -> bool:
    """The first request for the budget of a year (当初, 骨格, 暫定): of a form that asks for one, on no sheet of its own."""
    page = totals.form.page
    return page.asks_for == "initial" and not page.sheet


def is_supplementary(_request: Request, totals: Totals, _standard: Standard) -> bool:
    """A 補正予算 or 専決予算 that asks for the first time (no 調整, no 知事要求)."""
    return totals.form.page.asks_for == "supplementary"


def is_new(_request: Request, totals: Totals, _standard: Standard) -> bool:
    """A 事業 with nothing last year."""
    return not totals.previous.value


def is_continued(_request: Request, totals: Totals, _standard: Standard) -> bool:
    """A 事業 that had money last year."""
    return bool(totals.previous.value)


def is_of_general_account(request: Request, _totals: Totals, standard: Standard) -> bool:
    """Of the general account: 特別会計 and 企業会計 (公債, 貸付金 …) are bound by their own purpose."""
    return standard.account_of(request.header.business_class) is None


def has_national_money(request: Request, totals: Totals, standard: Standard) -> bool:
    """With 国庫支出金 in the funding table, or with 国 in the words of 財源."""
    row = totals.funding_rows.get("request")
    figure = row.sources.get(standard.national_source) if row else None
    return bool(figure and figure.value) or bool(_NATIONAL.search(request.funding_words))


def binds_later_years(_request: Request, totals: Totals, _standard: Standard) -> bool:
    """With a commitment that is asked for now and whose amounts by year are not written down."""
    return not totals.form.page.sheet and any(
        commitment.commitment.status == "requested" and not commitment.years
        for commitment in totals.commitments
    )


OCCASIONS: Final[dict[Occasion, Callable[[Request, Totals, Standard], bool]]] = {
    "initial": is_initial,
    "supplementary": is_supplementary,
    "new": is_new,
    "continued": is_continued,
    "general_account": is_of_general_account,
    "national_money": has_national_money,
    "later_years": binds_later_years,
}
