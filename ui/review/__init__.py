"""Pages that are read before something is opened or exported. Imports ``form`` and below. Read ``review_page.py`` first."""
