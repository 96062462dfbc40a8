"""A sentence as a row of the few things that matter for honours."""
