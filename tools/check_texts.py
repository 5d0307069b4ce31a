"""What an explanation must do: add something to its label, be a sentence, and stand in the tables once."""

import re

from table import fail

# Words that say nothing by themselves: an explanation made of the label's words and these is rejected.
EMPTY = set(
    "a an and are as at be by for from has have in into is it its of on or that the this to was were which who with "
    "field value values data information study studies record section module contains holds gives shows states says "
    "describes indicates specifies about name type given stated whether not no yes any all each code".split()
)
MAX_WORDS = 60


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


def stem(word):
    return re.sub(r"(ies|es|s|ed|ing|al)$", "", word) if len(word) > 4 else word


def adds_nothing(label, explanation):
    known = {stem(word) for word in words(label)} | {stem(word) for word in EMPTY} | EMPTY
    return len([word for word in words(explanation) if stem(word) not in known]) < 2


def check_texts(path, rows, seen):
    """`rows` have 'label' and 'explanation'; `seen` maps a normalised text to where it stands, over all tables."""
    for row in rows:
        label, explanation = row["label"], row["explanation"]
        if not label:
            fail(path, row["#"], "the label is empty")
        if not re.match(r"[A-Z0-9“(]", label) and not label[0].isupper() and label.split()[0].lower() == label.split()[0]:
            fail(path, row["#"], f"the label is not in sentence case: {label}")
        if not explanation.endswith((".", "?", ".”", ")")):
            fail(path, row["#"], "the explanation is not a sentence")
        if len(words(explanation)) > MAX_WORDS:
            fail(path, row["#"], f"the explanation has more than {MAX_WORDS} words")
        if adds_nothing(label, explanation):
            fail(path, row["#"], f"the explanation only restates its label: {explanation}")
        normalised = " ".join(words(explanation))
        if normalised in seen:
            fail(path, row["#"], f"this explanation stands already at {seen[normalised]}")
        seen[normalised] = f"{path}:{row['#']}"
