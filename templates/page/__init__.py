"""The published page, by jinja2. Imports model and ``sheet``. Read ``html.render`` first."""
