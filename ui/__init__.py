"""The window: Qt only. Shows Snapshots and sends edits; decides nothing, computes no figure."""
