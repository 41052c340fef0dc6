"""The one engine for tables that come in: from cells of any source to the lines of a cost table, proven or asked.

    cells ── Grid ─► find_headings ─► Headings           grid, headings: which rows name the columns
    Headings ── choose_columns ─► Columns                 columns, units: what each column holds, by words, years, arithmetic
    rows ── row_kinds ─► lines, parts, totals             sums: by arithmetic first, then by words
    Understood ── cost_group ─► CostGroup, questions      understanding, lines
    Understood ── reasons ─► evidence in sentences        reasons: why each column, row and unit is read so
    tables of all tabs ── related ─► what is taken once   tabs: summary, detail, repetition, another year

A decision is proven by the arithmetic of the table, or plain by its words; any other becomes a ``Question``. Words never
decide against arithmetic. Nothing here knows from which kind of source the cells came.

Imports model and, of the readers, ``labels`` and ``reading``. Read ``understanding.understand`` first.
"""
