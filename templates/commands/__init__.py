"""The commands without a screen: check, export, import, next-year, demo, rules. Imports every room of templates.

Read ``command_line.run_command`` first.
"""
