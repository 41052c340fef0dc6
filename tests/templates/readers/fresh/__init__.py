"""Tables that were written before the reader had seen any of them, in the order in which they were tried."""
