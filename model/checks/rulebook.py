"""The rulebook: all checks of the modules of this room, by the part of the request that they examine.

A check looks at a line (alone, or with its year and the lines above it), at a group, or at the whole. The order of the
modules is that of the findings at one place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from model.checks.claims import (
    claimed_commitments,
    claimed_contracts,
    claimed_counts,
    claimed_figures,
    claimed_owed_years,
    claimed_parts,
    claimed_products,
    claimed_rates,
    claimed_spans,
    claimed_units,
    claimed_years,
)
from model.checks.cost_lines import (
    adjustment,
    arithmetic,
    basis,
    changed_lines,
    changed_prices,
    consumption_tax,
    headings,
    leases,
    marks,
    object_class_choice,
    object_classes,
    pay,
    prices,
    running_costs,
    table_units,
)
from model.checks.form import (
    hanging,
    headcount,
    judgement,
    lengths,
    missing_rows,
    readable,
    source_questions,
    unknown,
)
from model.checks.funding import funding, funding_terms, revenue
from model.checks.later_years import commitments, multi_year
from model.checks.rule import Check, GroupCheck, LineCheck, LineInYearCheck, Rule, WholeCheck
from model.checks.stages import cuts, last_year, stages
from model.checks.writing import characters, linked_figures, personal, section_tables, unseen, years

_C = TypeVar("_C", bound=Check[...])
_MODULES: Final = (
    source_questions,
    readable,
    headings,
    basis,
    arithmetic,
    years,
    headcount,
    hanging,
    lengths,
    missing_rows,
    funding,
    funding_terms,
    revenue,
    commitments,
    leases,
    multi_year,
    object_classes,
    marks,
    consumption_tax,
    running_costs,
    object_class_choice,
    pay,
    judgement,
    stages,
    cuts,
    claimed_figures,
    claimed_owed_years,
    claimed_commitments,
    claimed_contracts,
    claimed_parts,
    claimed_years,
    claimed_counts,
    claimed_products,
    claimed_rates,
    claimed_spans,
    claimed_units,
    adjustment,
    last_year,
    changed_lines,
    changed_prices,
    prices,
    table_units,
    section_tables,
    linked_figures,
    characters,
    unseen,
    personal,
    unknown,
)


def _checks(kind: type[_C]) -> tuple[_C, ...]:
    """The checks of a kind, module by module."""
    return tuple(check for module in _MODULES for check in vars(module).values() if isinstance(check, kind))


LINE_CHECKS: Final = _checks(LineCheck)
LINE_IN_YEAR_CHECKS: Final = _checks(LineInYearCheck)
GROUP_CHECKS: Final = _checks(GroupCheck)
WHOLE_CHECKS: Final = _checks(WholeCheck)


def every_check() -> tuple[Check[...], ...]:
    """Every check of the rulebook."""
    return _checks(Check)


RULES: Final[Mapping[str, Rule]] = {rule.id: rule for check in every_check() for rule in check.rules}
"""Every rule of the rulebook by its id."""
