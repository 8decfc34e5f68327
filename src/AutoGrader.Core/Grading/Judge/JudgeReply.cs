using System.Text.Json;

namespace AutoGrader.Core.Grading.Judge;

/// <summary>Reads a judge's reply. Whatever is not exactly what was asked for is void: nothing is guessed.</summary>
public static class JudgeReply
{
    private const int LongestReply = 4000;
    private static readonly string[] Keys = ["points", "quotation", "reason"];

    /// <summary>The opinion in a reply, or a void one that says what is wrong.</summary>
    /// <param name="reply">The reply as received.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="judge">The judge's name.</param>
    /// <param name="key">Names prompt and reply in the store.</param>
    public static JudgeOpinion Read(string reply, JudgeQuestion question, string judge, string key)
    {
        if (reply.Length > LongestReply)
            return Void("The reply is too long.");
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(reply);
        }
        catch (JsonException)
        {
            return Void("The reply is no JSON.");
        }

        using (json)
            return Read(json.RootElement);

        JudgeOpinion Read(JsonElement root)
        {
            if (root.ValueKind != JsonValueKind.Object
                || !root.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).SequenceEqual(Keys))
                return Void("The reply does not have the keys points, quotation and reason, each once.");
            var (points, quotation, reason) = (root.GetProperty("points"), root.GetProperty("quotation"), root.GetProperty("reason"));
            if (points.ValueKind != JsonValueKind.Number || quotation.ValueKind != JsonValueKind.String
                || reason.ValueKind != JsonValueKind.String)
                return Void("The reply's points are no number, or quotation or reason no text.");
            if (!points.TryGetDecimal(out var value) || Points.TryFromValue(value) is not { } given || !question.Levels.Contains(given))
                return Void("The points are those of no level.");
            var quoted = Words(quotation.GetString()!);
            if (quoted.Length == 0 && given != Points.Zero)
                return Void("Points are given without a quotation.");
            if (!Words(question.Answer).Contains(quoted, StringComparison.Ordinal))
                return Void("The quotation does not occur in the answer.");
            return Opinion(JudgeOutcome.Given, reason.GetString()!) with { Points = given, Quotation = quoted };
        }

        JudgeOpinion Void(string why) => Opinion(JudgeOutcome.Void, why);

        JudgeOpinion Opinion(JudgeOutcome outcome, string remark) => new()
        {
            Outcome = outcome,
            Judge = judge,
            Key = key,
            Remark = remark,
        };
    }

    // Line ends and repeated blanks do not count.
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
