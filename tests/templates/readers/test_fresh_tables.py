"""Tables that were written without knowing the reader come in right, are asked or said, or stay text that is listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
import pytest

from main import STANDARD_FOLDER
from model.document.document import Snapshot, take_snapshot
from model.document.storage import FileError
from model.figures.figures import LineTotals
from model.values import fiscal_year
from templates.readers.foreign.foreign import BookReading
from templates.readers.sources import read_source
from tests import samples
from tests.examples import every_ninth, every_third
from tests.templates.readers.accounted import unaccounted
from tests.templates.readers.fresh import (
    batch1,
    batch2,
    batch3,
    batch4,
    batch5,
    batch6,
    batch7,
    batch8,
    batch9,
    batch10,
    batch11,
    batch12,
    batch13,
    batch14,
    batch15,
    batch16,
    batch17,
    batch18,
    batch19,
    batch20,
    batch21,
    batch22,
    batch23,
    batch24,
    batch25,
    batch26,
    batch27,
    batch28,
    batch29,
    batch30,
    batch31,
    batch32,
    batch33,
    batch34,
    batch35,
    batch36,
    batch37,
    batch38,
    batch39,
    batch40,
    batch41,
    hunted,
    income,
    own,
    page_layouts,
    page_layouts_kinds,
    page_layouts_last,
    page_layouts_more,
    tried,
    variants,
)
from tests.templates.readers.fresh_tables import FRESH, Fresh, Item, Truth
from tests.templates.readers.layouts.outcome import errors, plain, questions

GIVES: Final[dict[str, str]] = {
    "x15_several_projects": "asked",
    "x19_fullwidth_text_numbers": "said",  # 「2 100」
    "x24_empty_request": "asked",
    "c3_system_export": "asked",
    "c5_no_unit_no_year": "asked",
    "o14_yen_no_unit": "asked",
    "q14_bare_list": "asked",  # no headings
    "s03_year_tabs_renamed": "asked",
    "t05_detail_amount_in_middle_and_subtotals_right": "asked",
    "t16_headless_two_amounts": "asked",
    "u05_two_requests_same_sheet_alt": "asked",
    "u10_quarter_sum_wrong": "asked",  # the halves do not give the sum
    "u15_thousand_and_fraction": "said",
    "b1_17_two_proposals": "asked",
    "b1_18_tab_for_each_project": "asked",
    "b2_18_units_disagree": "asked",
    "b2_19_versions_in_tabs": "asked",
    "b2_20_bare_list": "asked",
    "b3_07_title_against_columns": "asked",
    "b3_20_no_request": "asked",
    "b3_25_estimate_awaited": "said",  # 「見積待ち」
    "b3_33_yen_or_thousands": "asked",
    "b3_37_ranges": "said",  # 「300～500」
    "b4_07_setsumeisho": "asked",  # last year's figure is of the whole alone
    "b4_26_two_plans": "asked",
    "b4_27_units_contradict": "asked",
    "b4_28_still_being_settled": "said",  # 「調整中」
    "b4_34_list_of_projects": "asked",
    "b4_35_unit_nowhere": "asked",
    "b5_22_no_heading_but_difference": "asked",  # no headings
    "b5_33_lines_are_formulas_without_values": "asked",
    "b5_34_export_without_unit": "asked",
    "b5_35_two_proposals": "asked",
    "b5_36_one_amount_in_yen": "said",
    "b5_37_two_units_said": "asked",
    "b6_21_skeleton_year_june_figure": "asked",
    "b6_30_twice_amount_no_years": "asked",
    "b6_31_amounts_not_yet_known": "said",
    "b6_32_two_request_tabs": "asked",
    "b6_33_two_columns_no_heading": "asked",
    "b6_34_ranges_for_amounts": "said",
    "b6_35_units_unsaid_and_mixed": "asked",
    "r14_merged_vertical_items": "asked",  # 「経費区分」 names some lines, and a column without heading others
    "b5_10_coming_and_this_year": "asked",  # two columns of words without headings
    "r11_tsv_no_title": "asked",  # the unit is nowhere
    "r12_per_municipality": "asked",  # what the municipalities spend, and half of it
    "r01_rank_and_policy": "asked",  # each line is a 事業, and the book names none
    "n04_rounded_total": "said",
    "n05_alternatives_in_rows": "asked",
    "n12_total_outside_differs": "asked",
    "n15_assessed_beside": "asked",
    "n19_half_is_ours": "asked",
    "n20_stale_title": "asked",
    "n24_two_accounts": "asked",
    "n29_difference_only": "asked",
    "n30_two_requests_stacked": "asked",
    "n32_tsv": "asked",  # the unit is nowhere
    "n33_people_row": "said",
    "o04_two_departments_share": "asked",
    "o05_hosei_before_after_only": "asked",
    "o12_yen_small_table_no_unit": "asked",
    "o17_multi_tabs_versions": "asked",
    "o19_only_total_no_lines": "asked",
    "o26_amount_in_words_and_numbers": "said",
    "o27_prefecture_and_city_share_totals": "asked",
    "o30_previous_request_not_budget": "asked",
    "b7_25_note_instead_of_headings": "asked",  # the unit is nowhere
    "b7_31_high_and_low_proposal": "asked",
    "b7_32_unit_nowhere_sizes_do_not_tell": "asked",
    "b7_33_three_columns_no_headings": "asked",
    "b7_34_request_and_second_request": "asked",
    "b7_35_year_nowhere": "asked",
    "b7_36_thousand_above_yen_in_headings": "asked",
    "b7_37_three_projects_under_one_sum": "asked",
    "b7_38_amount_not_yet_set": "said",  # 「未定」
    "b7_39_two_tabs_of_one_request": "asked",
    "b7_40_title_year_and_column_year": "asked",
    "b8_05_share_of_one_member": "asked",  # which member asks
    "b8_16_subtotal_wrong_total_right": "asked",
    "b8_17_last_year_twice": "asked",
    "b8_18_row_that_may_not_belong": "asked",
    "b8_19_letters_without_legend": "asked",
    "b9_30_annex_of_a_contract": "asked",
    "b9_38_two_plans_beside": "asked",
    "b9_40_labour_cost_to_leave_out": "asked",
    "b8_20_tabs_for_two_readers": "asked",
    "b10_24_both_columns_of_one_year": "asked",
    "b10_25_column_without_a_heading": "asked",
    "b10_26_links_to_another_book_without_values": "asked",
    "b10_27_note_of_thousands_over_yen": "asked",
    "b10_28_two_projects_beside": "asked",
    "b10_30_title_new_columns_old": "asked",
    "b10_31_filtered_list": "asked",
    "b10_33_amount_still_open": "said",
    "b11_11_two_projects_in_two_tabs": "asked",
    "b11_30_wrong_subtotal": "asked",
    "b11_34_working_sheet": "asked",
    "b11_35_no_year_no_unit": "asked",
    "b11_36_two_plans": "asked",
    "b11_37_three_estimates": "asked",
    "b12_35_neither_unit_nor_year": "asked",
    "b12_37_two_plans": "asked",
    "b12_38_two_projects": "asked",
    "b12_39_an_amount_still_open": "said",
    "b12_40_a_copied_tab": "asked",
    "b13_27_subtotal_wrong": "asked",
    "b13_29_two_plans": "asked",
    "b13_30_bare": "asked",
    "b13_31_two_projects": "asked",
    "b13_32_plan_a_or_b": "asked",
    "b13_35_twice": "asked",
    "b13_40_unknown_mail": "asked",
    "k01_text_in_a_product": "asked",
    "k06_total_of_all_years": "said",
    "k07_request_and_assessed_in_rows": "asked",
    "k09_several_kan": "asked",
    "k10_list_of_projects_by_moku": "asked",
    "k12_mail_adds_to_the_quoted": "asked",
    "k18_brackets_without_words": "asked",
    "k19_list_of_last_years_accounts": "asked",
    "k20_two_lists": "asked",
    "b14_10_waiting_for_price": "said",  # 「国単価公表待ち」
    "b14_29_unit_unknown": "asked",
    "b14_32_published_page": "said",  # its 人件費 is not 人役 × the unit price of the Standard, which no reader can mend
    "b14_40_two_proposals": "asked",
    "j05_shares_without_words": "asked",
    "j06_brought_forward": "asked",  # whether the 補正 is in the request
    "j07_second_request_in_a_tab": "asked",
    "j11_parts_by_chance": "asked",
    "b15_21_two_plans": "asked",
    "b15_29_club_without_unit": "asked",
    "b15_33_dig_amount_awaited": "said",
    "b16_24_two_plans": "asked",
    "b16_35_mail_not_fixed": "said",
    "b17_24_two_proposals": "asked",
    "b17_30_tsv_no_unit": "asked",
    "b17_36_html_groupware_wrong": "said",
    "b18_20_two_quotations": "asked",
    "b18_21_no_unit_no_sum": "asked",
    "b18_22_two_drafts": "asked",
    "b18_28_csv_no_unit": "asked",
    "b18_33_mail_two_plans": "asked",
    "b18_37_html_two_columns": "asked",
    "b19_21_two_tabs_tie": "asked",
    "b19_22_buildings_no_unit": "asked",
    "b19_23_columns_without_names": "asked",
    "b19_24_lowest_highest": "asked",
    "b19_29_csv_no_unit": "asked",
    "b19_35_html_two_columns": "asked",
    "b20_16_school_energy": "said",  # amounts of 円 that are not whole 千円
    "b20_20_culture_two_halls": "asked",
    "b20_21_library_no_unit": "asked",
    "b20_22_welfare_two_tabs": "asked",
    "b20_26_csv_no_unit": "asked",
    "b20_39_no_headings": "asked",
    "b20_40_assembly_requested_twice": "asked",
    "b21_15_lunch_subtotal_wrong": "asked",
    "b21_18_tax_two_units": "asked",
    "b21_19_three_sizes": "asked",
    "b21_20_still_open": "said",  # 「見積依頼中」
    "b21_29_tsv_no_unit": "asked",
    "b21_30_mail_two_variants": "asked",
    "b21_31_a_and_b": "asked",
    "v92_people_alone": "asked",
    "v95_another_sum_in_a_sentence": "asked",
    "v97_field_and_title_of_two_years": "asked",
    "v49_year_of_last_year_alone": "asked",
    "v50_year_from_which_on": "asked",
    "v51_year_in_which_it_was_planned": "asked",
    "v60_last_year_alone_merged": "asked",
    "v65_list_of_the_main_ones": "asked",
    "v71_sentence_of_what_was_asked_for": "asked",
    "v72_sentence_of_what_was_refused": "asked",
    "v74_sentence_two_years_on": "asked",
    "v76_last_year_in_other_words": "asked",
    "v79_halves_with_a_wrong_sum_of_last_year": "asked",
    "v28_whole_less_than_what_is_asked_for": "asked",
    "v30_second_choice_of_a_plan": "asked",
    "v31_halves_with_a_wrong_sum": "asked",
    "v21_units_differ": "asked",
    "v22_years_apart_without_units": "asked",
    "v10_html_list_sum_wrong": "asked",
    "b22_10_two_tabs_no_choice": "asked",
    "b22_17_no_headings": "asked",
    "b22_24_amount_elsewhere": "said",  # 「別途協議」
    "b22_31_csv_two_requests": "asked",
    "b22_36_mail_two_proposals": "asked",
    "b22_40_two_tables_tie": "asked",
    "b23_12_units_contradict": "asked",
    "b23_15_two_projects": "asked",
    "b23_20_ranges": "said",  # 「18,000～24,000」
    "b23_30_tsv_unnamed_columns": "asked",
    "b23_34_arrows": "asked",  # two amounts in a line with an arrow between them are no list
    "b23_35_chat_figures": "asked",
    "b23_40_plans": "asked",
    "b24_21_two_columns_of_one_name": "asked",
    "b24_22_two_tabs_of_one_year": "asked",
    "b24_25_letters_for_headings": "asked",
    "b24_27_export_of_two_projects": "asked",
    "b24_34_columns_without_heading": "asked",
    "b24_40_not_yet_settled": "said",  # 「調整中」
    "b25_06_export_of_two_projects": "asked",
    "b25_08_no_heading": "asked",
    "b25_15_wiki_not_settled": "said",  # 「見積中」
    "b25_16_chat": "asked",
    "b25_24_two_quotations": "asked",
    "b25_39_two_last_tabs": "asked",
    "b26_20_two_drafts": "asked",
    "b26_33_nothing_said": "asked",
    "b26_34_two_tabs_two_drafts": "asked",
    "b26_35_units_disagree": "asked",
    "b26_36_same_heading_twice": "asked",
    "b26_37_still_open": "said",
    "b27_25_camp_two_courses": "asked",
    "b27_26_kindergarten_no_unit": "asked",
    "b27_27_hall_two_tabs": "asked",
    "b27_28_mail_no_headings": "asked",
    "b27_29_two_units": "asked",
    "b27_30_mail_two_estimates": "asked",
    "v82_sentence_of_the_year_before": "refused",
    "v83_sentence_of_sources": "refused",
    "v84_sentence_with_a_wrong_sum": "refused",
    "v87_whole_of_which_a_part_is_asked": "asked",
    "b28_01_html_whole_page": "said",  # its 人件費 is not 人役 × the unit price of the Standard
    "b28_18_html_two_plans": "asked",
    "b28_19_ranges": "asked",  # no amount is settled
    "b28_20_html_no_unit": "asked",
    "b28_38_two_requests": "asked",
    "b28_39_csv_no_unit": "asked",
    "b28_40_amount_twice": "asked",
    "b29_11_two_tabs": "asked",
    "b29_12_other_project_for_reference": "asked",
    "b29_17_figures_only": "asked",
    "b29_24_csv_unit_both_ways": "asked",
    "b29_29_mail_unsettled": "asked",
    "b29_32_mail_ranges": "asked",
    "b29_34_last_year_in_one_sum": "asked",
    "b29_38_same_name_twice": "asked",
    "b30_18_two_drafts": "asked",
    "b30_19_nothing_said": "asked",
    "b30_27_csv_a_and_b": "asked",
    "b30_33_mail_plans": "asked",
    "b30_40_amount_unsettled": "said",
    "b31_17_page_festival_two_requests": "asked",
    "b31_18_page_list_no_unit": "asked",
    "b31_19_copied_no_headings": "asked",
    "b31_38_museum_two_plans": "asked",
    "b31_39_csv_no_unit": "asked",
    "b31_40_plant_protection_two_tabs": "asked",
    "b32_19_two_tabs_tie": "asked",
    "b32_21_bare_figures": "asked",
    "b32_24_amount_to_come": "said",
    "b32_29_csv_two_amounts": "asked",
    "b32_34_two_ways": "asked",
    "b32_40_twice": "asked",
    "h02_cumulated_quarters": "asked",
    "h03_hidden_older": "asked",
    "h15_income_beside": "asked",
    "h19_less_last_budget": "asked",
    "h20_difference_reversed": "asked",
    "h26_months_no_sum": "asked",
    "h28_sources_a_b": "asked",
    "h29_title_left": "asked",
    "h34_previous_of_groups": "asked",
    "h38_in_another_line": "said",
    "h39_dated_versions": "asked",
    "h41_contract_term": "without its name",
    "h43_words_for_last_year": "said",
    "h50_sum_left_parts_right": "asked",
    "h52_section_bureau": "asked",
    "h53_total_in_yen": "said",
    "h62_broken_heading": "asked",
    "b33_18_no_unit": "asked",
    "b33_20_two_plans": "asked",
    "b33_34_two_projects": "asked",
    "k201_budget_and_settled": "asked",
    "k207_about": "said",
    "k208_slash": "kept",
    "k209_plans_in_rows": "asked",
    "k210_two_in_column": "asked",
    "k211_request_cut_result": "asked",
    "k216_unit_on_total": "asked",
    "k219_line_names_numbers": "asked",
    "k221_head_differs": "said",
    "k224_mail_quoted": "without its name",
    "k227_equal_lines": "asked",
    "k234_accounts": "asked",
    "k236_copy_changed": "asked",
    "k241_share_under_another_word": "asked",
    "b34_23_two_projects_asked": "asked",
    "b34_29_no_unit_asked": "asked",
    "b34_30_two_proposals_asked": "asked",
    "b40_13_children": "asked",  # asked without need
    "b40_17_no_unit": "asked",
    "b40_29_two_plans": "asked",
    "b40_35_crafts_tabs": "asked",  # asked without need
    "b40_37_two_projects": "asked",
    "b41_03_marine_litter_tabs": "asked",  # asked without need
    "b41_19_gym_no_unit": "asked",
    "b41_20_bus_two_plans": "asked",
    "b41_22_sales_purpose_amounts": "asked",  # asked without need
    "b41_36_housing_no_unit": "asked",
    "b35_20_no_unit_asked": "asked",
    "b35_21_two_projects_asked": "asked",
    "b35_22_two_plans_asked": "asked",
    "i10_rest_alone": "asked",
    "i22_source_alone": "asked",  # nothing stands below 「財源」 but the costs
    "b36_25_town_no_unit": "asked",
    "b36_26_city_two_plans": "asked",
    "b38_01_page_total_cost": "said",  # its 人件費 is not 人役 × the unit price of the Standard
    "b38_02_copied_total_cost": "said",
    "b38_16_unit_nowhere": "asked",
    "b38_28_copied_two_plans": "asked",
    "b38_31_two_projects": "asked",
    "b37_17_unit_nowhere": "asked",
    "b37_19_two_plans": "asked",
    "b37_31_two_projects": "asked",
    "b39_19_no_unit": "asked",
    "b39_29_two_drafts": "asked",
    "b39_35_two_projects": "asked",
    "l_b09_dl_brackets": "asked",
    "l_k09_two_years_in_a_cell": "asked",
    "l_g11_two": "asked",  # two amounts behind dots, named by a note alone
    "l_g12_two": "asked",
    "l_g13_two": "asked",
    "l_g14_two": "asked",
    "l_g15_two": "asked",
    "l_g16_two": "asked",
    "l_h11_address": "asked",
    "l_i06_sentence": "asked",  # the year stands in a sentence that asks for nothing
    "ly07_difference_too": "asked",  # three figures in each line of a list
    "ly16_sentence_beside": "asked",
    "m24_wiki_table": "asked",
    "m33_two_projects_records": "asked",
    "m34_two_projects_cells": "asked",
    "m35_cells_unit_unknown": "asked",
    "m36_two_plans_div": "asked",
    "m37_br_wrong_count": "said",
    "m45_h3_with_figures_in_p": "refused",
    "m47_arrow_left": "asked",
    "lx05_colon_arrow": "asked",
    "lx07_two_rows_each": "asked",
    "lx14_attributes_table": "asked",
    "v94_less_unsaid": "asked",
    "v95_less_new": "asked",
    "v96_less_blank": "asked",
    "v97_less_in_yen": "asked",
    "v98_less_before_last": "asked",
    "v99_rate_alone": "asked",
    "v100_more_than_asked": "asked",
    "v104_unit_over_price": "asked",
    "v111_less_of_settled": "asked",
    "v112_less_of_last_request": "asked",
    "v113_less_supplementary": "asked",
    "v101_less_wrong_total": "said",
    "v124_sum_by_chance": "asked",
    "v126_months": "asked",
    "v129_nearly_the_sum": "asked",
}
"""What each gives that is not simply right."""


class Row(NamedTuple):
    """A line as it came in, 千円."""

    object_class: str
    text: str
    amount: int
    previous: int
    parts: tuple[Row, ...]


def row_of(line: LineTotals) -> Row:
    """A line with its parts."""
    return Row(
        plain(line.line.object_class),
        plain(line.line.text),
        int(line.amount.value or 0),
        int(line.previous.value or 0),
        tuple(map(row_of, line.parts)),
    )


def is_called(row: Row, name: str) -> bool:
    """Whether a line has a name in its 内容, or is named by its 節 or by both."""
    return name in row.text or name in (row.object_class, row.object_class + row.text)


def lines_differ(rows: Sequence[Row], wanted: Sequence[Item]) -> str:
    """The first line that is missing or too many; parts of a line that is right may be finer than the truth."""
    rest = list(wanted)

    def walk(row: Row, *, is_part: bool) -> Iterator[str]:
        fits = (
            bool(rest)
            and is_called(row, plain(rest[0][0]))
            and (row.amount, row.previous) == (rest[0][1] or 0, rest[0][2] or 0)
        )
        if fits:
            rest.pop(0)
        elif not is_part and not row.parts and (row.amount or row.previous):
            yield f"line {row.text!r}"
        for part in row.parts:
            yield from walk(part, is_part=is_part or fits)

    wrong = [found for row in rows for found in walk(row, is_part=False)]
    return next(iter(wrong), "") or (f"missing {rest[0]}" if rest else "")


def differs(snapshot: Snapshot, truth: Truth) -> str:
    """The first thing that came in otherwise than it is; "" for none."""
    header, totals = snapshot.request.header, snapshot.totals
    year = fiscal_year.parse(header.fiscal_year)
    if year is None or year.year != 2018 + truth.year:
        return f"year {header.fiscal_year!r}"
    if truth.must != "finding" and (totals.amount.value or 0) != truth.total:
        return f"total {totals.amount.value}"
    if truth.must != "finding" and (totals.previous.value or 0) != (truth.previous or 0):
        return f"previous {totals.previous.value}"
    rows = [row_of(line) for group in totals.groups for line in group.lines]
    if sum(row.amount for row in rows) != truth.total:
        return "the lines add up otherwise"
    if wrong := lines_differ(rows, truth.lines):
        return wrong
    return f"name {header.name!r}" if truth.name and plain(header.name) != plain(truth.name) else ""


def came(fresh: Fresh, folder: Path) -> str:
    """What comes of a file: right, a finding of a wrong total or silent about it, asked, said, kept, refused, without a name, or wrong without a word."""
    path = folder / f"{fresh.name}{fresh.ending}"
    fresh.write(path)
    standard = samples.standard()
    try:
        reading = read_source(path, standard, STANDARD_FOLDER)
    except FileError:
        return "refused"
    if isinstance(reading, BookReading) and (lost := next(unaccounted(reading), "")):
        return f"wrong: {lost}"
    if questions(reading):
        return "asked"
    snapshot = take_snapshot(reading.request, standard, kept=samples.kept())
    wrong = differs(snapshot, fresh.truth)
    is_finding = not wrong and fresh.truth.must == "finding"
    if said := errors(snapshot):
        return "finding" if is_finding and any("合計" in message for message in said) else "said"
    if is_finding:
        return "silent"
    if not wrong:
        return "right" if fresh.truth.must == "right" else "wrong: nothing was asked or said"
    if wrong.startswith("name ''"):
        return "without its name"
    held = plain(str(msgspec.to_builtins(reading.request)))
    if not any(line.amount.value for group in snapshot.totals.groups for line in group.lines) and all(
        plain(text) in held for text, *_ in fresh.truth.lines
    ):
        return "kept"
    return f"wrong: {wrong}"


OLDER: Final[tuple[Fresh, ...]] = (
    *FRESH,
    *batch1.BATCH,
    *batch2.BATCH,
    *batch3.BATCH,
    *batch4.BATCH,
    *batch5.BATCH,
    *batch6.BATCH,
    *batch7.BATCH,
    *batch8.BATCH,
    *batch9.BATCH,
    *batch10.BATCH,
    *batch11.BATCH,
    *batch12.BATCH,
    *batch13.BATCH,
    *batch14.BATCH,
    *batch15.BATCH,
    *batch16.BATCH,
    *batch17.BATCH,
    *batch18.BATCH,
    *batch19.BATCH,
    *batch20.BATCH,
    *batch21.BATCH,
    *batch22.BATCH,
    *batch23.BATCH,
    *batch24.BATCH,
    *batch25.BATCH,
    *batch26.BATCH,
    *batch27.BATCH,
    *batch28.BATCH,
    *batch29.BATCH,
    *batch30.BATCH,
    *batch31.BATCH,
    *batch32.BATCH,
    *batch33.BATCH,
    *batch34.BATCH,
    *batch35.BATCH,
    *batch36.BATCH,
)
"""What strangers wrote before the newest batches, in which many are of one kind: the plain run reads every ninth."""
VARIED: Final[tuple[Fresh, ...]] = (
    *own.BATCH,
    *tried.BATCH,
    *variants.BATCH,
)
"""Variations by the hand that wrote the reader: the plain run reads every third."""
NEWER: Final[tuple[Fresh, ...]] = (
    *batch37.BATCH,
    *batch38.BATCH,
    *batch39.BATCH,
    *batch40.BATCH,
    *batch41.BATCH,
    *hunted.BATCH,
    *income.BATCH,
    *page_layouts.BATCH,
    *page_layouts_more.BATCH,
    *page_layouts_last.BATCH,
    *page_layouts_kinds.BATCH,
)
EVERY: Final = (*OLDER, *VARIED, *NEWER)


@pytest.mark.parametrize(
    "fresh", [*every_ninth(OLDER), *every_third(VARIED), *NEWER], ids=lambda fresh: fresh.name
)
def test_what_a_fresh_table_gives(fresh: Fresh, tmp_path: Path) -> None:
    """A figure is right, or it is asked or said; nothing comes in wrong without a word, and no cell with a number is lost."""
    told = fresh.truth.must if fresh.truth.must == "finding" else "right"
    assert came(fresh, tmp_path) == GIVES.get(fresh.name, told)
