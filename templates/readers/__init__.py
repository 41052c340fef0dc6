"""Readers of what comes from outside: request files, published pages and workbooks, and blocks of cells that are pasted.

A file gives a ``reading.Reading``: the request, and what was not understood. ``sources`` says by its content what a file is;
``books`` reads whatever holds tables into cells; ``own_page`` and the other rooms understand one kind each: pages of others,
workbooks, and what is pasted into a table.

``review`` has a book as a person decides about it, with the same decisions as the engine; ``remembered`` what was decided before.

Imports model and the rooms ``workbook``, ``page`` and ``sheet``, whose faces are read back. Read ``sources.read_source`` first.
"""
