using AutoGrader.Core;
using AutoGrader.Core.Computations;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Cli.Output;

/// <summary>The recomputed reference answers for people.</summary>
internal static class ReferenceText
{
    private static readonly LocalizedText NothingComputed = new(
        "No question of this rubric is computed.",
        "Keine Aufgabe dieses Bewertungsschemas wird berechnet.");

    public static void Write(TextWriter output, RubricVersion version, IReadOnlyList<ReferenceAnswer> answers, Language language)
    {
        output.WriteLine($"{version.Rubric.Title.In(language)} (version {version.ShortHash})");
        if (answers.Count == 0)
            output.WriteLine(NothingComputed.In(language));
        foreach (var answer in answers)
            Write(output, answer, language);
    }

    private static void Write(TextWriter output, ReferenceAnswer answer, Language language)
    {
        output.WriteLine();
        output.WriteLine($"{answer.QuestionId} {answer.Title.In(language)}");
        foreach (var given in answer.Given)
            Write(output, $"{given.Name} ({new LocalizedText("given", "gegeben").In(language)})", MatrixText.Lines(given.Value));
        foreach (var (step, value) in answer.Steps)
            Write(output, $"{step.Title.In(language)}: {step.Name} = {step.Formula}", MatrixText.Lines(value));
    }

    private static void Write(TextWriter output, string title, IEnumerable<string> lines)
    {
        output.WriteLine();
        output.WriteLine($"  {title}");
        foreach (var line in lines)
            output.WriteLine($"    {line}");
    }
}
