"""The paper: the sheet as pages of A4 for PDF, print and preview, set by Typst.

Imports model, ``sheet``, ``narrative`` and ``pictures``; Typst only where a page is set. Read ``layout.paper`` first, then ``press.Press``.
"""
