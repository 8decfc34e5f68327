using AutoGrader.Core.Computations;

namespace AutoGrader.Core.Grading.Matrices;

/// <summary>
/// The values a student goes on from: given matrices, own results, and formulas where nothing is shown. Error carried forward is evaluating
/// the next formula on this chain. Immutable; a longer chain shares what it goes on from.
/// </summary>
internal sealed class StudentChain
{
    private readonly ComputationPlan _plan;
    private readonly StudentChain? _earlier;
    private readonly string _name;
    private readonly Expectation? _value;

    private StudentChain(ComputationPlan plan, StudentChain? earlier, string name, Expectation? value, bool isReference)
    {
        _plan = plan;
        _earlier = earlier;
        _name = name;
        _value = value;
        IsReference = isReference;
    }

    /// <summary>Whether all exact values so far are the reference's; the numbers on paper may be rounded.</summary>
    public bool IsReference { get; }

    public static StudentChain Start(ComputationPlan plan) => new(plan, null, "", null, isReference: true);

    /// <summary>What the student goes on from under a name.</summary>
    public Expectation this[string name]
    {
        get
        {
            for (var chain = this; chain._earlier is not null; chain = chain._earlier)
            {
                if (chain._name == name)
                    return chain._value!;
            }

            return _plan.Expected(name);
        }
    }

    /// <summary>Goes on with a value under a name, in place of an earlier one.</summary>
    public StudentChain With(string name, Expectation value) =>
        new(_plan, this, name, value, IsReference && ReferenceEquals(value.Exact, _plan.Expected(name).Exact));
}
