"""What is checked of the lines of the cost tables: their calculation, sums, 節, marks, prices and tax, and last year beside them.

Imports what ``checks`` says a check is, and no other room of the rulebook. Read ``arithmetic.py`` first.
"""
