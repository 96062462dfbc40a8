"""The parts of registry pages that stand on them dozens of times, put together without a template.

A page of the roll shows sixty entries, as many totals and hundreds of choices: as templates within
templates they took longer than everything that the database does for them.
"""
