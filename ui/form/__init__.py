"""The form: the sheet's sections as cards, in its order. Imports ``commitments`` and below. Read ``form_page.FormPage`` first."""
