"""Cost tables of a published page: from the words of its text to grids for the engine of all tables.

``table_headings`` finds where one starts, ``text_layouts`` and ``placed_words`` lay its words out in rows and columns in each way
in which they may have stood, ``cost_grids`` reads one such grid, ``cost_tables`` chooses among them, for a section of a
published page or, as grids, for any other text; ``table_like`` says what looks like a table and was not read. Imports the pieces of ``page`` and the engine. Read ``cost_tables`` first.
"""
