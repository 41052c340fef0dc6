"""The commands without a screen: check, export, import, next-year, demo, rules. Imports every room of templates.

Read ``check.check`` first.
"""
