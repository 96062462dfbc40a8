"""The list of a decision: read from cells, tried against the registry, recorded and undone as one."""
