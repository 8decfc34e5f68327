namespace AutoGrader.Core.Formulas;

/// <summary>
/// What all computations of one rubric may cost together whenever it is read. Each stays within a bound of its own
/// (<see cref="FormulaChecker.MaximumWork"/>), but nothing bounds how many a file has. Counted as there; no clock.
/// </summary>
/// <param name="limit">The most that may be spent.</param>
internal sealed class WorkBudget(long limit = WorkBudget.OfRubric)
{
    /// <summary>
    /// Ten of the largest computations: a few tenths of a second. The sheets that come with the program take less than a hundredth.
    /// </summary>
    public const long OfRubric = 10 * FormulaChecker.MaximumWork;

    public long Spent { get; private set; }

    /// <summary>Whether more was asked for than there is. What comes after is not looked at.</summary>
    public bool IsExceeded => Spent > limit;

    /// <param name="work">Multiplications, or what takes as long.</param>
    /// <param name="column">Where in the formula they are asked for.</param>
    /// <exception cref="FormulaException">They exceed the budget.</exception>
    public void Spend(long work, int column)
    {
        Spent += work;
        if (IsExceeded)
            throw new FormulaException(
                column,
                new(
                    "With this formula the computations of all questions are too large together to be checked whenever the rubric is read.",
                    "Mit dieser Formel sind die Rechnungen aller Fragen zusammen zu groß, um bei jedem Lesen "
                        + "des Bewertungsschemas geprüft zu werden."),
                new(
                    "Use smaller matrices, lower powers or fewer steps, here or above, or split the sheet.",
                    "Verwenden Sie hier oder darüber kleinere Matrizen, niedrigere Potenzen oder weniger "
                        + "Schritte, oder teilen Sie das Blatt auf."));
    }
}
