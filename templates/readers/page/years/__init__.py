"""Tables of a published page whose columns or rows are years: 継続費, 年次計画, 債務負担行為.

Imports the pieces, the tables of figures and the parts of ``page``. Read ``year_tables`` first: it decides which of the two readers a table is for.
"""
