"""The window: menus, the view of the open document, what is compared, imported and written for others; its file in ``files``.

Imports every room of ui. Read ``main_window.MainWindow`` first.
"""
