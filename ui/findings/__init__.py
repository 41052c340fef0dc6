"""Findings and the 質問票 beside the form. Imports ``tables`` and below. Read ``findings_pane.py`` first."""
