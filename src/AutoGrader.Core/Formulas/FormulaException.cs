namespace AutoGrader.Core.Formulas;

/// <summary>
/// Carries a fault out of parser, checker and evaluator; <see cref="Computations.ComputationPlan"/> turns it into a
/// <see cref="Computations.FormulaFault"/>. Never leaves Core.
/// </summary>
internal sealed class FormulaException(int column, string message, string remedy) : Exception(message)
{
    public int Column { get; } = column;

    public string Remedy { get; } = remedy;
}
