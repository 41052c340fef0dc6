"""What a request is and what is true of it. Imports no Qt, openpyxl, jinja2 or lxml, nor templates or ui.

Read ``request/request.py`` first, then ``totals/totals.py`` and ``document/document.py``.
"""
