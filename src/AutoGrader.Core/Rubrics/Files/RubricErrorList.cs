namespace AutoGrader.Core.Rubrics.Files;

/// <summary>Collects the errors of one file, so that all of them can be told at once.</summary>
internal sealed class RubricErrorList(string fileName)
{
    // A file that is wrong in a thousand places is wrong in one way; nobody reads on.
    private const int Limit = 100;

    private readonly List<RubricError> errors = [];

    public bool IsEmpty => errors.Count == 0;

    public int Count => errors.Count;

    public void Add(Place place, LocalizedText message, LocalizedText remedy)
    {
        if (errors.Count < Limit)
            errors.Add(new RubricError(fileName, place.Line, place.Column, message, remedy));
    }

    /// <summary>The errors in the order of the file.</summary>
    public IReadOnlyList<RubricError> InFileOrder() => [.. errors.OrderBy(e => e.Line).ThenBy(e => e.Column)];
}
