using MathNet.Numerics.LinearAlgebra;

namespace AutoGrader.Numerics.Recurrent;

/// <summary>Checks that the parameters of a layer fit together, in ONNX' form: the gates' matrices below each other.</summary>
internal static class RecurrentWeights
{
    /// <summary>The number of hidden units h.</summary>
    /// <param name="inputWeights">W, (gates·h)×d.</param>
    /// <param name="recurrentWeights">R, (gates·h)×h.</param>
    /// <param name="gates">How many gates stand below each other.</param>
    /// <exception cref="ShapeMismatchException">R is not (gates·h)×h, or W has not as many rows.</exception>
    public static int HiddenSize(Matrix<double> inputWeights, Matrix<double> recurrentWeights, int gates)
    {
        if (recurrentWeights.RowCount != (long)gates * recurrentWeights.ColumnCount || inputWeights.RowCount != recurrentWeights.RowCount)
        {
            throw new ShapeMismatchException(
                "The recurrent layer", "W", Shape.Of(inputWeights), "R", Shape.Of(recurrentWeights),
                gates == 1 ? "R must be square with as many rows as W" : $"both need {gates}·h rows, and R needs h columns");
        }

        return recurrentWeights.ColumnCount;
    }

    /// <summary>The entries of a vector, zeros where it is not given.</summary>
    /// <exception cref="ShapeMismatchException">It has another length.</exception>
    public static double[] Vector(Vector<double>? vector, string name, int length, Matrix<double> recurrentWeights)
    {
        if (vector is null)
            return new double[length];
        return vector.Count == length
            ? vector.ToArray()
            : throw new ShapeMismatchException(
                "The recurrent layer", "R", Shape.Of(recurrentWeights), name, new Shape(1, vector.Count), $"{name} needs {length} entries");
    }

    /// <summary>Wb + Rb, which most equations only know as a sum.</summary>
    /// <exception cref="ShapeMismatchException">One has not as many entries as R has rows.</exception>
    public static double[] Bias(Vector<double>? inputBias, Vector<double>? recurrentBias, Matrix<double> recurrentWeights)
    {
        var sum = Vector(inputBias, "Wb", recurrentWeights.RowCount, recurrentWeights);
        Entrywise.Add(sum, Vector(recurrentBias, "Rb", recurrentWeights.RowCount, recurrentWeights));
        return sum;
    }

    /// <summary>A clip threshold that makes sense, or none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public static double? Clip(double? clip) => clip is null or > 0
        ? clip
        : throw new ArgumentOutOfRangeException(nameof(clip), clip, "The clip threshold must be above 0.");
}
