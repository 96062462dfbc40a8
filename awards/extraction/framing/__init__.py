"""Verbs of giving and receiving with what stands around them."""
