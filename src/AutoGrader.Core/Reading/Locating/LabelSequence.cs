namespace AutoGrader.Core.Reading.Locating;

/// <summary>A choice of labels in reading order.</summary>
internal sealed record LabelSequence
{
    /// <summary>The labels: the candidate, what it names and which question (or -1).</summary>
    public required IReadOnlyList<ChosenLabel> Labels { get; init; }

    /// <summary>How good the whole is.</summary>
    public required double Score { get; init; }

    /// <summary>What was assumed.</summary>
    public required NumberingAssumption Assumption { get; init; }

    public static LabelSequence From(SearchNode last, NumberingAssumption assumption)
    {
        var labels = new List<ChosenLabel>();
        for (var node = last; node is { Kind: not null }; node = node.Before)
            labels.Add(new ChosenLabel(node.Label, node.Kind!.Value, node.State.Question, node.State.Group));
        labels.Reverse();
        return new LabelSequence { Labels = labels, Score = last.Score, Assumption = assumption };
    }
}
