"""The standard sheet, out and in. May import model, jinja2 and openpyxl; never Qt or ui."""
