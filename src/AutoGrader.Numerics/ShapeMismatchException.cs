namespace AutoGrader.Numerics;

/// <summary>Two matrices do not fit together. The message names both shapes and what they were needed for.</summary>
public sealed class ShapeMismatchException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">What was to be computed, such as <c>QKᵀ</c>.</param>
    /// <param name="leftName">The name of the first matrix.</param>
    /// <param name="left">The shape of the first matrix.</param>
    /// <param name="rightName">The name of the second matrix.</param>
    /// <param name="right">The shape of the second matrix.</param>
    /// <param name="rule">What had to agree, such as <c>they need the same number of columns</c>.</param>
    public ShapeMismatchException(string operation, string leftName, Shape left, string rightName, Shape right, string rule)
        : base($"{operation} is not defined for {leftName} ({left}) and {rightName} ({right}): {rule}.")
    {
        Left = left;
        Right = right;
    }

    /// <summary>The shape of the first matrix.</summary>
    public Shape Left { get; }

    /// <summary>The shape of the second matrix.</summary>
    public Shape Right { get; }
}
