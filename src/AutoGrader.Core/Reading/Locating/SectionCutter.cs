namespace AutoGrader.Core.Reading.Locating;

/// <summary>Cuts a report at its labels.</summary>
internal sealed class SectionCutter
{
    private readonly IReadOnlyList<ReportBlock> _blocks;
    private readonly IReadOnlyList<LabelCandidate> _candidates;
    private readonly QuestionTitles _titles;

    public SectionCutter(IReadOnlyList<ReportBlock> blocks, IReadOnlyList<LabelCandidate> candidates, QuestionTitles titles)
    {
        _blocks = blocks;
        _candidates = candidates;
        _titles = titles;
    }

    /// <summary>
    /// The sections in reading order; together they hold everything but labels, titles above them and repeated questions, each part once.
    /// </summary>
    public IReadOnlyList<AnswerSection> Cut(LabelSequence sequence)
    {
        var sections = new List<AnswerSection>();
        var documentEnd = new ReportPosition(_blocks.Count, 0);
        var firstLabel = sequence.Labels.Count > 0 ? _candidates[sequence.Labels[0].Candidate].Position : documentEnd;
        sections.Add(Section(-1, -1, -1, default, default, firstLabel));
        for (var i = 0; i < sequence.Labels.Count; i++)
        {
            var label = sequence.Labels[i];
            var candidate = _candidates[label.Candidate];
            var end = i + 1 < sequence.Labels.Count ? AboveTitles(_candidates[sequence.Labels[i + 1].Candidate]) : documentEnd;
            var start = ContentStart(label, candidate, end);
            var section = Section(label.Question, label.Group, i, candidate.Position, start.CompareTo(end) > 0 ? end : start, end);
            sections.Add(label.Kind == LabelKind.Question ? section with { Further = candidate.Further } : section);
        }

        return sections;
    }

    /// <summary>Where the answer before a label ends: above the larger headings that stand directly above the label's own.</summary>
    private ReportPosition AboveTitles(LabelCandidate label)
    {
        var block = label.Block;
        if (label.Start > 0 || _blocks[block].Kind != BlockKind.Heading)
            return label.Position;
        while (block > 0 && _blocks[block - 1].Kind == BlockKind.Heading && _blocks[block - 1].FontSize > _blocks[block].FontSize)
            block--;
        return new ReportPosition(block, 0);
    }

    private AnswerSection Section(
        int question, int group, int label, ReportPosition labelStart, ReportPosition start, ReportPosition end) => new()
        {
            Question = question,
            Group = group,
            Label = label,
            LabelStart = labelStart,
            Start = start,
            End = end,
            Blocks = BlockSlicer.Between(_blocks, start, end),
        };

    private ReportPosition ContentStart(ChosenLabel label, LabelCandidate candidate, ReportPosition end)
    {
        var behind = new ReportPosition(candidate.Block, candidate.End);
        if (label.Question < 0)
        {
            // The rest of a task's heading is its title.
            var block = _blocks[candidate.Block];
            return block.Kind == BlockKind.Heading ? new ReportPosition(candidate.Block, block.Text.Length) : behind;
        }

        return candidate.Repeated == label.Question ? candidate.RepeatedEnd : BehindTitle(candidate, label.Question, end);
    }

    /// <summary>Skips a heading's title ("1.1 Hidden state") where an answer follows it, and "Answer:".</summary>
    private ReportPosition BehindTitle(LabelCandidate candidate, int question, ReportPosition end)
    {
        var block = _blocks[candidate.Block];
        var behind = new ReportPosition(candidate.Block, candidate.End);
        if (block.Kind == BlockKind.Heading && candidate.End < block.Text.Length && end.Block > candidate.Block + 1
            && _titles.IsTitleOf(question, block.Text[candidate.End..]))
            behind = new ReportPosition(candidate.Block, block.Text.Length);
        return RepeatedQuestion.AnswerMarkerEnd(_blocks, behind);
    }
}
