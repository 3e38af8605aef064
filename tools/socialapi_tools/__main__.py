"""`python -m socialapi_tools` is `sapi`."""

from socialapi_tools.cli import main

raise SystemExit(main())
