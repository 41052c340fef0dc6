"""Everything that is derived from a request: sums, labour cost, funding, 調書, taxes, unit prices.

The values that it returns are those of ``figures``. Imports ``claims`` and below. Read ``totals.totals`` first.
"""
