"""The window: menus, files, the view of the open document. Imports every room of ui. Read ``main_window.MainWindow`` first."""
