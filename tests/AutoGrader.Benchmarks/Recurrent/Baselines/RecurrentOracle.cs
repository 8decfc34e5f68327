using System.Text.Json;
using System.Text.Json.Serialization;
using AutoGrader.Benchmarks.Baselines;
using AutoGrader.Testing;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace AutoGrader.Benchmarks.Recurrent.Baselines;

/// <summary>Lets ONNX Runtime compute small cases of its recurrent operators and freezes its numbers for the tests.</summary>
internal static class RecurrentOracle
{
    private const int Opset = 22;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    private static readonly RecurrentCase[] Cases =
    [
        new("plain", "RNN"),
        new("biases and initial state", "RNN") { Given = "B h0" },
        new("relu", "RNN") { Given = "B", Activations = ["Relu"] },
        new("sigmoid", "RNN") { Given = "B", Activations = ["Sigmoid"] },
        new("affine", "RNN") { Given = "B", Activations = ["Affine"], Alpha = [0.5f], Beta = [0.25f] },
        new("leaky relu", "RNN") { Given = "B", Activations = ["LeakyRelu"], Alpha = [0.25f] },
        new("thresholded relu", "RNN") { Given = "B", Activations = ["ThresholdedRelu"], Alpha = [0.5f] },
        new("scaled tanh", "RNN") { Given = "B", Activations = ["ScaledTanh"], Alpha = [0.75f], Beta = [1.25f] },
        new("hard sigmoid", "RNN") { Given = "B", Activations = ["HardSigmoid"], Alpha = [0.25f], Beta = [0.5f] },
        new("elu", "RNN") { Given = "B", Activations = ["Elu"], Alpha = [0.5f] },
        new("softsign", "RNN") { Given = "B", Activations = ["Softsign"] },
        new("softplus", "RNN") { Given = "B", Activations = ["Softplus"] },
        new("clip", "RNN") { Given = "B h0", Clip = 0.5f },
        new("lengths", "RNN") { Given = "B h0", Sequences = 3, Lengths = [4, 2, 3] },
        new("reverse", "RNN") { Given = "B h0", Direction = "reverse" },
        new("reverse with lengths", "RNN") { Given = "B h0", Direction = "reverse", Sequences = 3, Lengths = [2, 4, 1] },
        new("bidirectional", "RNN") { Given = "B h0", Direction = "bidirectional", Sequences = 3, Lengths = [4, 1, 3] },
        new("bidirectional, two functions", "RNN") { Given = "B h0", Direction = "bidirectional", Activations = ["Relu", "Tanh"] },
        new("plain", "LSTM"),
        new("biases and initial states", "LSTM") { Given = "B h0 c0" },
        new("peepholes", "LSTM") { Given = "B h0 c0 P" },
        new("input forget", "LSTM") { Given = "B h0 c0", InputForget = true },
        new("input forget with peepholes", "LSTM") { Given = "B h0 c0 P", InputForget = true },
        new("functions", "LSTM")
        {
            Given = "B h0 c0 P", Activations = ["HardSigmoid", "ScaledTanh", "Softsign"], Alpha = [0.25f, 0.75f], Beta = [0.5f, 1.25f],
        },
        new("clip", "LSTM") { Given = "B P", Clip = 1, Steps = 2 },
        new("lengths", "LSTM") { Given = "B h0 c0 P", Sequences = 3, Lengths = [4, 2, 3] },
        new("reverse with lengths", "LSTM") { Given = "B h0 c0 P", Direction = "reverse", Sequences = 3, Lengths = [2, 4, 1] },
        new("bidirectional", "LSTM") { Given = "B h0 c0 P", Direction = "bidirectional", Sequences = 3, Lengths = [4, 1, 3] },
        new("plain", "GRU"),
        new("biases and initial state", "GRU") { Given = "B h0" },
        new("linear before reset", "GRU") { Given = "B h0", LinearBeforeReset = true },
        new("functions", "GRU") { Given = "B h0", Activations = ["HardSigmoid", "LeakyRelu"], Alpha = [0.25f, 0.125f], Beta = [0.5f] },
        new("clip", "GRU") { Given = "B h0", Clip = 0.5f },
        new("clip, linear before reset", "GRU") { Given = "B h0", Clip = 0.5f, LinearBeforeReset = true },
        new("lengths", "GRU") { Given = "B h0", Sequences = 3, Lengths = [4, 2, 3] },
        new("reverse with lengths", "GRU") { Given = "B h0", Direction = "reverse", Sequences = 3, Lengths = [2, 4, 1] },
        new("bidirectional", "GRU")
        {
            Given = "B h0", Direction = "bidirectional", Sequences = 3, Lengths = [4, 1, 3], LinearBeforeReset = true,
        },
        new("clip, cell beyond", "LSTM") { Given = "B h0 c0", Clip = 0.25f, Steps = 1 },
    ];

