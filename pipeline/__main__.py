"""`python -m pipeline` is the command `bcp`."""

import sys

from pipeline.cli import main

sys.exit(main())
