"""What a request is filed under among those of others: its ids, year, budget, sheet, stage, edition, department and section.

For whoever keeps many requests apart and together: the flat sheets of the workbook, a register. Imports ``standard`` and below.
Read ``request_keys.request_keys`` first.
"""
