"""Any workbook or table that is not ours, read by its labels: its head, year and 事業, its fixed tables, its cost tables.

Imports ``tables``, ``books`` and the files of ``readers``, not ``workbook``, which calls it. Read ``foreign.py`` first: it calls the rest in order.
"""
