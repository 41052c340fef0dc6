"""A block of cells copied from another program, as the lines of a cost table.

Imports model and, of the readers, ``labels`` and ``workbook``. Read ``pasted_table.py`` first.
"""
