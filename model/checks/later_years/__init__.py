"""What is checked of all that binds later years: 債務負担行為, 継続費, 繰越, and this year's request beside it.

Imports what ``checks`` says a check is, and no other room of the rulebook. Read ``commitments.py`` first.
"""
