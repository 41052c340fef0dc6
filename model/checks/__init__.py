"""The rulebook: every check is a pure function whose docstring is the rule; ``rulebook`` lists them all.

Which rules are on and how severe they are is in the Standard. A finding never blocks anything.

Imports ``names`` and below. Read ``rule.py`` first, then ``run.check``, which runs them all, and any check, as ``pay.py``.
How a rule is added is said in docs/developing.md.
"""

from model.checks.finding import QUESTION_LABEL, SEVERITY_LABELS, Finding, Findings, Fix

__all__ = ["QUESTION_LABEL", "SEVERITY_LABELS", "Finding", "Findings", "Fix"]
