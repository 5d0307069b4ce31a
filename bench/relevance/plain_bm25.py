"""A plain BM25 (k1 1.2, b 0.75), any word, over study records: what the ranking has to beat."""

import collections
import json
import math
import re

FUNCTION_WORDS = frozenset("a an and are as at be but by for if in into is it no not of on or such that the their then there these "
                           "they this to was will with".split())


def stem(word):
    for ending in ("ies", "es", "s", "ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[:-len(ending)] + ("y" if ending == "ies" else "")
    return word


def words(text):
    return [stem(word) for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in FUNCTION_WORDS]


def text_of(record):
    protocol = record["protocolSection"]
    identification = protocol["identificationModule"]
    conditions = protocol.get("conditionsModule", {})
    description = protocol.get("descriptionModule", {})
    parts = [identification.get("briefTitle", "")] * 3 + [identification.get("officialTitle", "")]
    parts += conditions.get("conditions", []) * 2 + conditions.get("keywords", []) * 2
    parts += [description.get("briefSummary", ""), description.get("detailedDescription", "")]
    parts.append(protocol.get("eligibilityModule", {}).get("eligibilityCriteria", ""))
    return identification["nctId"], " ".join(parts)


class Bm25:
    def __init__(self, lines):
        self.postings = collections.defaultdict(dict)
        self.lengths = {}
        for line in lines:
            study, text = text_of(json.loads(line))
            counts = collections.Counter(words(text))
            self.lengths[study] = sum(counts.values())
            for word, count in counts.items():
                self.postings[word][study] = count
        self.average = sum(self.lengths.values()) / len(self.lengths)

    def best(self, text, most=1000):
        scores = collections.Counter()
        for word, times in collections.Counter(words(text)).items():
            holders = self.postings.get(word, {})
            rarity = math.log(1 + (len(self.lengths) - len(holders) + 0.5) / (len(holders) + 0.5))
            for study, count in holders.items():
                length = 0.25 + 0.75 * self.lengths[study] / self.average
                scores[study] += times * rarity * count * 2.2 / (count + 1.2 * length)
        return scores.most_common(most)
