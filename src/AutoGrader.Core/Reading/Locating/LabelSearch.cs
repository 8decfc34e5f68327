using System.Numerics;

namespace AutoGrader.Core.Reading.Locating;

/// <summary>
/// Chooses which candidates are labels by looking at all of them together: a beam search for the sequence with the greatest sum of looks
/// and consistency (questions in order, tasks as blocks in any order, one style of local numbers, nothing twice).
/// A label of the sheet's next question that is passed over costs; so does a label chosen against the order.
/// </summary>
internal sealed class LabelSearch
{
    private const int BeamWidth = 32;
    private const int MostStyles = 6;

    private readonly IReadOnlyList<LabelCandidate> _candidates;
    private readonly SheetNumbering _sheet;
    private readonly Dictionary<NumberingAssumption, List<SearchNode>[]> _beams = [];

    public LabelSearch(IReadOnlyList<LabelCandidate> candidates, SheetNumbering sheet)
    {
        _candidates = candidates;
        _sheet = sheet;
    }

    /// <summary>The best sequence over all assumptions on how the report numbers.</summary>
    public LabelSequence Best() => Assumptions().Select(Run).MaxBy(s => s.Score)!;

    /// <summary>The best sequence under the assumption of another one, without one of its candidates: tells how much hangs on it.</summary>
    public LabelSequence Without(LabelSequence sequence, int candidate)
    {
        // Up to the candidate nothing changes.
        var beam = _beams[sequence.Assumption][candidate];
        for (var i = candidate + 1; i < _candidates.Count; i++)
            beam = Step(beam, i, sequence.Assumption);
        return LabelSequence.From(beam[0], sequence.Assumption);
    }

    private IEnumerable<NumberingAssumption> Assumptions()
    {
        var styles = _candidates.SelectMany(c => c.Readings).Where(r => r.Kind == LabelKind.Local).CountBy(r => r.Style)
            .OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Take(MostStyles).Select(p => p.Key);
        bool[] outlines = _candidates.Any(c => c.Readings.Any(r => r.Outline)) ? [false, true] : [false];
        return new string?[] { null }.Concat(styles).SelectMany(s => outlines.Select(o => new NumberingAssumption(s, o)))
            .SelectMany(a => CountsOn(a.LocalStyle) ? [a, a with { Running = true }] : new[] { a });
    }

    // Only where there are more numbers than any task has questions.
    private bool CountsOn(string? style) => style is not null && _sheet.GroupCount > 1
        && _candidates.SelectMany(c => c.Readings)
            .Any(r => r.Kind == LabelKind.Local && r.Style == style && r.Target > _sheet.LargestLocal);

    private LabelSequence Run(NumberingAssumption assumption)
    {
        var beams = new List<SearchNode>[_candidates.Count + 1];
        var start = new SearchState(_sheet.GroupCount == 1 ? 0 : -1, -1, BigInteger.Zero, BigInteger.Zero);
        beams[0] = [new SearchNode(start, 0, null, -1, null, 0, 0)];
        for (var i = 0; i < _candidates.Count; i++)
            beams[i + 1] = Step(beams[i], i, assumption);
        _beams[assumption] = beams;
        return LabelSequence.From(beams[^1][0], assumption);
    }

    /// <summary>Extends every sequence by each reading of a candidate and by passing it over; keeps the best for each state.</summary>
    private List<SearchNode> Step(List<SearchNode> beam, int index, NumberingAssumption assumption)
    {
        // Most nodes end in a state of their own: passed over, and taken.
        var next = new Dictionary<SearchState, SearchNode>(beam.Count * (1 + _candidates[index].Readings.Count));
        foreach (var node in beam)
        {
            Offer(next, node with { Score = node.Score - PassingOver(node, _candidates[index], assumption) });
            foreach (var reading in _candidates[index].Readings)
            {
                if (LabelTransition.Take(node, index, _candidates, reading, assumption, _sheet) is { } taken)
                    Offer(next, taken);
            }
        }

        return [.. next.Values.OrderByDescending(n => n.Score).ThenBy(n => n.Label).Take(BeamWidth)];
    }

    private static void Offer(Dictionary<SearchState, SearchNode> nodes, SearchNode node)
    {
        if (!nodes.TryGetValue(node.State, out var known) || node.Score > known.Score)
            nodes[node.State] = node;
    }

    /// <summary>What it costs to say that a candidate is no label.</summary>
    private double PassingOver(SearchNode node, LabelCandidate candidate, NumberingAssumption assumption)
    {
        var cost = 0.0;
        foreach (var reading in candidate.Readings)
        {
            if (reading.Kind != LabelKind.Local)
            {
                cost = Math.Max(cost, reading.Outline == assumption.Outline ? 0.35 * reading.Score : 0);
                continue;
            }

            var question = assumption.Running ? _sheet.FindRunning(reading.Target)
                : node.State.Group < 0 ? -1 : _sheet.FindLocal(node.State.Group, reading.Target);
            var isNext = question >= 0 && reading.Style == assumption.LocalStyle
                && reading.Target == LabelTransition.NextLocal(node.State, assumption, _sheet);
            cost = Math.Max(cost, isNext && reading.Score > 0 ? 1 : 0);
        }

        return cost;
    }
}
