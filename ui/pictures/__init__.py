"""The pictures of a request in the window: painted from the drawings that page and paper show too. Made when asked for.

Imports ``widgets`` and templates.pictures. Read ``pictures_pane.py`` first.
"""
