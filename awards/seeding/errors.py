class SeedError(Exception):
    """The sources of the fixtures contradict themselves; `faults` has a line for each fault."""

    def __init__(self, faults: list[str]):
        super().__init__("\n".join(faults))
        self.faults = faults
