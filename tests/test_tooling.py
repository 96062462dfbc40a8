"""The rules that tools check: imports, style, migrations, templates, a safe production, exact requirements."""

import fnmatch
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from packaging.requirements import Requirement
from packaging.version import Version

from tests.environment import ROOT, environment

PACKAGES = ("newsroom", "articles", "awards")
INLINE = (
    r"<style\b|\sstyle=|javascript:|<script(?![^>]*(?:\ssrc=|application/ld\+json))[^>]*>"
    r"|\son(?:blur|change|click|error|focus|input|key\w+|load|mouse\w+|pointer\w+|submit|toggle|touch\w+)="
)
TEMPLATES = sorted(path for package in PACKAGES for path in ROOT.glob(f"{package}/templates/**/*.html"))


def run(*command: str, **variables: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        command, cwd=ROOT, env=environment(**variables), capture_output=True, text=True, check=False
    )


def assert_clean(result: subprocess.CompletedProcess) -> None:
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"


def committed_files() -> list[str]:
    """What git keeps and the working copy still has."""
    listed = run("git", "ls-files", "-z")
    assert_clean(listed)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_imports_run_one_way():
    assert_clean(run(str(Path(sys.executable).with_name("lint-imports"))))


def test_code_follows_the_lint_rules():
    assert_clean(run(sys.executable, "-m", "ruff", "check", "."))


def test_code_is_formatted():
    assert_clean(run(sys.executable, "-m", "ruff", "format", "--check", "."))


def test_templates_follow_the_lint_rules():
    assert_clean(run(sys.executable, "-m", "djlint", "--lint", "--quiet", *PACKAGES))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_template_has_no_inline_script_or_style(path):
    """The Content-Security-Policy would refuse them. A JSON-LD block is data, not a script that runs."""
    markup = path.read_text()

    inline = re.findall(INLINE, markup)

    assert inline == []


@pytest.mark.one_database
@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration(capsys):
    call_command("makemigrations", "--check", "--dry-run")

    assert capsys.readouterr().out == "No changes detected\n"


def test_production_passes_the_deploy_check(tmp_path):
    assert_clean(
        run(
            *(sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"),
            DATA_DIR=str(tmp_path),
            SECRET_KEY="k" * 30 + "".join(map(str, range(30))),
            SITE_URL="https://news.example",
        )
    )


@pytest.mark.parametrize("name", ["requirements", "requirements-scale", "requirements-dev"])
def test_requirements_are_pinned_hashed_and_agree_with_what_is_asked_for(name):
    asked = [
        Requirement(line.partition("#")[0])
        for line in (ROOT / f"{name}.in").read_text().splitlines()
        if line and not line.startswith(("#", "-"))
    ]
    blocks = re.findall(r"^[a-z0-9].*(?:\n    .*)*", (ROOT / f"{name}.txt").read_text(), re.MULTILINE)
    pinned = {}
    for block in blocks:
        package, _, version = block.split()[0].partition("==")
        pinned[package.partition("[")[0]] = Version(version)
        assert "--hash=sha256:" in block, f"{package} has no hash"

    wrong = [str(each) for each in asked if pinned.get(each.name.lower()) not in each.specifier]

    assert wrong == []


def test_every_file_of_requirements_pins_the_same_versions():
    pins: dict[str, set[str]] = {}
    for path in ROOT.glob("requirements*.txt"):
        for package, version in re.findall(
            r"^([a-z0-9-]+)(?:\[.*\])?==(\S+)", path.read_text(), re.MULTILINE
        ):
            pins.setdefault(package, set()).add(version)

    assert {package: versions for package, versions in pins.items() if len(versions) > 1} == {}


def test_no_committed_file_is_large():
    large = [name for name in committed_files() if (ROOT / name).stat().st_size > 1_500_000]

    assert large == []


def test_documented_settings_are_those_that_the_settings_read():
    """README's table and .env.example name every variable, and nothing else."""
    source = (ROOT / "newsroom/settings.py").read_text() + (ROOT / "newsroom/serve.py").read_text()
    read = set(re.findall(r'(?:env\.\w+(?:\.get)?|environ\.get)\(\s*"([A-Z_]+)"', source))
    in_readme = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "README.md").read_text(), re.MULTILINE))
    in_example = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert (in_readme, in_example) == (read, read)


def test_architecture_names_only_what_is_there():
    words = re.findall(r"`([a-z][\w/.*-]*)`", (ROOT / "ARCHITECTURE.md").read_text())
    names = [word for word in words if "/" in word or word.startswith("test_") or word.endswith(".py")]
    files = [f"/{name}" for name in committed_files()]

    assert len(names) > 20
    assert [name for name in names if not fnmatch.filter(files, f"*/{name.rstrip('/')}*")] == []
