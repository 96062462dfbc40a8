"""ES modules that consist of others: `import "./name.js";`, one a line.

Collected, such a module carries its parts, so that a phone asks once where it would ask a dozen times, the second
half of them only after the first. Parts may take names from siblings, `import { say } from "./say.js";`, and give
functions and constants. A module that takes names itself is left as it is: its siblings may be shared with others.
"""

import posixpath
import re
from collections.abc import Callable

PART = re.compile(r'^import "(\./[^"]+)";\n', re.MULTILINE)
TAKEN = re.compile(r'^import (\{[^}]+\}) from "(\./[^"]+)";\n', re.MULTILINE)
NAMES = re.compile(r"^import [\w*{]", re.MULTILINE)
GIVEN = re.compile(r"^export ((?:async )?function|const) (\w+)", re.MULTILINE)
COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
NOT_UNDERSTOOD = re.compile(r"^(?:import\b(?!\()|export\b).*", re.MULTILINE)


def consists_of_others(text: str) -> bool:
    """Whether the module is one that carries its parts."""
    return bool(PART.search(text)) and not NAMES.search(text)


def gathered(name: str, text_of: Callable[[str], str]) -> str:
    """The module with its parts before it, each in a scope of its own, without comments that fill a line.

    `text_of` gives the source by the name of a static file. Raises ValueError for an import or export of a kind
    that is not understood here.
    """
    scopes: dict[str, str] = {}  # by module, each after those that it takes from

    def sibling(of: str, address: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(of), address))

    def scope_of(module: str) -> str:
        return f"part_{re.sub(r'[^a-z0-9]', '_', posixpath.basename(module))}"

    def gather(module: str) -> None:
        if module in scopes:
            return
        text = text_of(module)
        for found in TAKEN.finditer(text):
            gather(sibling(module, found[2]))
        given = ", ".join(name for _, name in GIVEN.findall(text))
        text = TAKEN.sub(lambda found: f"const {found[1]} = {scope_of(sibling(module, found[2]))};\n", text)
        body = _understood(module, GIVEN.sub(r"\1 \2", text))
        scopes[module] = f"const {scope_of(module)} = (() => {{\n{body}return {{ {given} }};\n}})();\n"

    text = text_of(name)
    for found in PART.finditer(text):
        gather(sibling(name, found[1]))
    return "".join(scopes.values()) + _understood(name, PART.sub("", text))


def _understood(module: str, text: str) -> str:
    if found := NOT_UNDERSTOOD.search(text):
        raise ValueError(f"{module}: “{found[0]}” cannot be carried by another module")
    return COMMENT.sub("", text)
