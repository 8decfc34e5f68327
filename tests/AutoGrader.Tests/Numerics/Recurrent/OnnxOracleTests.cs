using AutoGrader.Numerics;
using AutoGrader.Numerics.Recurrent;

namespace AutoGrader.Tests.Numerics.Recurrent;

/// <summary>Against the operators RNN, LSTM and GRU as ONNX Runtime computes them in float; the file names its origin.</summary>
public sealed class OnnxOracleTests
{
    private const string BeyondClip = "LSTM: clip, cell beyond";

    private static readonly Tolerance Float = new(4e-6, 4e-6);

    public static TheoryData<string> Names => [.. OnnxOracle.All.Keys.Where(name => name != BeyondClip)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_EqualsOnnxRuntimes(string name)
    {
        var test = OnnxOracle.All[name];
        for (var index = 0; index < test.DirectionCount; index++)
        {
            var (states, final) = Run(test, index);
            for (var step = 0; step < test.Steps; step++)
                Assert.Empty(MatrixComparison.Differences(test.ExpectedStates(step, index), states.Step(step), Float));
            Assert.Empty(MatrixComparison.Differences(test.ExpectedFinal(test.YH, index), final.Hidden, Float));
            if (test.YC is not null)
                Assert.Empty(MatrixComparison.Differences(test.ExpectedFinal(test.YC, index), final.Cell!, Float));
        }
    }

    [Fact] // The documented difference: the standard bounds the input of every activation, ONNX Runtime not that of the last one.
    public void LstmClip_BoundsTheInputOfTheLastActivationToo()
    {
        var test = OnnxOracle.All[BeyondClip];
        var batch = new Lstm(test.Lstm(0)).Run(test.Inputs, test.InitialAt(0));
        for (var b = 0; b < test.Sequences; b++)
        {
            var trace = batch[b];
            var unbounded = trace.OutputGates.PointwiseMultiply(trace.CellStates.PointwiseTanh());
            var bounded = trace.OutputGates.PointwiseMultiply(trace.CellStates.Map(c => Math.Tanh(Math.Clamp(c, -0.25, 0.25))));
            Assert.Empty(MatrixComparison.Differences(test.ExpectedStates(0, 0).SubMatrix(b, 1, 0, test.Hidden), unbounded, Float));
            Assert.Empty(MatrixComparison.Differences(bounded, trace.States, Float));
            Assert.Contains(trace.CellStates.Enumerate(), c => Math.Abs(c) > 0.5);
        }
    }

    [Fact]
    public void Cases_CoverWhatTheOperatorsKnow()
    {
        var cases = OnnxOracle.All.Values;

        foreach (var name in (string[])["RNN", "LSTM", "GRU"])
        {
            var ofOne = cases.Where(c => c.Operator == name).ToList();
            Assert.Contains(ofOne, c => c.Direction == "reverse" && c.Lengths is not null);
            Assert.Contains(ofOne, c => c.Direction == "bidirectional" && c.Lengths is not null && c.H0 is not null);
            Assert.Contains(ofOne, c => c.Clip is not null);
        }

        Assert.Contains(cases, c => c.P is not null && c.InputForget);
        Assert.Contains(cases, c => c.LinearBeforeReset && c.Direction == "bidirectional");
        var functions = cases.Where(c => c.Operator == "RNN").SelectMany(c => c.Activations ?? []).Distinct();
        Assert.Equal(11, functions.Count());
    }

    private static (SequenceBatch States, RecurrentState Final) Run(OnnxOracle test, int index)
    {
        var (direction, initial) = (test.DirectionAt(index), test.InitialAt(index));
        return test.Operator switch
        {
            "LSTM" => Ends(new Lstm(test.Lstm(index), direction).Run(test.Inputs, initial)),
            "GRU" => Ends(new Gru(test.Gru(index), direction).Run(test.Inputs, initial)),
            _ => Ends(new VanillaRnn(test.Rnn(index), direction).Run(test.Inputs, initial)),
        };
    }

    private static (SequenceBatch States, RecurrentState Final) Ends<TTrace>(BatchTrace<TTrace> trace)
        where TTrace : RecurrentTrace => (trace.States, trace.Final);
}
