"""The outside judges of `make audit`: tools that others wrote, before the site as `make run` serves it.

Each of them is also shown a page that is broken on purpose, and has to say so.
"""
