namespace AutoGrader.Core.Reading.Locating;

/// <summary>A report with its labels chosen and its sections cut: what the judgement of the answers looks at.</summary>
internal sealed record LocatedReport
{
    public required ReportContent Content { get; init; }

    public required SheetNumbering Sheet { get; init; }

    public required QuestionTitles Titles { get; init; }

    public required LabelSequence Sequence { get; init; }

    public required LabelTrust Trust { get; init; }

    public required IReadOnlyList<AnswerSection> Sections { get; init; }
}
