"""A section's shelf: the requests of a folder in a table, read beside the window in pieces, with what is done to many of them.

Imports the rooms of ``ui`` and ``ui.window.files``; ``model.shelf`` says what a row holds. Read ``shelf.Shelf`` first.
"""
