using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using static AutoGrader.Tests.Numerics.Recurrent.RecurrentCases;

namespace AutoGrader.Tests.Numerics.Recurrent;

public sealed class SequenceBatchTests
{
    private static readonly Matrix<double> Long = Rows([1, 2], [3, 4], [5, 6]);
    private static readonly Matrix<double> Short = Rows([7.0, 8]);
    private static readonly Matrix<double> Empty = Matrix<double>.Build.Dense(0, 2);

    [Fact]
    public void OfSequences_GivesThemBack_AndStepsWithZerosBehindTheEnd()
    {
        var batch = SequenceBatch.OfSequences(Long, Short, Empty);

        Assert.Equal([3, 1, 0], batch.Lengths);
        Assert.Equal((3, 3, 2), (batch.StepCount, batch.SequenceCount, batch.FeatureCount));
        Assert.Equal(Long, batch.Sequence(0));
        Assert.Equal(Short, batch.Sequence(1));
        Assert.Equal(new Shape(0, 2), Shape.Of(batch.Sequence(2)));
        Assert.Equal(Rows([1, 2], [7, 8], [0, 0]), batch.Step(0));
        Assert.Equal(Rows([3, 4], [0, 0], [0, 0]), batch.Step(1));
    }

    [Fact]
    public void OfSteps_EqualsOfSequences()
    {
        var batch = SequenceBatch.OfSteps([Rows([1, 2], [7, 8]), Rows([3, 4], [-1, -1]), Rows([5, 6], [-1, -1])], [3, 1]);

        Assert.Equal(Long, batch.Sequence(0));
        Assert.Equal(Short, batch.Sequence(1));
        Assert.Equal(Rows([3, 4], [0, 0]), batch.Step(1));
        Assert.Equal([1, 1], SequenceBatch.OfSteps([Rows([1, 2], [7, 8])]).Lengths);
    }

    [Fact]
    public void WrongShapes_AreNamedBoth()
    {
        AssertMismatch("(3×2) and another sequence (1×1)", () => SequenceBatch.OfSequences(Long, Rows([1.0])));
        AssertMismatch("X₁ (3×2) and another step (1×2)", () => SequenceBatch.OfSteps([Long, Short]));
        AssertMismatch("X₁ (3×2) and lengths (1×2)", () => SequenceBatch.OfSteps([Long], [1, 1]));
    }

    [Fact]
    public void NoSequenceAndImpossibleLengths_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => SequenceBatch.OfSequences());
        Assert.Throws<ArgumentException>(() => SequenceBatch.OfSteps([]));
        Assert.Throws<ArgumentException>(() => SequenceBatch.OfSteps([Empty]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceBatch.OfSteps([Short], [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceBatch.OfSteps([Short], [2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequenceBatch.OfSequences(Long).Step(3));
    }

    private static void AssertMismatch(string shapes, Func<object> act) =>
        Assert.Contains(shapes, Assert.Throws<ShapeMismatchException>(act).Message, StringComparison.Ordinal);
}
