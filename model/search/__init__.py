"""Search and replacement over a whole request: its texts, lines, remarks, calculations and figures.

What can be found is made from the outline of a request (``model/differences/outline``), so that no field can be missed; what is
replaced is set by the edits of its place. Imports ``differences``, ``edits``, ``totals`` and below. Read ``searching.py`` first.
"""
