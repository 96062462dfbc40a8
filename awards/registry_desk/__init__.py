"""The registry editor's desk: one page of everything that waits, each line one step from its answer."""
