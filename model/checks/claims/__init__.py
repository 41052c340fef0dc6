"""What a text says of the sheet's figures, held against them: amounts, counts, products, years, commitments, parts.

A sentence that can be read in two ways is skipped. ``model/claims`` reads the sentences; here they are compared.
Imports what ``checks`` says a check is, and no other room of the rulebook. Read ``claimed_figures.py`` first.
"""
