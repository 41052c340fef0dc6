"""積算: the calculation behind a cost line, read as staff write it, worked out exactly and printed again.

    text ── parse ─► Basis | Trouble          grammar.lark, reading, unconverted, building, units
    Basis ── print_basis ─► text              printing; read again it is the same basis
    Basis ── evaluate ─► Outcome              quantity, evaluating, results; exact 千円, the writer's results in place
    Outcome.results ── difference_hint        typing_errors: what a wrong result looks like
    keys in an amount cell ── looks_like_basis

Never a float, never ``eval``. The parser's library is imported when the first text is read, or by ``reading.prepare``.

Imports ``values``. Read ``terms.py`` first, then ``reading.parse`` and ``evaluating.evaluate``.
"""
