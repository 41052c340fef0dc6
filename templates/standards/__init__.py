"""The folders of the governments whose sheet can be written: data only, no Python."""
