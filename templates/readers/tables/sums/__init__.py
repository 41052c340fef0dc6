"""Which rows of a table are sums, parts, carried over: by arithmetic first, by words only where arithmetic leaves it open.

A row that equals the sum of rows above it is a total, whatever it is called. A row whose figures are those of the rows set
in below it has these for its parts. What a row adds up is never added once more.

``figures`` has the values, ``depths`` each way in which rows may stand under one another, ``totals`` what the rows are in one of
these ways, ``row_kinds`` chooses among them. Imports model alone. Read ``row_kinds.row_kinds`` first.
"""
