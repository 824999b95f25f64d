"""Starts laut serve for a test and stops it again.

    with Serving(laut, "--demo") as server:
        status, headers, body = server.get("/api/v1/")
"""
import http.client
import json
import re
import signal
import subprocess


class Serving:
    def __init__(self, laut, *arguments, environment=None):
        self.process = subprocess.Popen([laut, "serve", "--port", "0", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        line = self.process.stdout.readline()
        found = re.search(r"http://(\[[^]]*\]|[^:/]*):(\d+)/(?:\?token=(\S+))?", line)
        if not found:
            raise SystemExit(f"laut serve says {line!r} {self.process.stderr.read()!r}")
        self.host, self.port, self.token = found[1].strip("[]"), int(found[2]), found[3]
        self.url = f"http://{found[1]}:{found[2]}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()

    def stop(self, number=signal.SIGTERM):
        """Exit status and what was said on standard error."""
        self.process.send_signal(number)
        _, errors = self.process.communicate(timeout=20)
        return self.process.returncode, errors

    def request(self, method, path, body=None, headers=None, timeout=20):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            response = connection.getresponse()
            return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
        finally:
            connection.close()

    def get(self, path, headers=None, timeout=20):
        return self.request("GET", path, headers=headers, timeout=timeout)

    def json(self, path):
        status, _, body = self.get(path)
        if status != 200:
            raise SystemExit(f"{path}: {status} {body[:300]!r}")
        return json.loads(body)
