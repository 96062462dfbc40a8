"""From frames to statements of honours."""
