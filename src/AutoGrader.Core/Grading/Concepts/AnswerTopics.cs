namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// Tells which passages of an answer are about which of several topics ("live: … offline: …"). A sentence is about what it names first, or,
/// naming nothing, about what the sentence before is about; a sentence that names a second topic in a clause of its own is cut there.
/// </summary>
internal static class AnswerTopics
{
    /// <summary>The passages about each topic; <c>null</c> where fewer than two topics are named.</summary>
    /// <param name="sentences">The sentences in reading order.</param>
    /// <param name="topics">For each topic the ways to name it.</param>
    public static IReadOnlyList<IReadOnlyList<Passage>>? Find(
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<IReadOnlyList<CompiledPhrase>> topics)
    {
        var named = sentences.SelectMany(s => Cut(s, topics)).ToList();
        if (named.Where(n => n.Topic is not null).Select(n => n.Topic).Distinct().Count() < 2)
            return null;
        var runs = topics.Select(_ => new List<Passage>()).ToList();
        var (open, current) = (new List<Sentence>(), (int?)null);
        foreach (var (sentence, topic) in named)
        {
            if (topic is not null && topic != current)
                Close();
            current = topic ?? current;
            open.Add(sentence);
        }

        Close();
        return runs;

        // What precedes the first topic is about all of them.
        void Close()
        {
            foreach (var topic in current is { } one ? [one] : Enumerable.Range(0, topics.Count))
                runs[topic].Add(new Passage([.. open], isOneThought: true));
            open.Clear();
        }
    }

    private static IEnumerable<(Sentence Sentence, int? Topic)> Cut(Sentence sentence, IReadOnlyList<IReadOnlyList<CompiledPhrase>> topics)
    {
        var mentions = topics
            .Select((names, topic) => (Topic: topic, At: names.Min(n => PhraseMatcher.FirstOccurrence(n, sentence.Tokens))))
            .Where(m => m.At is not null)
            .OrderBy(m => m.At)
            .ToList();
        if (mentions.Count < 2 || Negation.Clause(sentence.Tokens, mentions[1].At!.Value).From is var cut && cut <= mentions[0].At)
            return [(sentence, mentions.Count == 0 ? null : mentions[0].Topic)];
        return [(sentence.Part(0, cut), mentions[0].Topic), .. Cut(sentence.Part(cut, sentence.Tokens.Count), topics)];
    }
}
