"""What places and figures are called and how they are explained, in the words of the form.

Imports ``totals`` and below. Read ``place_names.py`` first.
"""
