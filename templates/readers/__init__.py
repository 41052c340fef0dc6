"""Readers of published pages, workbooks and copied text; each returns a Reading with what was unread.

Imports ``workbook``, ``page``, ``sheet``. Read ``sources.read_source`` first.
"""
