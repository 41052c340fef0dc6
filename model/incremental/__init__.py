"""The one way of not computing again: results of pure functions, kept from run to run. Imports nothing of the program.

Read results.py: its contract is the whole of it. Whoever edits a request owns Results and passes them to ``totals`` and
``check``; everything that does not take them computes anew.
"""
