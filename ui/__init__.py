"""The window. Qt only: it shows Snapshots and sends edits; it decides nothing and computes no figure.

Read ``window/main_window.py`` first.
"""
