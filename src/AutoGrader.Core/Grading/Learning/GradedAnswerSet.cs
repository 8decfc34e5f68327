using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>
/// Graded answers that belong to a rubric. Anonymous, immutable and named by their content, as a rubric version is: marks depend on them.
/// </summary>
public sealed class GradedAnswerSet
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private GradedAnswerSet(IReadOnlyList<GradedAnswer> answers)
    {
        Answers = answers;
        Source = string.Concat(answers.Select(a => Line(a) + "\n"));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Source)));
    }

    /// <summary>No answers.</summary>
    public static GradedAnswerSet Empty { get; } = new([]);

    /// <summary>The answers, in an order that depends on nothing but their content.</summary>
    public IReadOnlyList<GradedAnswer> Answers { get; }

    /// <summary>The answers as JSON lines, without students, languages and other keys.</summary>
    public string Source { get; }

    /// <summary>SHA-256 of <see cref="Source"/> in UTF-8, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>Answers as a set; the order they come in does not matter, repeated ones count as often as they are given.</summary>
    public static GradedAnswerSet Of(IEnumerable<GradedAnswer> answers) =>
        new([.. answers.OrderBy(a => a.QuestionId, StringComparer.Ordinal).ThenBy(Line, StringComparer.Ordinal)]);

    /// <summary>Reads graded answers to a rubric's questions from JSON lines (see <see cref="AnswerLines"/>).</summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="fileName">Named in the errors.</param>
    /// <param name="rubric">The rubric.</param>
    /// <returns>The set, or what is wrong with the file; never both.</returns>
    public static (GradedAnswerSet? Set, IReadOnlyList<RubricError> Errors) Read(string source, string fileName, Rubric rubric)
    {
        var (lines, faults) = AnswerLines.Read(source, fileName);
        if (faults.Count > 0)
            return (null, faults);
        var criteria = rubric.Questions
            .SelectMany(q => q.Criteria.Select(c => (Question: q.Id, c.Id, c.Maximum)))
            .ToDictionary(c => (c.Question, c.Id), c => c.Maximum);
        var errors = lines
            .SelectMany(l => Check(l).Select(fault => new RubricError(fileName, l.Line, 1, fault, AnswerLines.Remedy)))
            .ToList();
        return errors.Count > 0
            ? (null, errors)
            : (Of(lines.Select(l => new GradedAnswer(l.QuestionId, l.Text.Trim(), l.Points))), []);

        IEnumerable<LocalizedText> Check(AnswerLine line)
        {
            if (line.Points.Count == 0)
                yield return new("The answer has no points.", "Die Antwort hat keine Punkte.");
            foreach (var (criterion, value) in line.Points)
            {
                if (!criteria.TryGetValue((line.QuestionId, criterion), out var maximum))
                    yield return
                        new(
                            $"The rubric has no criterion '{criterion}' of question '{line.QuestionId}'.",
                            $"Das Bewertungsschema hat kein Kriterium „{criterion}“ der Frage „{line.QuestionId}“.");
                else if (Points.TryFromValue(value) is not { } points || points > maximum)
                    yield return
                        new(
                            $"{criterion} earns half-points up to {maximum}.",
                            $"{criterion} bringt halbe Punkte bis {maximum.In(Language.German)}.");
            }
        }
    }

    private static string Line(GradedAnswer answer) => JsonSerializer.Serialize(
        new
        {
            question = answer.QuestionId,
            answer = answer.Text,
            points = new SortedDictionary<string, decimal>(answer.Points.ToDictionary(), StringComparer.Ordinal),
        },
        Format);
}
