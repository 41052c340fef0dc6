"""Results kept for the parts of a request that an edit left alone. Imports nothing of the program."""
