"""Linked figures in the texts of the form: offered while typing, chosen from a list, followed to their source.

Imports ``tables`` and ``widgets``. Read ``linking.py`` first.
"""
