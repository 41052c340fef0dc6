"""How a text of the request is built: its titles, paragraphs, lists and tables, from the numbers and marks in it.

Page and paper show the same structure. Every character of the text stands in it once, in order, so that a face which
writes them all gives the text back exactly. Imports of model only ``model.values``. Read ``structure.structure`` first.
"""
