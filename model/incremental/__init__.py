"""The one way of not computing again: results of pure functions, kept from run to run. Imports nothing of the program.

Read results.py: its contract is the whole of it. A document owns two and passes them to the totals and to the
rulebook; every function that does not take them computes anew.
"""
