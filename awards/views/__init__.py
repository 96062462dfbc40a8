"""Reader pages of the registry."""
