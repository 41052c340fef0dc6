"""The commands without a screen: those of files (check, export, import …) and those of the desk (collect, assess …).

Imports model and every room of templates. Read ``command_line.run_command`` first.
"""
