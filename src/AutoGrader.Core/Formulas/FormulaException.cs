namespace AutoGrader.Core.Formulas;

/// <summary>
/// Carries a fault out of parser, checker and evaluator; <see cref="Computations.ComputationPlan"/> turns it into a
/// <see cref="Computations.FormulaFault"/>. Never leaves Core.
/// </summary>
internal sealed class FormulaException(int column, LocalizedText fault, LocalizedText remedy) : Exception(fault.English)
{
    public int Column { get; } = column;

    public LocalizedText Fault { get; } = fault;

    public LocalizedText Remedy { get; } = remedy;
}
