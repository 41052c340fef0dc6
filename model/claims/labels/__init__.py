"""What of one sheet a word or an amount of a text may mean: names of lines and tables, labels of figures, all known figures.

Imports ``figures`` and below, and ``texts`` and ``quantities`` of ``claims``. Read ``line_names.py`` first.
"""
