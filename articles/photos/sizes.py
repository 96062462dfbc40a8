"""Sizes of pictures that pages state, in pixels."""

PLATE_SIZE = (1600, 1067)
SOCIAL_SIZE = (1200, 630)
