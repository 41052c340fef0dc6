"""What the menus and the command palette do with the open document.

Imports the view, files and dialogs of ``window``. Read ``view_actions`` and ``pane_actions`` first.
"""
