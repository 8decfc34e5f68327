using System.Text.RegularExpressions;
using AutoGrader.Core.Reading;

namespace AutoGrader.Benchmarks.Accuracy;

/// <summary>
/// A located answer beside what was typed. Words of prose are compared; formulas are measured by <see cref="MatrixCheck"/>.
/// </summary>
/// <param name="Student">The student.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Answer">The located answer; <c>null</c> where nothing was read.</param>
/// <param name="IsAnswered">Whether the student answered.</param>
/// <param name="Typed">The number of words typed.</param>
/// <param name="Found">The number of words found.</param>
/// <param name="Shared">The number of words that are in both.</param>
internal sealed partial record AnswerCheck(
    CorpusStudent Student, string QuestionId, Answer? Answer, bool IsAnswered, int Typed, int Found, int Shared)
{
    // Names of variables and captions come and go with the mathematics.
    private const double Tolerated = 0.2;
    private const int ToleratedWords = 2;

    /// <summary>Whether the state is right and the text is the right one, by and large.</summary>
    public bool IsRight => IsAnswered
        ? Answer?.State == AnswerState.Found && IsTolerable(Typed) && IsTolerable(Found)
        : Answer?.State == AnswerState.Missing;

    /// <summary>The share of the typed words that were found; 1 where none were typed.</summary>
    public double Recall => Typed == 0 ? 1 : (double)Shared / Typed;

    /// <summary>The share of the found words that were typed; 1 where none were found.</summary>
    public double Precision => Found == 0 ? 1 : (double)Shared / Found;

    public double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);

    public static IEnumerable<AnswerCheck> Of(StudentRun run, IEnumerable<string> questions)
    {
        foreach (var question in questions)
        {
            var answer = run.Document?.Answers.Single(a => a.QuestionId == question);
            var typed = run.Student.Answers.GetValueOrDefault(question);
            var expected = WordsOf(Markup().Replace(Caption().Replace(typed ?? "", "${text}"), " "));
            var hasCode = typed?.Contains("```", StringComparison.Ordinal) == true;
            var prose = answer?.Blocks.Where(b => !hasCode || b.Kind is not (BlockKind.Code or BlockKind.Output)).Select(b => b.Text) ?? [];
            var actual = WordsOf(string.Join(' ', prose));
            var shared = expected.Sum(p => Math.Min(p.Value, actual.GetValueOrDefault(p.Key)));
            yield return new AnswerCheck(
                run.Student, question, answer, typed is not null, expected.Values.Sum(), actual.Values.Sum(), shared);
        }
    }

    private bool IsTolerable(int words) => words - Shared <= Math.Max(ToleratedWords, Tolerated * words);

    private static Dictionary<string, int> WordsOf(string text) =>
        Words().Matches(text).Select(m => m.Value.ToLowerInvariant()).CountBy(w => w).ToDictionary();

    // Formulas are typed and printed in different words.
    [GeneratedRegex(@"\$\$.*?\$\$|\$.*?\$|```.*?```", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"!\[(?<text>.*?)\]\(.*?\)")]
    private static partial Regex Caption();

    [GeneratedRegex(@"\b(?!sqrt\b)\p{L}{3,}")]
    private static partial Regex Words();
}
