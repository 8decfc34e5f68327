using System.Globalization;
using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>The names in a rubric's text that a field may refer to, and new ones that are still free.</summary>
internal static class FormNames
{
    /// <summary>The steps of the question that a path leads into.</summary>
    public static IEnumerable<string> Steps(RubricText text, string path) => Values(text, $"{Question(path)}/computation/steps", "name");

    /// <summary>The criteria of the question.</summary>
    public static IEnumerable<string> Criteria(RubricText text, string path) => Values(text, $"{Question(path)}/criteria", "id");

    /// <summary>The questions above that have shapes.</summary>
    public static IEnumerable<string> WithShapes(RubricText text, string path) => Indices(text, "questions")
        .TakeWhile(q => q != Question(path)).Where(q => text.Has($"{q}/shapes")).Select(q => text.Get($"{q}/id") ?? "");

    /// <summary>The matrices whose shapes the question asks for or builds on.</summary>
    public static IEnumerable<string> Shapes(RubricText text, string path) => text.GetKeys($"{ShapesOf(text, path)}/shapes");

    /// <summary>The symbols of their sizes.</summary>
    public static IEnumerable<string> Sizes(RubricText text, string path) => Shapes(text, path)
        .SelectMany((_, i) => text.GetLines(FormattableString.Invariant($"{ShapesOf(text, path)}/shapes/#{i}"))).Distinct();

    /// <summary>A letter that no matrix, step or mistake of the computation has.</summary>
    public static string FreeMatrix(RubricText text, string computation) => Free(
        Letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        [.. text.GetKeys($"{computation}/given"), .. Values(text, $"{computation}/steps", "name"),
            .. Values(text, $"{computation}/mistakes", "name")]);

    /// <summary>A matrix that no key of the mapping names.</summary>
    public static string FreeShape(RubricText text, string map) => Free(
        [.. Shapes(text, map).Where(_ => !map.EndsWith("/shapes", StringComparison.Ordinal)), .. Letters("QKVABCDEFGHIJLMNOPRSTUWXYZ")],
        text.GetKeys(map));

    /// <summary>A criterion of the question that no key of the mapping names.</summary>
    public static string FreeCriterion(RubricText text, string map) => Free([.. Criteria(text, map), "?"], text.GetKeys(map));

    /// <summary>A number that no question has.</summary>
    public static string FreeQuestion(RubricText text) => Free(
        Enumerable.Range(text.Count("questions") + 1, text.Count("questions") + 1).Select(n => n.ToString(CultureInfo.InvariantCulture)),
        [.. Values(text, "questions", "id")]);

    /// <summary>An id that no criterion of a question has.</summary>
    public static string NextCriterion(RubricText text, string question) => Free(
        Letters("abcdefghijklmnopqrstuvwxyz").Select(letter => text.Get($"{question}/id") + letter), [.. Criteria(text, question)]);

    private static string Free(IEnumerable<string> possible, IReadOnlyCollection<string> taken) =>
        possible.FirstOrDefault(p => !taken.Contains(p)) ?? possible.Last();

    private static IEnumerable<string> Letters(string letters) => letters.Select(l => l.ToString());

    private static string ShapesOf(RubricText text, string path) => text.Get($"{Question(path)}/shapes-from") is { } from
        ? Indices(text, "questions").FirstOrDefault(q => text.Get($"{q}/id") == from) ?? Question(path)
        : Question(path);

    private static IEnumerable<string> Values(RubricText text, string list, string key) =>
        Indices(text, list).Select(item => text.Get($"{item}/{key}")).OfType<string>();

    private static IEnumerable<string> Indices(RubricText text, string list) =>
        Enumerable.Range(0, text.Count(list)).Select(i => FormattableString.Invariant($"{list}/{i}"));

    private static string Question(string path) => string.Join('/', path.Split('/').Take(2));
}
