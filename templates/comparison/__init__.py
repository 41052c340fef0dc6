"""The faces of a comparison: a printable page, a workbook, lines of text, JSON; all of the same table.

Imports ``workbook``, ``page`` and ``model``. Read ``comparison_table.py`` first.
"""
