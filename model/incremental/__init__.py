"""The one way of not computing again: results of pure functions, kept from run to run.

A document owns two ``Results`` and passes them to ``totals.totals`` and ``checks/run``, the cost table on the screen one for
its rows; everything that does not take them computes anew. Imports nothing of the program. Read ``results.py``: its contract is the whole of it.
"""
