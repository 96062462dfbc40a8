"""The desk page and what leads from it: panels, commands, saved filters, output of a month."""
