"""Everything that is derived from a request: sums, labour cost, funding, 調書, taxes, unit prices.

Imports ``figures``, ``claims`` and below. Read ``totals.totals`` first.
"""
