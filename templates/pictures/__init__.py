"""Pictures of a request: its figures as a small declared drawing, for page, paper and window, and as SVG.

Every figure comes from the sheet or the totals; nothing is summed here. Imports model and ``sheet``, no Qt. Read
``pictures.pictures`` first, then ``drawing``.
"""
