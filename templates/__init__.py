"""The standard sheet, out and in. Imports model; no Qt, nothing of ui.

Read ``sheet/sheet.py`` first: page and workbook are its faces; ``readers`` lead back to a request.
"""
