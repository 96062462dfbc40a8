"""What the registry puts into the places that stories offer."""

from newsroom import places


def fill():
    """Called once at start-up, from AppConfig.ready()."""
