"""The published page, by jinja2. Imports model, ``sheet`` and ``narrative``. Read ``html.render`` first."""
