namespace AutoGrader.Core.Formulas;

/// <summary>The arguments of a call, as quantities while it is checked, as matrices while it is evaluated.</summary>
/// <param name="call">The call.</param>
/// <param name="values">What became of <see cref="CallExpression.Arguments"/>.</param>
/// <param name="named">What became of <see cref="CallExpression.Named"/>.</param>
internal sealed class CallArguments<T>(CallExpression call, IReadOnlyList<T> values, IReadOnlyList<T> named)
{
    public CallExpression Call => call;

    public int Count => values.Count;

    public T this[int index] => values[index];

    /// <summary>An argument given by name, or what stands for it where it is not given.</summary>
    public T Named(string name, T otherwise) => IndexOf(name) is var index and >= 0 ? named[index] : otherwise;

    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>What is written for an argument given by name, for messages.</summary>
    public Expression ExpressionOf(string name) => call.Named[IndexOf(name)].Value;

    /// <summary>Whether an option is this word; not where it is left out.</summary>
    public bool Is(string option, string word) => call.Option(option) == word;

    private int IndexOf(string name)
    {
        for (var i = 0; i < call.Named.Count; i++)
        {
            if (call.Named[i].Name == name)
                return i;
        }

        return -1;
    }
}

internal static class CallArguments
{
    /// <summary>Makes something of every argument, in the order of the text but those with a name last.</summary>
    public static CallArguments<T> Of<T>(CallExpression call, Func<Expression, T> make) =>
        new(call, [.. call.Arguments.Select(make)], [.. call.Named.Select(argument => make(argument.Value))]);
}
