namespace AutoGrader.Application.Review;

/// <summary>A filled-in row of a <c>review.csv</c>, as text.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Participant">The hand-in's key.</param>
/// <param name="Criterion">The criterion's id or, for a hand-in rule, the wire name of the reason.</param>
/// <param name="Points">The points, or <see cref="Waive"/>.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who decided; may be empty.</param>
/// <param name="Version">Names the bytes that were looked at; may be empty.</param>
internal sealed record ReviewRow(int Line, string Participant, string Criterion, string Points, string Reason, string By, string Version)
{
    /// <summary>What is written in place of points to overrule a hand-in rule.</summary>
    public const string Waive = "waive";

    /// <summary>The short name of the bytes handed in. Begins with letters, so that no spreadsheet takes it for a number.</summary>
    public static string VersionOf(string contentHash) => "v-" + contentHash[..12];
}
