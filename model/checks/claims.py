"""The checks that read texts: the narrative, remarks, notes, and 財政課処理欄 with what was cut."""

from __future__ import annotations

from typing import Final

from model.checks import (
    claimed_amounts,
    claimed_commitments,
    claimed_contracts,
    claimed_counts,
    claimed_parts,
    claimed_products,
    claimed_spans,
    claimed_years,
    cuts,
)
from model.checks.rule import Check
from model.checks.text_check import TextCheck
from model.figures.figures import Totals
from model.request.request import Request
from model.standard.standard import Standard

OF_TEXTS: Final[tuple[Check[[Request, Totals, Standard]] | TextCheck, ...]] = (
    cuts.whole_cut_is_explained,
    cuts.typed_parts_are_readable,
    cuts.typed_parts_fit_into_the_cut,
    claimed_amounts.amounts_in_texts_are_those_of_the_lines,
    claimed_amounts.totals_in_texts_are_those_of_the_sheet,
    claimed_commitments.commitments_of_texts_are_entered,
    claimed_commitments.settled_commitments_can_be_entered,
    claimed_commitments.periods_of_texts_are_those_of_the_list,
    claimed_contracts.contracts_of_years_are_bound_once,
    claimed_contracts.commitment_reaches_the_end_of_its_contract,
    claimed_parts.promises_have_an_amount,
    claimed_parts.parts_of_the_narrative_have_their_table,
    claimed_years.legend_in_a_text_names_the_previous_year,
    claimed_years.tax_rise_in_a_text_has_its_lines,
    claimed_counts.counts_of_a_text_are_those_of_the_basis,
    claimed_counts.people_in_a_text_are_those_of_the_table,
    claimed_products.products_of_the_narrative_are_right,
    claimed_spans.spans_of_the_narrative_are_right,
)
