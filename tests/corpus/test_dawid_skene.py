import numpy as np
import pytest

from stancekit.corpus.axis_annotations import AxisAnnotations
from stancekit.corpus.dawid_skene import estimate_dawid_skene, require_overlap
from stancekit.errors import CorpusError

# Dawid and Skene (1979), table 1: 45 patients in columns, graded from 1 to 4. The first observer
# saw each three times, which makes the first three rows; the other four saw each once.
PATIENTS = [
    "131222132242121111222222112111131224223111212",
    "131222232342122111222222113111131223233112322",
    "132222232242121111222221112112131223123111212",
    "142333232243131211212232112111131234233112212",
    "131123142243121111232222112111121223224111212",
    "132222132244111111222222112112131234333111212",
    "142122133343121111122122112111131223232111212",
]
# Table 2 and the marginal probabilities beside it: true label in rows, label given in columns.
PREVALENCE = [0.40, 0.42, 0.11, 0.07]
FIRST_OBSERVER = [[0.89, 0.11, 0, 0], [0.07, 0.88, 0.05, 0], [0, 0.34, 0.66, 0], [0, 0, 0.56, 0.44]]
THIRD_OBSERVER = [[1, 0, 0, 0], [0.11, 0.79, 0.11, 0], [0, 0.40, 0.20, 0.40], [0, 0, 0.67, 0.33]]


def annotations_of(triples, *, n_passages, n_annotators, n_labels):
    passage, annotator, label = np.array(sorted(triples), dtype=np.int64).reshape(-1, 3).T
    return AxisAnnotations(
        axis="outlook",
        label_names=tuple(f"label {i}" for i in range(n_labels)),
        annotators=tuple(f"annotator {i}" for i in range(n_annotators)),
        n_passages=n_passages,
        passage=passage,
        annotator=annotator,
        label=label,
    )


def patients():
    triples = [
        (patient, max(0, sitting - 2), int(label) - 1)
        for sitting, labels in enumerate(PATIENTS)
        for patient, label in enumerate(labels)
    ]
    return annotations_of(triples, n_passages=45, n_annotators=5, n_labels=4)


def simulated(confusion, prevalence, n, *, seed, seen=1.0):
    generator = np.random.default_rng(seed)
    truth = generator.choice(len(prevalence), n, p=prevalence)
    triples = [
        (row, who, generator.choice(len(prevalence), p=own[truth[row]]))
        for row in range(n)
        for who, own in enumerate(confusion)
        if generator.random() < seen
    ]
    sizes = {"n_annotators": len(confusion), "n_labels": len(prevalence)}
    return truth, annotations_of(triples, n_passages=n, **sizes)


def test_the_example_of_the_paper():
    found = estimate_dawid_skene(patients(), smoothing=0.0)

    assert found.converged
    assert found.prevalence == pytest.approx(PREVALENCE, abs=0.006)
    assert found.confusion[0] == pytest.approx(np.array(FIRST_OBSERVER), abs=0.006)
    assert found.confusion[2] == pytest.approx(np.array(THIRD_OBSERVER), abs=0.006)
    # table 4: patient 7 is a 1 with probability .98, and patients 2 and 36 are a 4
    assert found.probabilities[6] == pytest.approx([0.98, 0.02, 0, 0], abs=0.006)
    assert found.probabilities[[1, 35]].argmax(axis=1).tolist() == [3, 3]


GOOD = np.array([[0.9, 0.05, 0.05], [0.05, 0.9, 0.05], [0.05, 0.05, 0.9]])
POOR = np.array([[0.4, 0.3, 0.3], [0.3, 0.4, 0.3], [0.3, 0.3, 0.4]])
HASTY = np.array([[0.3, 0.0, 0.7], [0.0, 0.3, 0.7], [0.0, 0.0, 1.0]])


def test_known_error_rates_are_found_and_beat_the_majority():
    confusion, prevalence = [GOOD, GOOD, POOR, HASTY, HASTY], [0.3, 0.3, 0.4]
    truth, annotations = simulated(confusion, prevalence, 1500, seed=3, seen=0.9)

    found = estimate_dawid_skene(annotations)

    assert found.prevalence == pytest.approx(prevalence, abs=0.05)
    assert found.confusion == pytest.approx(np.array(confusion), abs=0.08)
    right = (found.probabilities.argmax(axis=1) == truth).mean()
    majority = (annotations.counts().argmax(axis=1) == truth).mean()
    assert right > majority + 0.05


def test_probabilities_add_up_and_one_run_is_like_another():
    _, annotations = simulated([GOOD, GOOD, POOR], [0.2, 0.3, 0.5], 60, seed=1)
    first, again = estimate_dawid_skene(annotations), estimate_dawid_skene(annotations)

    assert np.array_equal(first.probabilities, again.probabilities)
    assert first.probabilities.sum(axis=1) == pytest.approx(np.ones(60))
    assert first.confusion.sum(axis=2) == pytest.approx(np.ones((3, 3)))


def test_smoothing_keeps_every_mistake_possible():
    _, annotations = simulated([np.eye(3)] * 3, [0.2, 0.3, 0.5], 30, seed=1)

    assert estimate_dawid_skene(annotations).confusion.min() > 0
    assert estimate_dawid_skene(annotations, smoothing=0.0).confusion.min() == 0


def test_a_passage_without_labels_is_unknown():
    triples = [(row, who, row % 2) for row in range(20) for who in range(3)]
    annotations = annotations_of(triples, n_passages=21, n_annotators=3, n_labels=2)
    found = estimate_dawid_skene(annotations)

    assert np.isnan(found.probabilities[20]).all()
    assert not np.isnan(found.probabilities[:20]).any()
    assert found.prevalence == pytest.approx([0.5, 0.5])


def test_an_estimation_that_does_not_converge_says_so():
    found = estimate_dawid_skene(patients(), max_iterations=2)

    assert (found.converged, found.n_iterations) == (False, 2)


@pytest.mark.parametrize(
    ("labelled", "told"),
    [
        pytest.param(
            {0: range(30), 1: range(30)},
            r"found 2 annotators \(annotator 0, annotator 1\), expected 3 or more; use majority",
            id="two annotators",
        ),
        pytest.param(
            {0: range(30), 1: range(30), 2: range(26, 40)},
            "found 4 passages of annotator 'annotator 2' .*expected 10 or more",
            id="little overlap",
        ),
        pytest.param(
            {0: range(10), 1: range(10), 2: range(10, 20), 3: range(10, 20)},
            "2 circles of annotators without a common passage .*'annotator 0' and 'annotator 2'",
            id="apart",
        ),
    ],
)
def test_too_little_to_tell_who_errs(labelled, told):
    triples = [(row, who, row % 2) for who, rows in labelled.items() for row in rows]
    annotations = annotations_of(triples, n_passages=40, n_annotators=len(labelled), n_labels=2)

    with pytest.raises(CorpusError, match=told):
        require_overlap(annotations)


def test_ten_common_passages_are_enough():
    triples = [(row, who, row % 2) for who in range(3) for row in range(10)]

    require_overlap(annotations_of(triples, n_passages=10, n_annotators=3, n_labels=2))
