"""What places and figures are called in sentences for the user, and how a figure came about, in the words of the form.

Imports ``totals`` and below. Read ``place_names.py`` first.
"""
