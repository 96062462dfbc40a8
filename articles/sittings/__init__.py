"""People at the open forms of a story: saving by itself, texts that came too late, who else is here."""
