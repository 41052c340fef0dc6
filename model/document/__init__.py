"""The open document (edit, undo, redo), its snapshot, and the request file.

Imports every room of ``model`` but ``next_year``. Read ``document.Document`` first.
"""
