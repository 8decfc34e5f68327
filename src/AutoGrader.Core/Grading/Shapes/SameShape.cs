using AutoGrader.Core.Grading.Notation;

namespace AutoGrader.Core.Grading.Shapes;

/// <summary>Finds "V has the same shape as K": the shape of one matrix given by another.</summary>
internal static class SameShape
{
    private static readonly HashSet<string> Same = new(StringComparer.Ordinal) { "same", "gleiche", "gleichen", "dieselbe", "dieselben",
        "selbe", "selben", "identical", "identische" };
    private static readonly HashSet<string> Shape = new(StringComparer.Ordinal) { "shape", "size", "dimensions", "form", "größe",
        "dimensionen" };

    public static IEnumerable<(string Matrix, string Other)> Find(IReadOnlyList<NotationToken> tokens, IReadOnlyCollection<string> matrices)
    {
        for (var i = 1; i + 3 < tokens.Count; i++)
        {
            if (!Same.Contains(tokens[i].Word) || !Shape.Contains(tokens[i + 1].Word) || tokens[i + 2].Word is not ("as" or "wie")
                || !matrices.Contains(tokens[i + 3].Text))
                continue;
            var subject = i - 1;
            while (subject > 0 && tokens[subject].IsWord)
                subject--;
            if (ShapeSubjects.EndingAt(tokens, subject, matrices) is { } subjects
                && !Enumerable.Range(subject, i - subject).Any(j => tokens[j].Word is "not" or "nicht"))
                foreach (var name in subjects.Names)
                    yield return (name, tokens[i + 3].Text);
        }
    }
}
