"""Formulas of the workbook: calculations (積算) and sums in Excel's words, rounded as the sheet rounds.

Imports model and ``sheet``. Read ``formula`` first.
"""
