"""A block of cells copied from another program, as the lines of a cost table: read by the engine, proven or asked.

    block ── block_sheet ─► Sheet ── read_block ─► Understood   by its headings, or placed_columns by the table's order
    ReadBlock ── pasted_lines ─► PastedTable, sentence           what goes in, what stayed out, whether the total agrees
    ReadBlock ── pasted_proof ─► questions                       where there is one, nothing goes in before it is decided

``copied_rows`` has what was copied from our own tables, which needs no reading.

Imports model and, of the readers, ``tables``, ``books`` and ``labels``. Read ``pasted_table.understand`` first.
"""
