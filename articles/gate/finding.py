"""What the gate finds: one remark on one place of a story."""

from dataclasses import dataclass
from hashlib import blake2s

# Where a field of the snapshot has no input of its own on the form.
_ANCHORS = {"bylines": "bylines-heading", "corrections": "corrections-heading"}


@dataclass(frozen=True)
class Finding:
    """A remark for editors, on a field of the form or on a block of the body.

    A required one keeps the story from readers. Any other can be ticked off with a reason, and
    comes back when its `subject`, the words or the value that it is about, changes.
    """

    code: str
    says: str
    field: str = ""
    block: str = ""
    subject: str = ""
    required: bool = False

    @property
    def anchor(self) -> str:
        """The id of the place on the form."""
        return self.block or _ANCHORS.get(self.field, f"id_{self.field}")

    @property
    def fingerprint(self) -> str:
        about = "\0".join((self.code, self.field, self.block, self.subject))
        return blake2s(about.encode(errors="surrogatepass"), digest_size=16).hexdigest()
