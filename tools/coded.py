"""Coded reports: entries of bench/articles.jsonl and their like, the texts that they code, what laut reads in them; and the step of a fit to them."""
import json
import math
import os
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EVENTS = os.path.join(ROOT, "..", "shared", "bench", "events")
CORPUS = os.path.join(ROOT, "..", "shared", "data", "quotes", "train.jsonl")
# reports of ../shared/bench/events/dev-reports.jsonl whose errors nobody reads (docs/measuring.md)
HELD_OUT = {"12716", "27811", "50978", "58846", "68296", "83739", "a06", "a09"}
REPORT = ("id", "title", "published", "text")


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write_lines(path, objects):
    with open(path, "w", encoding="utf-8") as file:
        for each in objects:
            file.write(json.dumps(each, ensure_ascii=False) + "\n")


def texts(coded):
    """The reports that `coded` codes: an entry's own text where it has one, else the quotation corpus's."""
    own = [{name: entry[name] for name in REPORT} for entry in coded if "text" in entry]
    ids = {entry["id"] for entry in coded if "text" not in entry}
    return own + ([article for article in read_lines(CORPUS) if article["id"] in ids] if ids else [])


def coded_reports(articles):
    """(report, its coded events) of the development reports that are read and of these articles."""
    gold = [g for g in read_lines(os.path.join(EVENTS, "dev-gold.jsonl")) if g["id"] not in HELD_OUT]
    reports = {r["id"]: r for r in texts(articles) + read_lines(os.path.join(EVENTS, "dev-reports.jsonl"))}
    return [(reports[g["id"]], g["events"]) for g in gold + articles]


def read_with(build, tool, reports):
    """The records of the reports by id, and the lines that a program of tools/ prints of them."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
        file.flush()
        run = lambda *command: subprocess.run([*command, file.name], capture_output=True, text=True, check=True).stdout  # noqa: E731
        records = {record["doc"]["id"]: record for record in map(json.loads, filter(None, run(os.path.join(build, "laut"), "read", "--json").split("\n")))}
        return records, run(os.path.join(build, "tools", tool)).splitlines()


def adam_step(weights, mean, square, gradient, step, rate):
    """Moves the weights along the gradient, after Kingma and Ba (Adam, ICLR 2015); step counts from 1, mean and square go on from the last."""
    for k, slope in enumerate(gradient):
        mean[k] = 0.9 * mean[k] + 0.1 * slope
        square[k] = 0.99 * square[k] + 0.01 * slope * slope
        weights[k] += rate * (mean[k] / (1 - 0.9 ** step)) / (math.sqrt(square[k] / (1 - 0.99 ** step)) + 1e-8)
