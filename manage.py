#!/usr/bin/env python
"""Run Django's and Newsroom's commands."""

import os
import sys

from django.core.management import execute_from_command_line

from newsroom.origin import command_at_work

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    with command_at_work(" ".join(sys.argv[1:2])):
        execute_from_command_line(sys.argv)
