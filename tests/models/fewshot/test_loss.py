from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
loss_module = pytest.importorskip("stancekit.models.fewshot.loss")
BalancedError, PairLoss = loss_module.BalancedError, loss_module.PairLoss

NAN = float("nan")
EAST, NORTH = [1.0, 0.0], [0.0, 1.0]


class Known(torch.nn.Module):
    """Gives embeddings that are known."""

    def __init__(self, rows):
        super().__init__()
        self.rows = torch.tensor(rows, requires_grad=True)

    def forward(self, _):
        return {"sentence_embedding": self.rows}


def loss(rows, labels, widths=(2,)):
    return PairLoss(Known(rows), widths, "cosine")([{}], torch.tensor(labels)).item()


def test_labels_apart_cost_nothing():
    assert loss([EAST, EAST, NORTH], [EAST, EAST, NORTH]) == pytest.approx(0.0)


def test_pairs_of_one_label_count_as_much_as_all_others():
    # Same place for all: the one pair of a label is right, the two others are wrong by 1.
    assert loss([EAST, EAST, EAST], [EAST, EAST, NORTH]) == pytest.approx(0.5)


def test_a_soft_label_is_as_near_as_two_draws_agree():
    # 0.5 x 1: cosine 1 is wrong by 0.5, on both sides
    assert loss([EAST, EAST], [EAST, [0.5, 0.5]]) == pytest.approx(0.25)


def test_an_axis_counts_its_labelled_passages_alone():
    first = [[*EAST, NAN, NAN], [*NORTH, NAN, NAN]]
    assert loss([EAST, EAST], first, widths=(2, 2)) == pytest.approx(
        loss([EAST, EAST], [EAST, NORTH])
    )
    both = [[*EAST, *EAST], [*NORTH, *EAST]]
    # One axis wants them apart (1), the other together (0).
    assert loss([EAST, EAST], both, widths=(2, 2)) == pytest.approx(1.0)


def test_one_passage_alone_gives_no_loss_and_a_gradient_of_nothing():
    model = Known([EAST, NORTH])
    value = PairLoss(model, (2,), "cosine")([{}], torch.tensor([EAST, [NAN, NAN]]))
    value.backward()
    assert value.item() == 0.0
    assert not model.rows.grad.any()


def test_without_pairs_of_one_label_the_others_count_alone():
    error = BalancedError()(torch.tensor([0.5, 0.5]), torch.tensor([0.0, 0.0]))
    assert error.item() == pytest.approx(0.25)
