"""Coded reports: entries of bench/articles.jsonl and their like, and the texts that they code."""
import json
import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
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
