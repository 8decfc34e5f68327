namespace AutoGrader.Core.Grading.Concepts;

/// <summary>The kinds of <see cref="Token"/>.</summary>
internal enum TokenKind
{
    /// <summary>A word or the name of a quantity, scripts included: <c>h_t</c>, <c>K^T</c>.</summary>
    Word,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A sign of a formula that carries meaning: <c>=</c>, <c>→</c>, <c>∞</c>, <c>&gt;&gt;</c>.</summary>
    Symbol,

    /// <summary>A mark between clauses: comma, colon, semicolon, dash, bracket around words.</summary>
    Break,
}
