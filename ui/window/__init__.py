"""The window: menus, the view of the open document, and what is written of it for others.

Its rooms: what the menus do (``commands``), the file of the document (``files``), its paper, its search, and the shelf of a
section's requests. Imports every room of ui but the desk. Read ``main_window.MainWindow`` first.
"""
