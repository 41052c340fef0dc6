"""The public site: the pages of all requests of a budget up to a stage, lists of them by 部局 and 款, a search, and the same figures as open data.

What may be published of a request is decided by ``page``; of the register the lists take names and amounts only.

Imports model, the page's room and below. Read ``publishing.publish`` first, then ``entries``, ``lists`` and ``open_data``.
"""
