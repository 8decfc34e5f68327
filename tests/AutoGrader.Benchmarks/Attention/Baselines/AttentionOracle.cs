using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AutoGrader.Benchmarks.Baselines;
using AutoGrader.Testing;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace AutoGrader.Benchmarks.Attention.Baselines;

/// <summary>Lets ONNX Runtime compute small cases of attention and freezes its numbers for the tests.</summary>
internal static class AttentionOracle
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    private static readonly AttentionCase[] Cases =
    [
        new("self attention", 5, 5, 3, 3),
        new("cross attention", 2, 4, 3, 2),
        new("given scale", 3, 4, 2, 2) { Scale = 0.3f },
        new("soft cap", 3, 4, 4, 2) { SoftCap = 1.5f },
        new("boolean mask", 4, 6, 3, 2) { BooleanMask = true },
        new("additive mask", 4, 6, 3, 2) { AdditiveMask = true },
        new("additive mask and soft cap", 4, 6, 3, 2) { AdditiveMask = true, SoftCap = 0.75f },
        new("causal", 5, 5, 3, 2) { Causal = true },
        new("causal, fewer queries than keys", 3, 6, 3, 2) { Causal = true },
        new("causal, more queries than keys", 6, 3, 3, 2) { Causal = true },
        new("causal with past keys", 3, 6, 3, 2) { Causal = true, PastKeys = 3 },
        new("causal with boolean mask", 4, 5, 3, 2) { Causal = true, BooleanMask = true },
        new("causal with additive mask", 4, 5, 3, 2) { Causal = true, AdditiveMask = true },
        new("two heads", 4, 5, 3, 2) { QueryHeads = 2, KeyValueHeads = 2 },
        new("grouped queries", 4, 5, 3, 2) { QueryHeads = 6, KeyValueHeads = 2, Causal = true },
        new("multi-query", 4, 5, 3, 2) { QueryHeads = 3, KeyValueHeads = 1, SoftCap = 2 },
        new("padded keys", 2, 6, 3, 2) { Opset = 24, SeenKeys = 4 },
    ];

    public static void Write(TextWriter output)
    {
        var path = TestData.Path("oracles", "attention-onnxruntime.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var random = new Random(20261125);
        var results = Cases.Select(c => JsonSerializer.Serialize(Compute(c.Fill(random)), Json)).ToList();
        var origin = $"Operator Attention, computed in float by ONNX Runtime {OrtEnv.Instance().GetVersionString()}"
            + " (CPU); written by: dotnet run -c Release --project tests/AutoGrader.Benchmarks -p:Baselines=on -- oracle attention";
        File.WriteAllText(path, $"{{\"origin\":{JsonSerializer.Serialize(origin, Json)},\"cases\":[\n{string.Join(",\n", results)}\n]}}\n");
        output.WriteLine($"{results.Count} cases in {path}");
    }

    private static AttentionCase Compute(AttentionCase test)
    {
        var scores = Run(test, stage: 2);
        var weights = Run(test, stage: 3);
        return test with { Scores = scores["stage"], Weights = weights["stage"], Output = weights["output"] };
    }

    private static Dictionary<string, float[]> Run(AttentionCase test, int stage)
    {
        var (past, present) = (test.PastKeys, test.Keys - test.PastKeys);
        var (keyWidth, valueWidth) = (test.KeyValueHeads * test.KeyDimension, test.KeyValueHeads * test.ValueDimension);
        Tensor<float> Sequence(float[] rows, int first, int count, int width, int[] shape) =>
            new DenseTensor<float>(rows.AsMemory(first * width, count * width), shape);

        var attention = new OnnxOperator("Attention", test.Opset)
            .Attribute("is_causal", test.Causal ? 1 : 0)
            .Attribute("q_num_heads", test.QueryHeads)
            .Attribute("kv_num_heads", test.KeyValueHeads)
            .Attribute("softcap", test.SoftCap ?? 0)
            .Attribute("qk_matmul_output_mode", stage);
        if (test.Scale is { } scale)
            attention.Attribute("scale", scale);
        attention
            .Input(new DenseTensor<float>(test.Q, [1, test.Queries, test.QueryHeads * test.KeyDimension]))
            .Input(Sequence(test.K, past, present, keyWidth, [1, present, keyWidth]))
            .Input(Sequence(test.V, past, present, valueWidth, [1, present, valueWidth]));
        int[] maskShape = [test.Queries, test.Keys];
        if (test.BooleanMask)
            attention.Input(new DenseTensor<bool>(test.Mask!.Select(m => m == 0).ToArray(), maskShape));
        else
            attention.Input(test.Mask is null ? null : new DenseTensor<float>(test.Mask, maskShape));
        attention
            .Input(past == 0 ? null : Sequence(test.K, 0, past, keyWidth, [1, 1, past, keyWidth]))
            .Input(past == 0 ? null : Sequence(test.V, 0, past, valueWidth, [1, 1, past, valueWidth]));
        if (test.SeenKeys is { } seen)
            attention.Input(new DenseTensor<long>(new long[] { seen }, [1]));
        var (presentKey, presentValue) = past == 0 ? ("", "") : ("keys", "values");
        return attention.Output("output").Output(presentKey).Output(presentValue).Output("stage").Run();
    }
}
