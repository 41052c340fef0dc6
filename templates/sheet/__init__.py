"""The sheet laid out once for every face: blocks, tables, cells, with their labels and figures.

Imports model, no other room of templates. Read ``sheet.lay_out`` first.
"""
