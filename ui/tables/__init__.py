"""Tables as Excel has them: cells, keys, paste, selection; one model class for what a table shows.

Imports ``widgets``. Read ``sheet_table.SheetTable`` first.
"""
