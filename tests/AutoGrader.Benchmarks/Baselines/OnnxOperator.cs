using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace AutoGrader.Benchmarks.Baselines;

/// <summary>
/// One operator of ONNX, run by ONNX Runtime: a model of a single node is made around it. Numbers of fields and types are those of
/// <c>onnx.proto</c>.
/// </summary>
/// <param name="name">Such as <c>Attention</c>.</param>
/// <param name="opset">The version of the operator set.</param>
internal sealed class OnnxOperator(string name, int opset)
{
    private const int IrVersion = 10;

    private readonly ProtobufMessage _node = new();
    private readonly ProtobufMessage _graph = new ProtobufMessage().Text(2, name);
    private readonly List<NamedOnnxValue> _inputs = [];
    private readonly List<string> _outputs = [];

    public OnnxOperator Attribute(string attribute, long value) =>
        Attribute(new ProtobufMessage().Text(1, attribute).Number(3, value).Number(20, 2));

    public OnnxOperator Attribute(string attribute, float value) =>
        Attribute(new ProtobufMessage().Text(1, attribute).Float(2, value).Number(20, 1));

    public OnnxOperator Attribute(string attribute, string value) =>
        Attribute(new ProtobufMessage().Text(1, attribute).Text(4, value).Number(20, 3));

    public OnnxOperator Attribute(string attribute, IEnumerable<float> values) =>
        Attribute(values.Aggregate(new ProtobufMessage().Text(1, attribute).Number(20, 6), (message, value) => message.Float(7, value)));

    public OnnxOperator Attribute(string attribute, IEnumerable<string> values) =>
        Attribute(values.Aggregate(new ProtobufMessage().Text(1, attribute).Number(20, 8), (message, value) => message.Text(9, value)));

    /// <summary>The next input; <c>null</c> where an optional one is left out.</summary>
    public OnnxOperator Input<T>(Tensor<T>? tensor)
    {
        var input = tensor is null ? "" : $"input{_inputs.Count}";
        _node.Text(1, input);
        if (tensor is null)
            return this;
        var type = typeof(T) == typeof(float) ? 1 : typeof(T) == typeof(int) ? 6 : typeof(T) == typeof(long) ? 7 : 9;
        var shape = new ProtobufMessage();
        foreach (var dimension in tensor.Dimensions)
            shape.Message(1, new ProtobufMessage().Number(1, dimension));
        _graph.Message(11, Value(input, type, shape));
        _inputs.Add(NamedOnnxValue.CreateFromTensor(input, tensor));
        return this;
    }

    /// <summary>The next output, of float numbers; an empty name where it is not wanted.</summary>
    public OnnxOperator Output(string output)
    {
        _node.Text(2, output);
        if (output.Length == 0)
            return this;
        _graph.Message(12, Value(output, 1, shape: null));
        _outputs.Add(output);
        return this;
    }

    /// <summary>The outputs by their names, without their shapes, the last dimension running fastest.</summary>
    public Dictionary<string, float[]> Run()
    {
        _graph.Message(1, _node.Text(4, name));
        var operators = new ProtobufMessage().Text(1, "").Number(2, opset);
        var model = new ProtobufMessage().Number(1, IrVersion).Message(7, _graph).Message(8, operators);
        using var session = new InferenceSession(model.ToArray());
        using var results = session.Run(_inputs, _outputs);
        return results.ToDictionary(r => r.Name, r => r.AsTensor<float>().ToArray());
    }

    private static ProtobufMessage Value(string value, int type, ProtobufMessage? shape)
    {
        var tensor = new ProtobufMessage().Number(1, type);
        if (shape is not null)
            tensor.Message(2, shape);
        return new ProtobufMessage().Text(1, value).Message(2, new ProtobufMessage().Message(1, tensor));
    }

    private OnnxOperator Attribute(ProtobufMessage attribute)
    {
        _node.Message(5, attribute);
        return this;
    }
}
