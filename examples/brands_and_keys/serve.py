"""Serves the Brands and Keys of the contract: `python serve.py --credentials judge.env`."""

import argparse
import signal
import tempfile
from pathlib import Path

from application import create_app
from credentials import Credentials
from jwts import Keyring
from werkzeug.serving import make_server


def main() -> None:
    """Serve until Ctrl-C or SIGTERM."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, default=5000, help="0 takes a free one")
    options.add_argument("--credentials", type=Path, help="write what target.yaml needs into this file")
    given = options.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        keyring = Keyring()
        app = create_app(Path(folder) / "brands.db", keyring)
        server = make_server("127.0.0.1", given.port, app, threaded=True)
        if given.credentials:
            address = f"http://127.0.0.1:{server.server_port}"
            with app.app_context():
                given.credentials.write_text(Credentials(keyring).exports(address), encoding="utf-8")
        print(f"Serving http://127.0.0.1:{server.server_port}", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            server.server_close()


if __name__ == "__main__":
    main()
