"""A rehearsal: afterwards the first labels of each field are known without being compared."""

from __future__ import annotations

from pipeline.batch.rehearsal import rehearse
from pipeline.families import load_families
from pipeline.labels.matcher import matcher_of


def test_labels_that_were_rehearsed_are_not_looked_up_again() -> None:
    families = load_families()
    rehearse(families)

    for family in families:
        listed = matcher_of(family)._labels._listed
        before = listed.cache_info().misses
        labels = {field.labels[0] for field in family.fields if len(field.labels[0]) < 60}
        for label in labels:
            listed(label)
        assert listed.cache_info().misses - before < len(labels) / 4
