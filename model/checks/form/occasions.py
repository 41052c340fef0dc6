"""When a question of the finance division makes sense: each occasion of the Standard's ``when`` is one function."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from model.checks.case import Case
from model.standard.questions import Occasion

_NATIONAL: Final = re.compile(r"(?<![^\s、・+,;])国(?=庫|費|補|負担|交付|定額|[0-9０-９]|[\s、・+,;]|等|$)")
"""「国1/2」, 「単県、国」, 「国庫」 name the state; 「全国協会助成金」 and 「国際交流基金」 do not."""


def is_initial(case: Case) -> bool:
    """The first request for the budget of a year (当初, 骨格, 暫定): of a form that asks for one, on no sheet of its own."""
    page = case.totals.form.page
    return page.asks_for == "initial" and not page.sheet


def is_supplementary(case: Case) -> bool:
    """A 補正予算 or 専決予算 that asks for the first time (no 調整, no 知事要求)."""
    return case.totals.form.page.asks_for == "supplementary"


def is_new(case: Case) -> bool:
    """A 事業 with nothing last year."""
    return not case.totals.previous.value


def is_continued(case: Case) -> bool:
    """A 事業 that had money last year."""
    return bool(case.totals.previous.value)


def is_of_general_account(case: Case) -> bool:
    """Of the general account: 特別会計 and 企業会計 (公債, 貸付金 …) are bound by their own purpose."""
    return case.standard.account_of(case.request.header.business_class) is None


def has_national_money(case: Case) -> bool:
    """With 国庫支出金 in the funding table, or with 国 in the words of 財源."""
    row = case.totals.funding_rows.get("request")
    figure = row.sources.get(case.standard.national_source) if row else None
    return bool(figure and figure.value) or bool(_NATIONAL.search(case.request.funding_words))


def binds_later_years(case: Case) -> bool:
    """With a commitment that is asked for now and whose amounts by year are not written down."""
    return not case.totals.form.page.sheet and any(
        commitment.commitment.status == "requested" and not commitment.years
        for commitment in case.totals.commitments
    )


OCCASIONS: Final[Mapping[Occasion, Callable[[Case], bool]]] = {
    "initial": is_initial,
    "supplementary": is_supplementary,
    "new": is_new,
    "continued": is_continued,
    "general_account": is_of_general_account,
    "national_money": has_national_money,
    "later_years": binds_later_years,
}
