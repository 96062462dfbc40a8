"""Vietnamese as news writes it: tokens, phrases, numbers, and closed lists of words."""
