using AutoGrader.Core.Grading.Concepts;

namespace AutoGrader.Tests.Core.Grading.Concepts;

public sealed class PhraseMatcherTests
{
    [Theory]
    [InlineData("gradient", "The gradients vanish.")]
    [InlineData("Abhängigkeit", "langfristige Abhaengigkeiten")]
    [InlineData("Abhängigkeit", "langfristige Abha\u0308ngigkeiten")]
    [InlineData("groß*", "Die Größe ist fest.")]
    [InlineData("long-term", "long term memory")]
    [InlineData("long term", "longterm memory")]
    [InlineData("backpropagation", "back-propagation through time")]
    [InlineData("*information", "die Kontextinformation geht verloren")]
    [InlineData("h_t", "the state $h_{t}$ is larger")]
    [InlineData("h_t", "the state hₜ is larger")]
    [InlineData("N_KV", "there are N_{KV} keys")]
    [InlineData("QK^T", "the product Q K^T")]
    [InlineData("QK^T", "the product Q·K^⊤ is 1")]
    [InlineData("c I", "Q = cI")]
    [InlineData("c I", "Q = c·I")]
    [InlineData("whole video", "the whole of the video")]
    [InlineData("dependencies", "a long dependency")]
    [InlineData("requires", "requiring more memory")]
    [InlineData("dimension", "the dimesion is fixed")]
    [InlineData("\"x >> y\"", "x≫y")]
    [InlineData("Q = * I", "with Q = cI")]
    [InlineData("Q = * I", "with Q = c·I")]
    [InlineData("Q = * I", "with Q=100·I")]
    [InlineData("QK^T = * I_N", "then QK^T=c^2I_N")]
    public void Find_SameWordInAnotherForm_IsSaid(string phrase, string answer) => Assert.True(Find(phrase, answer)?.IsPlain);

    [Theory]
    [InlineData("stable", "training is unstable")]
    [InlineData("abhängig", "das ist unabhängig")]
    [InlineData("possible", "this is impossible")]
    [InlineData("explicit", "this is implicit")]
    [InlineData("long term", "a long and difficult term")]
    [InlineData("h_t", "the state h_{t-1}")]
    [InlineData("future + frame", "The future is open. It is bright. A frame is an image.")]
    [InlineData("memory + -output", "memory of the output")]
    [InlineData("Q = * I", "with Q = I")]
    [InlineData("Q = * I", "with Q = K = I")]
    [InlineData("Q = * I", "with Q = c = I")]
    [InlineData("Q = * I", "with Q = K, and I is large")]
    public void Find_AnotherWord_IsNotSaid(string phrase, string answer) => Assert.Null(Find(phrase, answer));

    [Theory]
    [InlineData("h_t + memory", "h_t does not contain any memory.")]
    [InlineData("h_t + memory", "It is not true that h_t is a memory.")]
    [InlineData("h_t + Information", "h_t enthält keine weitere Information.")]
    [InlineData("zukünftige Frames + kennt", "Das Modell kennt zukünftige Frames nicht.")]
    [InlineData("Spalten + summier*", "Die Spalten summieren sich im Allgemeinen nicht zu 1.")]
    [InlineData("softmax + diag", "Dann ist softmax(I) ≠ diag(1).")]
    [InlineData("queries", "The sum is taken over the keys instead of the queries.")]
    [InlineData("Spalten", "Die Zeilen statt der Spalten ergeben 1.")]
    [InlineData("number of queries", "The number of queries does not matter.")]
    [InlineData("Keys", "Die Keys spielen keine Rolle.")]
    public void Find_UnderANegation_IsDenied(string phrase, string answer) =>
        Assert.Equal(HitStrength.Denied, Find(phrase, answer)?.Strength);

    [Theory]
    [InlineData("small + forget*", "The network forgets because gradients are small.")]
    [InlineData("Zustand + speicher*", "Der Zustand wird gelöscht, damit die Ausgabe alles speichern kann.")]
    public void Find_OnBothSidesOfATurn_IsScattered(string phrase, string answer) =>
        Assert.Equal(HitStrength.Scattered, Find(phrase, answer)?.Strength);

    [Theory]
    [InlineData("h_t + memory", "h_t is not only the output but a memory.")]
    [InlineData("h_t + memory", "h_t is not y_t, it is the memory of the network.")]
    [InlineData("h_t + memory", "h_t is not y_t because h_t is a memory.")]
    [InlineData("h_t + Gedächtnis", "h_t ist nicht die Ausgabe, sondern das Gedächtnis.")]
    [InlineData("not + future frames", "The future frames are not known.")]
    [InlineData("not + future frames", "It cannot see future frames.")]
    [InlineData("not + zukünftige Frames", "Man kennt keine zukünftigen Frames.")]
    [InlineData("h_t + not visible", "h_t stores what is not visible in y_t.")]
    public void Find_NegationElsewhereOrWithinThePhrase_IsSaid(string phrase, string answer) => Assert.True(Find(phrase, answer)?.IsPlain);

    [Fact]
    public void Find_NotGroupInAnotherClause_IsNotSaid() =>
        Assert.Null(Find("not + future frames", "This is not hard, future frames are given."));

    [Fact]
    public void Find_InAQuestion_IsNotPlain() => Assert.False(Find("h_t + memory", "Is h_t a memory?")!.IsPlain);

    [Fact]
    public void Find_AcrossNeighbouringSentences_IsNotPlain() => Assert.Equal(
        HitStrength.AcrossSentences,
        Find("gradient + multiplied", "The gradient vanishes. It is multiplied many times.")!.Strength);

    [Fact]
    public void Find_FarApartInALongSentence_IsScattered()
    {
        var between = string.Concat(Enumerable.Repeat("and then something else ", 10));

        Assert.Equal(HitStrength.Scattered, Find("state + memory", $"The state {between}memory.")!.Strength);
    }

    [Fact]
    public void Find_PartsJoinedByAmpersand_MayStandInDifferentSentences()
    {
        var hit = Find("whole video & memory", "The whole video is there. It needs memory.");

        Assert.Equal(["The whole video is there.", "It needs memory."], hit!.Sentences.Select(s => s.Text));
    }

    private static PhraseHit? Find(string phrase, string answer)
    {
        var sentences = AnswerText.SentencesOf(TextBlocks.Answer(answer).Blocks);
        return PhraseMatcher.Find(PhraseParser.Parse(phrase).Phrase!, [new Passage(sentences, isOneThought: false)]);
    }
}
