using System.Globalization;
using AutoGrader.Core.Grading.Concepts;
using AutoGrader.Core.Rubrics;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace AutoGrader.Core.Grading.Learning;

/// <summary>
/// Turns sentences into terms. Words are stemmed both as English and as German (Snowball), because answers mix the languages; where the two
/// stems differ, each counts half.
/// </summary>
internal sealed class TermReader
{
    private const int MostTokens = 4000;
    private const int LongestWord = 60;
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;

    private readonly IReadOnlyList<(string Name, CompiledPhrase Phrase)> _ideas;

    /// <summary>Prepares the ideas that a rubric's phrases name.</summary>
    public TermReader(IEnumerable<Phrase> phrases)
    {
        var groups = phrases.SelectMany(p => p.Parsed.Phrase!.Parts).SelectMany(variants => variants[0].Required);
        _ideas =
        [
            .. groups.Where(g => !g.IsNegation)
                .DistinctBy(g => string.Join('|', g.Alternatives.Select(a => string.Join(' ', a))), StringComparer.Ordinal)
                .Select((g, i) => (i.ToString(CultureInfo.InvariantCulture), new CompiledPhrase("", [[new PhrasePart([g], [])]]))),
        ];
    }

    /// <summary>The terms of sentences.</summary>
    public AnswerTerms Read(IEnumerable<Sentence> sentences)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        var characters = new Dictionary<string, double>(StringComparer.Ordinal);
        var ideas = new Dictionary<string, double>(StringComparer.Ordinal);
        SnowballProgram english = new EnglishStemmer(), german = new German2Stemmer();
        var tokens = 0;
        foreach (var sentence in sentences.TakeWhile(s => (tokens += s.Tokens.Count) <= MostTokens))
        {
            var denials = Negation.DenialsIn(sentence.Tokens);
            for (var i = 0; i < sentence.Tokens.Count; i++)
            {
                var (kind, form) = (sentence.Tokens[i].Kind, sentence.Tokens[i].Form);
                if (kind == TokenKind.Break || form.Length > LongestWord)
                    continue;
                var isDenied = denials.Any(d => d.At != i && d.Scope.Contains(i));
                AddStems(words, Stem(english, form), Stem(german, form), isDenied);
                if (kind == TokenKind.Word)
                    AddPieces(characters, $"<{form}>");
            }

            foreach (var (name, _) in _ideas.Where(idea => PhraseMatcher.FirstOccurrence(idea.Phrase, sentence.Tokens) is not null))
                ideas[name] = 1;
        }

        return new AnswerTerms(words, characters, ideas);
    }

    private static void AddStems(Dictionary<string, double> words, string english, string german, bool isDenied)
    {
        var share = english == german ? 1 : 0.5;
        foreach (var stem in english == german ? [english] : new[] { english, german })
        {
            Add(words, stem, share);
            if (isDenied)
                Add(words, "!" + stem, share);
        }
    }

    private static void AddPieces(Dictionary<string, double> characters, string word)
    {
        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var start = 0; start + length <= word.Length; start++)
                Add(characters, word.Substring(start, length), 1);
        }
    }

    private static void Add(Dictionary<string, double> terms, string term, double count) =>
        terms[term] = terms.GetValueOrDefault(term) + count;

    private static string Stem(SnowballProgram stemmer, string word)
    {
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }
}
