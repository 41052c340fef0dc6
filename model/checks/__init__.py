"""The rulebook: every check is a pure function whose docstring is the rule; ``rulebook`` lists them all.

Which rules are on and how severe they are is in the Standard. A finding never blocks anything. The files say what a check
and a finding are; the rooms hold the checks by what they examine: ``cost_lines``, ``funding``, ``later_years``, ``stages``,
``claims`` (what a text says of figures), ``writing``, and ``form`` for the rest of the form.

Imports ``names`` and below. Read ``rule.py`` first, then ``run.check``, which runs them all, and any check, as
``cost_lines/pay.py``.
How a rule is added is said in docs/developing.md.
"""

from model.checks.finding import QUESTION_LABEL, SEVERITY_LABELS, Finding, Findings, Fix

__all__ = ["QUESTION_LABEL", "SEVERITY_LABELS", "Finding", "Findings", "Fix"]
