"""Which rows of a table are sums, parts, carried over: by arithmetic first, by words only where arithmetic leaves it open.

A row that equals the sum of rows above it is a total, whatever it is called. A row whose figures are those of the rows set
in below it has these for its parts. What a row adds up is never added once more.

``figures`` has the values, ``totals`` what the rows are where it is given which stand under others, ``row_kinds`` tries each way in
which they may do so, and chooses. Imports model alone. Read ``row_kinds.row_kinds`` first.
"""
