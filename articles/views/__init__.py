"""Pages for readers, a module per kind of page."""
