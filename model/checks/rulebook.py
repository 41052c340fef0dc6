"""The rulebook: the lists of all checks, by the part of the request that they examine.

A check looks at a line (alone, or with its year and the lines above it), at a group, or at the whole.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Final, TypeAlias

from model.checks import (
    adjustment,
    arithmetic,
    assessment,
    basis,
    changed_lines,
    changed_prices,
    characters,
    claimed_counts,
    claimed_products,
    claimed_spans,
    claims,
    commitment_years,
    commitments,
    consumption_tax,
    funding,
    funding_terms,
    headcount,
    headings,
    judgement,
    last_year,
    leases,
    marks,
    missing_rows,
    multi_year,
    object_class_choice,
    object_classes,
    pay,
    personal,
    prices,
    readable,
    revenue,
    running_costs,
    stages,
    table_units,
    unknown,
    unseen,
    years,
)
from model.checks.context import LineContext
from model.checks.rule import Check, Rule
from model.checks.text_check import TextCheck
from model.figures.figures import GroupTotals, LineTotals, Totals
from model.incremental.results import Results
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.prices import PriceTable

LineCheck: TypeAlias = Check[[LineTotals]]
LineInYearCheck: TypeAlias = Check[[LineTotals, LineContext]]
GroupCheck: TypeAlias = Check[[GroupTotals]]
WholeCheck: TypeAlias = Check[[Request, Totals, Standard]]
PriceCheck: TypeAlias = Check[[Request, Totals, Standard, PriceTable]]

LINE_CHECKS: Final[tuple[LineCheck, ...]] = (
    readable.line_amounts_are_readable,
    readable.amounts_have_a_name,
    headings.headings_hold_no_figures,
    headings.headings_leave_their_sum_to_the_parts,
    basis.basis_gives_a_figure,
    basis.printed_results_are_right,
    basis.printed_results_are_not_coarse,
    basis.printed_results_follow_the_profile,
    basis.typed_amount_is_what_the_basis_gives,
    basis.units_of_a_basis_cancel,
    basis.a_few_yen_are_hardly_meant,
    basis.price_of_one_has_a_unit,
    claimed_counts.counts_of_a_remark_are_those_of_the_basis,
    unseen.lines_have_no_unseen_characters,
    unseen.sentences_of_a_line_can_be_read,
)
LINE_IN_YEAR_CHECKS: Final[tuple[LineInYearCheck, ...]] = (
    arithmetic.parts_add_up_to_line,
    arithmetic.months_add_up_to_line,
    object_classes.object_class_is_of_the_year,
    object_classes.object_class_is_known,
    marks.mark_fits_the_figures,
    consumption_tax.rate_of_a_basis_is_in_force,
    consumption_tax.price_without_tax_has_one_rate,
    consumption_tax.tax_of_a_label_is_added,
    consumption_tax.tax_rise_stands_in_a_line_of_its_own,
    *running_costs.ALL,
    *object_class_choice.ALL,
    pay.pay_is_for_twelve_months,
    pay.insurance_is_at_the_rate_of_the_year,
    revenue.transfers_are_the_same_in_both_accounts,
    stages.new_people_of_a_line_are_a_matter_of_posts,
    changed_prices.price_that_changed_has_a_reason,
    personal.no_personal_data_stands_on_a_line,
    claimed_products.products_of_a_remark_are_right,
    claimed_spans.spans_of_a_remark_are_right,
)
GROUP_CHECKS: Final[tuple[GroupCheck, ...]] = (
    readable.group_totals_are_readable,
    arithmetic.lines_add_up_to_group,
    unseen.tables_have_no_unseen_characters,
)
CHECKS: Final[tuple[WholeCheck | TextCheck, ...]] = (
    years.fiscal_year_is_readable,
    years.fiscal_year_is_one_of_the_standard,
    years.head_names_one_year,
    years.eras_are_real_and_uniform,
    years.legend_names_the_previous_year,
    years.commitment_periods_are_readable,
    headcount.people_are_readable,
    years.row_labels_name_their_year,
    headcount.labour_cost_is_people_times_price,
    headcount.copied_labour_cost_is_people_times_price,
    headcount.labour_cost_is_by_the_price_of_the_year,
    headcount.people_of_a_total_row_add_up,
    headcount.people_of_an_adjustment_are_not_added,
    headcount.no_people_cost_nothing,
    headcount.blank_and_zero_people_are_not_mixed,
    headcount.people_have_a_price,
    headcount.uncosted_people_are_paid_in_expense,
    arithmetic.cost_rows_add_across,
    arithmetic.previous_row_adds_across,
    arithmetic.total_rows_add_up,
    missing_rows.tables_have_their_rows,
    arithmetic.groups_add_up_to_request,
    arithmetic.components_make_up_the_request,
    arithmetic.standing_is_the_same_in_both_tables,
    arithmetic.previous_groups_add_up,
    arithmetic.carried_lines_are_what_was_granted,
    arithmetic.request_is_the_same_everywhere,
    readable.amounts_are_readable,
    basis.basis_of_a_source_gives_a_figure,
    basis.printed_results_of_a_source_are_right,
    basis.printed_results_of_a_source_are_not_coarse,
    basis.printed_results_of_a_source_follow_the_profile,
    basis.units_of_a_basis_of_a_source_cancel,
    basis.typed_source_is_what_its_basis_gives,
    funding.sources_add_up_to_expense,
    funding.rows_that_add_up_are_sums,
    funding.general_funds_are_not_negative,
    funding.prefecture_alone_has_no_national_money,
    funding_terms.term_amounts_are_readable,
    funding_terms.rates_are_readable,
    funding_terms.subsidies_are_within_their_rate,
    funding_terms.subsidies_are_rounded_by_the_profile,
    funding_terms.national_money_is_within_the_rate_of_the_words,
    funding_terms.national_money_has_a_rate,
    funding_terms.bonds_are_within_their_rate,
    funding_terms.bonds_have_a_class,
    funding_terms.terms_add_up_to_their_source,
    funding_terms.revenues_fit_into_their_line,
    revenue.transfer_funds_are_the_same_in_both_accounts,
    revenue.bonds_pay_for_investments,
    revenue.other_revenue_has_a_name,
    revenue.fees_are_paid_by_those_who_benefit,
    revenue.department_ceiling_is_kept,
    commitments.commitment_amounts_are_readable,
    commitments.commitment_years_are_readable,
    commitments.years_add_up_to_the_limit,
    commitments.funds_of_a_year_add_up,
    commitments.funds_fit_into_a_year,
    commitments.years_are_in_the_period,
    commitments.requested_period_begins_after_this_year,
    commitment_years.requested_period_leaves_no_gap,
    commitment_years.set_period_has_begun,
    commitment_years.each_year_has_one_row,
    commitment_years.change_of_a_year_is_the_difference,
    commitments.period_is_that_of_the_contract,
    commitments.commitment_has_a_line,
    commitments.paid_and_planned_fit_into_the_limit,
    commitments.annual_amounts_add_up_to_total,
    commitments.unchanged_total_only_moves_between_years,
    pay.pay_comes_with_insurance,
    leases.costly_leases_are_for_several_years,
    multi_year.periods_follow_what_is_set,
    multi_year.no_spending_this_year_is_marked,
    multi_year.spending_is_within_what_is_set,
    multi_year.raise_of_a_contract_is_asked,
    multi_year.carry_over_ends_next_year,
    multi_year.commitment_has_a_sheet,
    multi_year.continuing_expense_has_annual_amounts,
    multi_year.bonds_have_a_sheet,
    *judgement.ALL,
    assessment.assessed_amount_is_the_same_everywhere,
    assessment.final_budget_may_differ_from_assessed,
    assessment.assessed_parts_fit_in_the_request,
    stages.final_budget_is_what_stood_and_what_was_granted,
    stages.revival_follows_an_assessment,
    stages.revival_states_what_was_cut,
    stages.revival_is_within_what_was_cut,
    stages.headings_name_what_is_asked,
    stages.addition_was_not_asked_before,
    stages.more_people_are_a_matter_of_posts,
    stages.held_amount_is_taken_up,
    stages.held_amount_is_that_of_the_answer,
    *claims.OF_TEXTS,
    readable.what_was_not_understood_is_not_published,
    adjustment.adjustment_of_roundings_is_small,
    last_year.request_is_not_last_years_again,
    last_year.execution_of_last_year_is_stated,
    last_year.low_execution_is_not_asked_again,
    changed_lines.large_changes_have_a_reason,
    last_year.unspent_money_is_explained,
    table_units.unit_of_a_table_is_thousands,
    characters.negative_marks_are_uniform,
    characters.text_has_no_characters_that_are_lost,
    characters.text_has_plain_characters,
    characters.tables_have_no_characters_that_are_lost,
    characters.tables_have_plain_characters,
    unseen.texts_have_no_unseen_characters,
    unseen.sentences_can_be_read,
    personal.no_personal_data_is_published,
    unknown.standard_is_its_own,
    unknown.columns_are_those_of_the_form,
    unknown.rows_are_those_of_the_form,
    unknown.words_are_those_of_the_standard,
)

PRICE_CHECKS: Final[tuple[PriceCheck, ...]] = (prices.prices_are_those_of_the_shared_table,)


def every_check() -> tuple[Check[...], ...]:
    """Every check of the rulebook."""
    return (*LINE_CHECKS, *LINE_IN_YEAR_CHECKS, *GROUP_CHECKS, *CHECKS, *PRICE_CHECKS)


RULES: Final[dict[str, Rule]] = {rule.id: rule for each in every_check() for rule in each.rules}
"""Every rule of the rulebook by its id."""


def rehearse(request: Request, totals: Totals, standard: Standard) -> Iterator[None]:
    """Run the checks of the whole, one for each item, and forget what they find.

    What is compiled and imported when it is first used is there after it, so that the first check of all takes no
    longer than those that follow.
    """
    results = Results()
    for whole in CHECKS:
        found = (
            whole(request, totals, standard, results)
            if isinstance(whole, TextCheck)
            else whole(request, totals, standard)
        )
        deque(found, maxlen=0)
        yield
