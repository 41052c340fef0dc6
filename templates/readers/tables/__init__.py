"""The one engine for tables that come in: from cells of any source to the lines of a cost table, proven or asked.

    Sheet ── cells_of_lines, lists, noted ─► Sheet            several costs in a row of cells, a list of amounts, a note for headings
    Sheet ── turned, by_year, parted ─► Sheet                 a table on its side, a year in each row, two in a column
    cells ── Grid ─► find_headings ─► Headings                 heading_rows, side_by_side, headings: which rows name the columns, of which tables, in what words
    Headings ── body_rows, title_of ─► its rows, its title     body: where it ends
    columns ── roles_of ─► roles, Question                     roles: the years; name_columns: the names; relations: what figures prove
    amounts ── unit_of ─► unit                                 table_unit, units, calculations: note, heading, format, products
    rows ── rows_of ─► lines, parts, totals                    rows; calling, sums: by arithmetic first, then by words
    RawTable ── understand ─► Understood                       understanding: these steps, one after the other
    Understood ── checked, accounted ─► Question, Unread       proof: each sum and figure is taken, derived, explained, said, or asked
    Understood ── cost_group ─► CostGroup                      lines
    tables of all tabs ── related ─► what is taken once        tabs: summary, detail, repetition
    Decisions, Choices ─► the same again, as a person decided  decisions, reasons

A decision is proven by the arithmetic of the table, or plain by its words; any other becomes a ``Question``. Words never
decide against arithmetic. Nothing here knows from which kind of source the cells came.

Imports model and, of the readers, ``books``, ``labels`` and ``reading``. Read ``understanding.understand`` first.
"""
