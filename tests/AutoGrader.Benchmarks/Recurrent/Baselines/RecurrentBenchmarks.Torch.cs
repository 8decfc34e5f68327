using AutoGrader.Numerics.Recurrent;
using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AutoGrader.Benchmarks.Recurrent;

public partial class RecurrentBenchmarks
{
    private RNN _torch = null!;
    private Tensor _torchInputs = null!;
    private Tensor _torchStateGradients = null!;

    [GlobalCleanup]
    public void CleanUp()
    {
        _torch.Dispose();
        _torchInputs.Dispose();
        _torchStateGradients.Dispose();
    }

    [Benchmark]
    [BenchmarkCategory("Forward")]
    public void TorchForward()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        _torch.call(_torchInputs);
    }

    [Benchmark]
    [BenchmarkCategory("ForwardAndBack")]
    public double TorchForwardAndBack() => TorchRecurrentGradient()[0];

    partial void PrepareBaselines()
    {
        set_num_threads(Environment.ProcessorCount);
        _torch = nn.RNN(Features, Hidden, 1, nn.NonLinearities.Tanh, dtype: float64);
        using (no_grad())
        {
            Set("weight_ih_l0", _parameters.InputWeights);
            Set("weight_hh_l0", _parameters.RecurrentWeights);
            Set("bias_ih_l0", _parameters.InputBias!.ToColumnMatrix());
            Set("bias_hh_l0", _parameters.RecurrentBias!.ToColumnMatrix());
        }

        _torchInputs = TensorOf(_inputs);
        _torchStateGradients = TensorOf(_stateGradients);
        var pairs = ForwardAndBack().RecurrentWeights.ToRowMajorArray().Zip(TorchRecurrentGradient());
        var difference = pairs.Max(pair => Math.Abs(pair.First - pair.Second));
        if (!(difference < 1e-9))
            throw new InvalidOperationException($"The gradients of the two differ by {difference}.");
    }

    /// <summary>Forward and back with the gradients of all parameters and of the inputs; those of R row by row.</summary>
    private double[] TorchRecurrentGradient()
    {
        using var scope = NewDisposeScope();
        var inputs = _torchInputs.detach().requires_grad_();
        _torch.zero_grad();
        var (states, _) = _torch.call(inputs);
        states.backward([_torchStateGradients]);
        return _torch.get_parameter("weight_hh_l0")!.grad!.data<double>().ToArray();
    }

    private void Set(string name, Matrix<double> numbers) => _torch.get_parameter(name)!.copy_(
        tensor(numbers.ToRowMajorArray()).reshape(_torch.get_parameter(name)!.shape));

    private static Tensor TensorOf(SequenceBatch batch) =>
        tensor(batch.Data, [batch.StepCount, batch.SequenceCount, batch.FeatureCount]);
}
