"""Modules that carry those that they consist of."""

import pytest

from newsroom.modules import consists_of_others, gathered

SOURCES = {
    "a/page.js": '// The page.\nimport "./one.js";\nimport "./two.js";\n\nstart();\n',
    "a/one.js": 'import { say } from "./say.js";\n\nconst place = 1;\nsay(place);\n',
    "a/two.js": 'import { say, hear } from "./say.js";\n\nconst place = 2;\n// Loud.\nhear(say(place));\n',
    "a/say.js": "export const hear = () => {};\n\nexport async function say(words) {}\n",
}


def test_parts_stand_before_the_module_once_each_in_its_own_scope_after_what_they_take():
    assert gathered("a/page.js", SOURCES.get).split("\n") == [
        "const part_say_js = (() => {",
        "const hear = () => {};",
        "",
        "async function say(words) {}",
        "return { hear, say };",
        "})();",
        "const part_one_js = (() => {",
        "const { say } = part_say_js;",
        "",
        "const place = 1;",
        "say(place);",
        "return {  };",
        "})();",
        "const part_two_js = (() => {",
        "const { say, hear } = part_say_js;",
        "",
        "const place = 2;",
        "hear(say(place));",
        "return {  };",
        "})();",
        "",
        "start();",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SOURCES["a/page.js"], True),
        (SOURCES["a/one.js"], False),
        ('import { Node } from "editor";\nimport "./one.js";\n', False),
        ('const begin = () => import("./late.js");\n', False),
    ],
)
def test_only_a_module_that_takes_no_names_carries_its_parts(text, expected):
    assert consists_of_others(text) is expected


@pytest.mark.parametrize("line", ["export default 1;", 'export * from "./b.js";', 'import x from "./b.js";'])
def test_what_is_not_understood_is_refused(line):
    with pytest.raises(ValueError, match="one.js"):
        gathered("a/page.js", (SOURCES | {"a/one.js": f"{line}\n"}).get)
