"""What comes in: published pages, workbooks, copied text, each as a Reading with what was not understood.

Imports ``workbook``, ``page``, ``sheet``. Read ``sources.read_source`` first.
"""
