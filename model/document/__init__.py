"""The open document (edit, undo, redo), its snapshot, and the request file.

Imports ``edits``, ``checks``, ``totals`` and below; every room of ``model`` but ``next_year``. Read ``document.Document`` first,
then ``storage.py`` for the file; ``unsaved.py`` and ``history.py`` are what is kept of it meanwhile.
"""
