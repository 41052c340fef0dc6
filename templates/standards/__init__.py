"""The folders of the governments whose sheet can be written, and of what they have in common (japan): data only, no Python."""
