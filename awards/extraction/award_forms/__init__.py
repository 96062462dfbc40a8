"""Forms of award as a text mentions them, with class, number and authority."""
