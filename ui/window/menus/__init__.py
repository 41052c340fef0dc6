"""The menus of the window: each entry with its words and keys (``actions``), and when it can be chosen.

A file for each of the large menus (``file_menu``, ``edit_menu``, ``view_menu``); what an entry does is in ``commands`` and ``files``.
Imports these, and of the window what makes its parts on demand. Read ``menu_bar.Menus`` first.
"""
