"""A block of cells copied from another program, as the lines of a cost table.

Imports ``readers`` beside it and below. Read ``pasted_table.py`` first.
"""
