namespace AutoGrader.Core.Reading.Locating;

/// <summary>How much hangs on each label of a sequence: what the best sequence without it would be worth.</summary>
internal sealed class LabelTrust
{
    private const double WorthAlternative = 1.5;

    private readonly IReadOnlyList<LabelCandidate> _candidates;

    private LabelTrust(IReadOnlyList<LabelCandidate> candidates, double[] confidences, LabelCandidate?[] alternatives)
    {
        _candidates = candidates;
        Confidences = confidences;
        Alternatives = alternatives;
    }

    /// <summary>For every label of the sequence the confidence that it is one, and the right one.</summary>
    public IReadOnlyList<double> Confidences { get; }

    /// <summary>For every label the place that could as well be the label of its question, or <c>null</c>.</summary>
    public IReadOnlyList<LabelCandidate?> Alternatives { get; }

    public static LabelTrust Of(LabelSearch search, LabelSequence sequence, IReadOnlyList<LabelCandidate> candidates)
    {
        var confidences = new double[sequence.Labels.Count];
        var alternatives = new LabelCandidate?[sequence.Labels.Count];
        for (var i = 0; i < sequence.Labels.Count; i++)
        {
            var label = sequence.Labels[i];
            var without = search.Without(sequence, label.Candidate);
            var margin = sequence.Score - without.Score;
            confidences[i] = Math.Min(0.99, 1 / (1 + Math.Exp(-0.2 - 1.2 * margin)));
            var other = without.Labels.FirstOrDefault(l => l.Question == label.Question && l.Question >= 0);
            if (other is not null && margin < WorthAlternative && sequence.Labels.All(l => l.Candidate != other.Candidate))
                alternatives[i] = candidates[other.Candidate];
        }

        return new LabelTrust(candidates, confidences, alternatives);
    }

    /// <summary>
    /// The first place that was passed over and might be the label of a question: by its full number anywhere, by its local number within
    /// its group.
    /// </summary>
    public LabelCandidate? PassedOver(int question, LabelSequence sequence, SheetNumbering sheet)
    {
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (sequence.Labels.Any(l => l.Candidate == i))
                continue;
            var before = sequence.Labels.LastOrDefault(l => l.Candidate < i);
            var isInGroup = before is not null && before.Group == sheet.GroupOf(question) && before.Question < question;
            if (_candidates[i].Readings.Any(r => r.Score > 0 && (r.Kind == LabelKind.Question && r.Target == question
                || isInGroup && r.Kind == LabelKind.Local && r.Target == sheet.LocalOf(question))))
                return _candidates[i];
        }

        return null;
    }
}
