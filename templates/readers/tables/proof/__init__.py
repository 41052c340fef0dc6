"""Each figure of an understood table accounted for: taken, derived, of another kind, said, or asked; and each decision as a sentence.

Imports the columns and sums of ``tables``. Read ``account`` and ``proof.accounted`` first.
"""
