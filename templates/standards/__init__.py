"""The folders of the governments whose sheet can be written, and of what they have in common (japan): data only, no Python.

Read example/standard.toml first, then the comments of tottori's files. How one is added is said in docs/developing.md.
"""
