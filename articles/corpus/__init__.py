"""Synthetic stories for measuring: any number of them, the same for the same seed, plainly made up."""
