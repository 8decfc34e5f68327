using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Tests.Numerics.Recurrent;

public sealed class BidirectionalLayerTests
{
    [Fact]
    public void Run_PutsBothDirectionsBesideEachOther() => RandomMatrices.ShouldHoldForAll(random =>
    {
        var (hidden, features) = (random.Size(), random.Size());
        var forward = new Gru(random.NextGru(hidden, features));
        var reverse = new Gru(random.NextGru(hidden, features), Direction.Reverse);
        var inputs = random.NextBatch(features);
        var first = new RecurrentState(random.NextMatrix(inputs.SequenceCount, hidden));
        var second = new RecurrentState(random.NextMatrix(inputs.SequenceCount, hidden));

        var both = new BidirectionalLayer<GruTrace>(forward, reverse);
        var batch = both.Run(inputs, first, second);

        return Enumerable.Range(0, inputs.SequenceCount).All(b =>
        {
            var x = inputs.Sequence(b);
            var (left, right) = (RecurrentState.Of(first.Hidden.Row(b)), RecurrentState.Of(second.Hidden.Row(b)));
            var alone = forward.Run(x, left).States.Append(reverse.Run(x, right).States);
            return batch[b].States.Equals(alone) && both.Run(x, left, right).States.Equals(alone);
        });
    });

    [Fact]
    public void LayersThatDoNotFit_AreRefused()
    {
        var small = new GruParameters(Matrix<double>.Build.Dense(3, 1), Matrix<double>.Build.Dense(3, 1));
        var large = new GruParameters(Matrix<double>.Build.Dense(6, 1), Matrix<double>.Build.Dense(6, 2));

        Assert.Throws<ArgumentException>(() => new BidirectionalLayer<GruTrace>(new Gru(small), new Gru(small)));
        var error = Assert.Throws<ShapeMismatchException>(
            () => new BidirectionalLayer<GruTrace>(new Gru(small), new Gru(large, Direction.Reverse)));
        Assert.Contains("(1×1) and the reverse layer (2×1)", error.Message, StringComparison.Ordinal);
    }
}
