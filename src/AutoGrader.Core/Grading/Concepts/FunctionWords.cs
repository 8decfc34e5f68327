namespace AutoGrader.Core.Grading.Concepts;

/// <summary>
/// The words that hold sentences together in English and German: articles, pronouns, prepositions, conjunctions, auxiliary verbs. Closed
/// classes, so the list does not depend on the subject. Long sentences without them are rows of keywords.
/// </summary>
internal static class FunctionWords
{
    /// <summary>The number of words from which a sentence needs them.</summary>
    public const int LongSentence = 10;

    private const int OneIn = 10;

    private static readonly HashSet<string> All = string.Join(
        ' ',
        "a an the this that these those it its they their them we our you he she i my",
        "of in on at by for from to into with without over under between through during after before about as than per via across",
        "and or but nor so because since if when while whereas where which who whom whose what how why then therefore thus hence",
        "also only just not no is are was were be been being am has have had do does did can could may might must should will would",
        "shall cannot there here",
        "der die das den dem des ein eine einer eines einem einen dies diese dieser dieses diesem diesen es er sie wir man ihr ihre ihrer",
        "ihren ihrem sein seine seiner seinen sich von im in an am auf bei für aus zu zum zur mit ohne über unter zwischen durch während",
        "nach vor um als pro je ins ans und oder aber denn weil da wenn wobei wo welche welcher welches was wie warum dann daher deshalb",
        "also auch nur nicht kein keine keinen sowie ist sind war waren wird werden wurde wurden hat haben hatte kann können muss müssen",
        "soll sollte darf dass damit dabei davon dazu daran darin dort hier")
        .Split(' ').Select(WordFolding.Fold).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a token is a word of a language rather than the name of a quantity: a line of formulas needs no grammar.</summary>
    public static bool IsWord(Token token) => token.Kind == TokenKind.Word && (token.Form.Length > 2 || All.Contains(token.Form));

    /// <summary>Whether a token is a word that says what a sentence is about.</summary>
    public static bool IsContent(Token token) => token.Kind == TokenKind.Word && !All.Contains(token.Form);

    /// <summary>
    /// Whether a sentence is long and hardly one word of it is a function word; those within keywords ("in the output") do not count.
    /// </summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="keywords">The indices of the tokens that are keywords.</param>
    public static bool AreMissingFrom(IReadOnlyList<Token> tokens, HashSet<int> keywords)
    {
        var words = tokens.Index().Where(t => IsWord(t.Item)).ToList();
        var grammar = words.Count(t => All.Contains(t.Item.Form) && !keywords.Contains(t.Index));
        return words.Count >= LongSentence && grammar * OneIn < words.Count;
    }
}
