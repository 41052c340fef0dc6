"""What a request is and what is true of it. May import neither Qt nor openpyxl, jinja2, templates or ui."""
