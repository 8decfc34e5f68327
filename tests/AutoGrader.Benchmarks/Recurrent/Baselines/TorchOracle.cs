using System.Text.Json;
using System.Text.Json.Serialization;
using AutoGrader.Testing;
using static TorchSharp.torch;

namespace AutoGrader.Benchmarks.Recurrent.Baselines;

/// <summary>
/// Lets libtorch compute small recurrent layers in double, with the gradients of Σ G∘Y by everything, and freezes its numbers for the
/// tests. Parameters bear libtorch's names and lie in its order of gates.
/// </summary>
internal static class TorchOracle
{
    private const int Steps = 5, Sequences = 2, Features = 3, Hidden = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Write(TextWriter output)
    {
        var path = TestData.Path("oracles", "recurrent-torch.json");
        manual_seed(20261125);
        List<string> results = [];
        foreach (var isBidirectional in (bool[])[false, true])
        {
            using var scope = NewDisposeScope();
            var tanh = nn.RNN(Features, Hidden, bidirectional: isBidirectional, dtype: float64);
            var relu = nn.RNN(Features, Hidden, 1, nn.NonLinearities.ReLU, bidirectional: isBidirectional, dtype: float64);
            var lstm = nn.LSTM(Features, Hidden, bidirectional: isBidirectional, dtype: float64);
            var gru = nn.GRU(Features, Hidden, bidirectional: isBidirectional, dtype: float64);
            var directions = isBidirectional ? 2 : 1;
            results.Add(Compute("tanh", directions, tanh, (x, h, _) => Pair(tanh.call(x, h))));
            results.Add(Compute("relu", directions, relu, (x, h, _) => Pair(relu.call(x, h))));
            results.Add(Compute("lstm", directions, lstm, (x, h, c) => lstm.call(x, (h, c))));
            results.Add(Compute("gru", directions, gru, (x, h, _) => Pair(gru.call(x, h))));
        }

        var origin = "nn.RNN, nn.LSTM and nn.GRU of libtorch 2.10.0 (CPU, TorchSharp 0.107.0) in double; written by:"
            + " dotnet run -c Release --project tests/AutoGrader.Benchmarks -p:Baselines=on -- oracle recurrent";
        File.WriteAllText(path, $"{{\"origin\":{JsonSerializer.Serialize(origin)},\"cases\":[\n{string.Join(",\n", results)}\n]}}\n");
        output.WriteLine($"{results.Count} cases in {path}");
    }

    private static string Compute(
        string layer, int directions, nn.Module module, Func<Tensor, Tensor, Tensor, (Tensor Y, Tensor H, Tensor? C)> run)
    {
        var inputs = rand(Steps, Sequences, Features, dtype: float64).mul_(4).sub_(2).requires_grad_();
        var hidden = rand(directions, Sequences, Hidden, dtype: float64).sub_(0.5).requires_grad_();
        var cell = rand(directions, Sequences, Hidden, dtype: float64).sub_(0.5).requires_grad_();
        var (states, lastHidden, lastCell) = run(inputs, hidden, cell);
        var weights = rand_like(states).sub_(0.5);
        states.backward([weights]);
        var parameters = module.named_parameters().ToDictionary(p => p.name, p => (Tensor)p.parameter);
        var gradients = parameters.ToDictionary(p => p.Key, p => Numbers(p.Value.grad!));
        gradients["x"] = Numbers(inputs.grad!);
        gradients["h0"] = Numbers(hidden.grad!);
        return JsonSerializer.Serialize(
            new
            {
                Layer = layer,
                Directions = directions,
                Steps,
                Sequences,
                Features,
                Hidden,
                Parameters = parameters.ToDictionary(p => p.Key, p => Numbers(p.Value)),
                X = Numbers(inputs),
                H0 = Numbers(hidden),
                C0 = lastCell is null ? null : Numbers(cell),
                Y = Numbers(states),
                HN = Numbers(lastHidden),
                CN = lastCell is null ? null : Numbers(lastCell),
                G = Numbers(weights),
                Gradients = gradients,
            },
            Json);
    }

    private static (Tensor, Tensor, Tensor?) Pair((Tensor Y, Tensor H) result) => (result.Y, result.H, null);

    private static double[] Numbers(Tensor tensor) => tensor.detach().contiguous().data<double>().ToArray();
}
