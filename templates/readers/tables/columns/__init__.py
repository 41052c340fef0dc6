"""What the columns of a table are, before its rows are known: names, years, units, and what their figures prove of each other.

Imports the grid and the questions of ``tables``. Read ``columns`` first.
"""
