namespace AutoGrader.Numerics.Recurrent;

/// <summary>
/// The order in which a recurrent layer reads a sequence. Both at once, ONNX' <c>bidirectional</c>, is a
/// <see cref="BidirectionalLayer{TTrace}"/>.
/// </summary>
public enum Direction
{
    /// <summary>From the first step to the last.</summary>
    Forward,

    /// <summary>From the last step, which is each sequence's own last one, to the first.</summary>
    Reverse,
}
