"""Who is named: people and bodies, without what only stands around their names."""
