"""The request's file: opened, saved, kept safe meanwhile, shared with others; all of it beside the event loop.

Imports the rooms of ``ui``, and of the window the questions and what the window is to it. Read
``request_files.RequestFiles`` first.
"""
