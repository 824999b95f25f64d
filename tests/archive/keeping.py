"""An archive of made reports, as the tests of tests/archive ask it. Checks that fail are told one a line."""
import json
import os
import sqlite3
import subprocess
import sys

failures = []


def check(holds, what):
    if not holds:
        failures.append(what)


def finish():
    """The status of the test."""
    for failure in failures:
        print("failed:", failure, file=sys.stderr)
    return 1 if failures else 0


def report(name, text, **fields):
    """A report as laut takes it: its address is made of its name."""
    return {"uri": f"https://example.org/{name}", "publisher": "Blatt", "published": "2024-03-12", "text": text, **fields}


class Archive:
    def __init__(self, laut, folder, name):
        self.laut, self.path = os.path.realpath(laut), os.path.join(folder, name)

    def run(self, command, *words, given=None, status=0):
        """-> what the command prints, and what it says on standard error"""
        done = subprocess.run([self.laut, command, "--archive", self.path, *words], input=given, capture_output=True, check=False)
        check(done.returncode == status, f"status {done.returncode}, not {status}: {command} {words}: {done.stderr.decode()[:300]}")
        return done.stdout.decode(), done.stderr.decode()

    def rows(self, command, *words):
        return [json.loads(line) for line in self.run(command, "--json", *words)[0].splitlines()]

    def show(self, public):
        return json.loads(self.run("show", public)[0])

    def add(self, *reports, options=()):
        """-> the line that tells what was added"""
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in reports)
        return self.run("add", *options, "-", given=lines.encode())[1]

    def review(self, *words):
        return self.run("review", "--reviewer", "Ada", *words)[0]

    def sql(self, *statements):
        base = sqlite3.connect(self.path)
        for statement in statements:
            base.execute(statement)
        base.commit()
        base.close()

    def whole(self, when):
        out, _ = self.run("check")
        check("all right" in out, f"laut check {when}: {out}")
