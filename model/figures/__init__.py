"""The results of a calculation as values: a figure, the sums of lines, the totals of a request. ``totals`` makes them.

Imports ``standard`` and below. Read ``figures.Totals`` first.
"""
