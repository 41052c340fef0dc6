"""The published page, by jinja2. Imports ``sheet``. Read ``html.render`` first."""
