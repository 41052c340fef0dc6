"""What a start leaves for after the first paint, beside the panes themselves: imports, and a heap that later collections leave out."""

from __future__ import annotations

import gc
from collections.abc import Iterator


def freeze_heap() -> None:
    """Exclude all present objects from later garbage collections, which would delay one keystroke in a hundred."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.enable()  # while the program starts there are none: almost nothing of what it makes then is garbage


def import_rest() -> Iterator[None]:
    """Import what the first paint does without, a little at a time."""
    from ui.costs import cost_table  # noqa: F401

    yield
    from model.edits import prices  # noqa: F401
    from model.values import selection_sum  # noqa: F401
    from ui.form import narrative  # noqa: F401

    yield
    from model.checks.claims import claimed_commitments, claimed_counts, claimed_figures  # noqa: F401

    yield
    from model.checks.cost_lines import object_class_choice  # noqa: F401
    from model.checks.form import judgement  # noqa: F401
    from model.checks.later_years import multi_year  # noqa: F401

    yield
    from model.checks import rulebook  # noqa: F401

    yield