    public static void Write(TextWriter output)
    {
        var path = TestData.Path("oracles", "recurrent-onnxruntime.json");
        var random = new Random(20261125);
        var results = Cases.Select(c => JsonSerializer.Serialize(Compute(c.Fill(random)), Json)).ToList();
        var origin = $"Operators RNN, LSTM and GRU, opset {Opset}, computed in float by ONNX Runtime"
            + $" {OrtEnv.Instance().GetVersionString()} (CPU); written by:"
            + " dotnet run -c Release --project tests/AutoGrader.Benchmarks -p:Baselines=on -- oracle recurrent";
        File.WriteAllText(path, $"{{\"origin\":{JsonSerializer.Serialize(origin)},\"cases\":[\n{string.Join(",\n", results)}\n]}}\n");
        output.WriteLine($"{results.Count} cases in {path}");
    }

    private static RecurrentCase Compute(RecurrentCase test)
    {
        var isLstm = test.Operator == "LSTM";
        var model = Attributes(new OnnxOperator(test.Operator, Opset), test);
        var (directions, rows) = (test.Directions, test.Gates * test.Hidden);
        int[] stateShape = [directions, test.Sequences, test.Hidden];
        model
            .Input(Tensor(test.X, test.Steps, test.Sequences, test.Features))
            .Input(Tensor(test.W, directions, rows, test.Features))
            .Input(Tensor(test.R, directions, rows, test.Hidden))
            .Input(Tensor(test.B, directions, 2 * rows))
            .Input(test.Lengths is null ? null : new DenseTensor<int>(test.Lengths, [test.Sequences]))
            .Input(Tensor(test.H0, stateShape));
        if (isLstm)
            model.Input(Tensor(test.C0, stateShape)).Input(Tensor(test.P, directions, 3 * test.Hidden));
        model.Output("Y").Output("Y_h");
        if (isLstm)
            model.Output("Y_c");
        var results = model.Run();
        return test with { Y = results["Y"], YH = results["Y_h"], YC = results.GetValueOrDefault("Y_c") };
    }

    private static OnnxOperator Attributes(OnnxOperator model, RecurrentCase test)
    {
        model.Attribute("hidden_size", test.Hidden).Attribute("direction", test.Direction);
        if (test.Activations is not null)
            model.Attribute("activations", test.Activations);
        if (test.Alpha is not null)
            model.Attribute("activation_alpha", test.Alpha);
        if (test.Beta is not null)
            model.Attribute("activation_beta", test.Beta);
        if (test.Clip is { } clip)
            model.Attribute("clip", clip);
        if (test.InputForget)
            model.Attribute("input_forget", 1);
        if (test.LinearBeforeReset)
            model.Attribute("linear_before_reset", 1);
        return model;
    }

    private static DenseTensor<float>? Tensor(float[]? numbers, params int[] shape) =>
        numbers is null ? null : new DenseTensor<float>(numbers, shape);
}
