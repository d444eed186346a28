package org.fewlabel.learn.net.samediff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Slot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The losses of two views as PyTorch 2.13 computes them, from the same numbers:
 *
 * <pre>
 * import torch, torch.nn.functional as F
 * a = torch.tensor([[0.5, -1.0, 2.0], [1.5, 0.25, -0.5], [-1.0, 1.0, 0.75], [0.0, 2.0, -1.5]])
 * b = torch.tensor([[0.75, -0.5, 1.5], [1.0, 0.5, -1.0], [-1.25, 0.5, 1.0], [0.25, 1.0, -2.0]])
 * n = len(a)
 * # NT-Xent, temperature 0.5
 * z = F.normalize(torch.cat([a, b]))
 * s = (z @ z.T / 0.5).fill_diagonal_(float('-inf'))
 * F.cross_entropy(s, torch.arange(2 * n).roll(n))
 * # Barlow Twins, lambda 0.005
 * bn = torch.nn.BatchNorm1d(3, affine=False)
 * c = bn(a).T @ bn(b) / n
 * on = (torch.diagonal(c) - 1).pow(2).sum()
 * on + 0.005 * (c.pow(2).sum() - torch.diagonal(c).pow(2).sum())
 * # VICReg, 25, 25, 1, of these numbers and of a quarter of them
 * def half(x):
 *     x = x - x.mean(0)
 *     cov = x.T @ x / (n - 1)
 *     off = cov.pow(2).sum() - torch.diagonal(cov).pow(2).sum()
 *     return 25 * F.relu(1 - torch.sqrt(x.var(0) + 1e-4)).mean() / 2 + off / 3
 * 25 * F.mse_loss(a, b) + half(a) + half(b)
 * 25 * F.mse_loss(a / 4, b / 4) + half(a / 4) + half(b / 4)
 * </pre>
 */
class TorchValuesTest {

    private static final float[] VIEWS = {0.5f, -1, 2, 1.5f, 0.25f, -0.5f, -1, 1, 0.75f, 0, 2, -1.5f,
        0.75f, -0.5f, 1.5f, 1, 0.5f, -1, -1.25f, 0.5f, 1, 0.25f, 1, -2};

    static Stream<Arguments> cases() {
        return Stream.of(Arguments.of(new Objective.NtXent(0.5), 1f, 0.6978906989097595),
            Arguments.of(new Objective.BarlowTwins(0.005), 1f, 0.015496326610445976),
            Arguments.of(new Objective.VicReg(25, 25, 1), 1f, 10.035623550415039),
            Arguments.of(new Objective.VicReg(25, 25, 1), 0.25f, 17.962177276611328));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLossIsThatOfPyTorch(final Objective objective, final float scale, final double expected) {
        final var network = new Network(new Network.Input(3, List.of()), List.of(), List.of());
        try (var loss = SameDiffEngine.open(Progress.NONE).evaluation(network, objective, 4, Engine.Output.LOSS)) {
            for (var i = 0; i < VIEWS.length; i++) {
                loss.batch().get(Slot.INPUT)[i] = scale * VIEWS[i];
            }
            assertThat((double)loss.run(new float[0], new float[0])[0]).isCloseTo(expected,
                within(2e-6 * Math.max(1, expected)));
        }
    }
}
