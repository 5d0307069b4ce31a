#!/usr/bin/env python3
"""Studies and queries with every word replaced by a made-up one that no analyser changes, for comparing totals.

usage: same_words.py studies < STUDIES.ndjson > OUT.ndjson
       same_words.py queries < QUERIES.tsv > OUT.tsv

Two engines that split and stem differently count differently on the same text, which says nothing of how they count. Here
a word (letters and digits, case ignored) becomes consonants by a rule that studies and queries share: one word for every
analyser, stemmed by none, a function word for none. Only the peer's ten fields are rewritten; codes stay.
"""

import hashlib
import json
import re
import sys

WORD = re.compile(r"[^\W_]+")
LETTERS = "bcdfghjklmnpqrtv"  # no vowel, so that no rule of a stemmer applies; no s, which it takes for a plural
CODES = {"type", "class", "status", "role", "labels"}
PATHS = [
    ("protocolSection", "identificationModule", "briefTitle"),
    ("protocolSection", "identificationModule", "officialTitle"),
    ("protocolSection", "identificationModule", "acronym"),
    ("protocolSection", "conditionsModule"),
    ("protocolSection", "armsInterventionsModule", "interventions"),
    ("protocolSection", "descriptionModule"),
    ("protocolSection", "eligibilityModule", "eligibilityCriteria"),
    ("protocolSection", "outcomesModule"),
    ("protocolSection", "sponsorCollaboratorsModule"),
    ("protocolSection", "contactsLocationsModule", "locations"),
    ("derivedSection", "conditionBrowseModule", "meshes"),
    ("derivedSection", "interventionBrowseModule", "meshes"),
]

known = {}


def made_up(match):
    word = match.group().lower()
    if word not in known:
        digest = hashlib.blake2b(word.encode(), digest_size=6).digest()
        known[word] = "".join(LETTERS[byte >> 4] + LETTERS[byte & 15] for byte in digest)
    return known[word]


def rewritten(value):
    if isinstance(value, str):
        # One blank between words: what stands between them is read differently too.
        return " ".join(made_up(match) for match in WORD.finditer(value))
    if isinstance(value, list):
        return [rewritten(member) for member in value]
    if isinstance(value, dict):
        return {key: member if key in CODES or key == "country" else rewritten(member) for key, member in value.items()}
    return value


def study(record):
    for *above, last in PATHS:
        place = record
        for step in above:
            place = place.get(step, {})
        if last in place:
            place[last] = rewritten(place[last])
    return record


def query(line):
    if line.startswith("#") or not line.strip():
        return line
    fields = line.rstrip("\n").split("\t")
    fields[1] = WORD.sub(made_up, fields[1])
    return "\t".join(fields) + "\n"


def main():
    if sys.argv[1:] == ["studies"]:
        for line in sys.stdin:
            sys.stdout.write(json.dumps(study(json.loads(line)), ensure_ascii=False, separators=(",", ":")) + "\n")
    elif sys.argv[1:] == ["queries"]:
        for line in sys.stdin:
            sys.stdout.write(query(line))
    else:
        sys.exit(__doc__)


main()
