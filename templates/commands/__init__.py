"""The commands without a screen: sample, demo, check, export, import, next-year, rules, schema.

Imports model and every room of templates. Read ``command_line.run_command`` first.
"""
