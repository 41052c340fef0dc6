"""Commitments (債務負担行為) and continuing expenses (継続費). Imports ``costs`` and below. Read ``commitment_detail.py`` first."""
