"""Pictures: checked when they come in, made into renditions once, shown from those."""
