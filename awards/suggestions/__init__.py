"""What a story's words suggest to the registry: each statement beside what is recorded already."""
