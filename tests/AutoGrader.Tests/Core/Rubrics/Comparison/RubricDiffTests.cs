using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Comparison;
using AutoGrader.Core.Rubrics.Files;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Rubrics.Comparison;

public sealed class RubricDiffTests
{
    private static readonly Rubric Small = RubricReaderTests.Valid(SmallRubric.Source).Rubric;

    [Fact]
    public void Between_LayoutCommentsAndOrderOfKeysAndPhrases_IsNothing()
    {
        var other = SmallRubric.Source
            .Replace("title: {en: Memory, de: Gedächtnis}", "title:   # a comment\n      de: Gedächtnis\n      en: \"Memory\"")
            .Replace("Q: [[1, 2], [3, 4]]", "Q: [[1.0, 2], [3, 4.00]]")
            .Replace("points: 7.5\ndue: 2026-06-08 23:59\n", "due: 2026-06-08T23:59\npoints: 7.50\n")
            .Replace("says: [memory]", "says: [b, memory]");
        var shuffled = other.Replace("says: [b, memory]", "says: [memory, b]");

        Assert.Empty(Between(SmallRubric.Source, other.Replace("[b, memory]", "[memory]")));
        Assert.Empty(Between(other, shuffled));
    }

    [Theory]
    [InlineData("ivu-sheet-05.yaml")]
    [InlineData("seq-sheet-02.yaml")]
    public void Between_ARubricThatShipsAndItself_IsNothing(string file)
    {
        var source = File.ReadAllText(TestData.InRepository("rubrics", file));

        Assert.Empty(Between(source, source));
    }

    // The oracle for "everything": whatever single value of the file is changed, either the file is no rubric any more, or it is told.
    [Fact]
    public void Between_AnySingleValueChanged_IsTold()
    {
        var told = 0;
        foreach (var (source, what) in Variants())
        {
            if (RubricReader.Read(source, "").Version is not { } version)
                continue;
            var changes = RubricDiff.Between(Small, version.Rubric);
            Assert.True(changes.Count > 0, what);
            Assert.Equal(
                changes.Select(c => Mirror(c.Kind)).Order(), RubricDiff.Between(version.Rubric, Small).Select(c => c.Kind).Order());
            told++;
        }
        Assert.True(told > 60, $"{told}");
    }

    [Fact]
    public void Between_PointsOfALevel_AreToldBeforeAndAfter()
    {
        var change = Assert.Single(Between(
            SmallRubric.Source,
            SmallRubric.Source.Replace("- points: 0.5\n            text: {en: Named.", "- points: 1\n            text: {en: Named.")));

        Assert.Equal(RubricChangeKind.Changed, change.Kind);
        Assert.Equal((RubricPart.Criterion, "1.1a", "levels/2/points", "0.5", "1"),
            (change.Part, change.Id, change.Property, change.Before, change.After));
        Assert.Equal("Punkte der Stufe 2", change.Label.German);
    }

    [Fact]
    public void Between_APhraseMore_IsThatPhraseAlone()
    {
        var change = Assert.Single(Between(SmallRubric.Source, SmallRubric.Source.Replace("says: [memory]", "says: [gedächtnis, memory]")));

        Assert.Equal((RubricChangeKind.Added, "levels/2/says", null, "gedächtnis"),
            (change.Kind, change.Property, change.Before, change.After));
    }

    [Fact]
    public void Between_ANewLevelAbove_DoesNotRewriteTheOthers()
    {
        var other = SmallRubric.Source.Replace(
            "          - points: 0.5\n",
            "          - points: 1\n            text: {en: Half., de: Halb.}\n            says: [half]\n          - points: 0.5\n");

        var changes = Between(SmallRubric.Source, other);

        Assert.All(changes, c => Assert.Equal(RubricChangeKind.Added, c.Kind));
        Assert.All(changes, c => Assert.StartsWith("levels/2/", c.Property, StringComparison.Ordinal));
    }

    [Fact]
    public void Between_OneLanguageOfAText_IsThatLanguageAlone()
    {
        var change = Assert.Single(Between(SmallRubric.Source, SmallRubric.Source.Replace("de: Formen}", "de: Umrisse}")));

        Assert.Equal(("title/de", "Formen", "Umrisse"), (change.Property, change.Before, change.After));
    }

    [Fact]
    public void Between_DisclosureOfTheSheet_IsToldOfEveryCriterionItReaches() =>
        Assert.Equal(7, Between(SmallRubric.Source, SmallRubric.Source.Replace("review-below: 0.8", "disclosure: hint\nreview-below: 0.8"))
            .Count(c => c.Property == "disclosure" && c.After == "hint"));

    [Fact]
    public void Between_ACriterionMoved_IsMovedAndNothingElse()
    {
        const string A = "      - id: 3.6a";
        const string B = "      - id: 3.6b";
        var (a, b) = (SmallRubric.Source.IndexOf(A, StringComparison.Ordinal), SmallRubric.Source.IndexOf(B, StringComparison.Ordinal));
        var swapped = SmallRubric.Source[..a] + SmallRubric.Source[b..] + SmallRubric.Source[a..b];

        var change = Assert.Single(Between(SmallRubric.Source, swapped));

        Assert.Equal((RubricChangeKind.Moved, RubricPart.Criterion), (change.Kind, change.Part));
    }

    [Fact]
    public void Between_AQuestionRenumbered_IsTheSameQuestion()
    {
        var changes = Between(SmallRubric.Source, SmallRubric.Source.Replace("id: 1.1", "id: 1.2"));

        Assert.Equal(
            [(RubricPart.Question, "1.1", "1.2"), (RubricPart.Criterion, "1.1a", "1.2a")],
            changes.Select(c => (c.Part, c.Before, c.After)));
    }

    [Fact]
    public void Between_AQuestionRemoved_TellsItsCriteriaAndTheSum()
    {
        var from = SmallRubric.Source.IndexOf("  - id: \"3.6\"", StringComparison.Ordinal);
        var shorter = SmallRubric.Source[..from].Replace("points: 7.5", "points: 5.5") + "\n";

        var changes = Between(SmallRubric.Source, shorter);

        Assert.Equal(
            [("points", "5.5"), ("3.6", null), ("3.6a", null), ("3.6b", null)],
            changes.Select(c => (c.Part == RubricPart.Sheet ? c.Property : c.Id, c.After)));
    }

    [Theory]
    [InlineData("abcde", "abcde", "")]
    [InlineData("abcde", "bcdea", "a")]
    [InlineData("abcde", "eabcd", "e")]
    [InlineData("abcde", "badce", "ac")]
    [InlineData("", "", "")]
    public void Moved_IsAsLittleAsPossible(string before, string after, string moved) =>
        Assert.Equal(moved.Order(), LongestOrder.Moved([.. before], [.. after]).Order());

    private static IReadOnlyList<RubricChange> Between(string before, string after) =>
        RubricDiff.Between(RubricReaderTests.Valid(before).Rubric, RubricReaderTests.Valid(after).Rubric);

    private static RubricChangeKind Mirror(RubricChangeKind kind) => kind switch
    {
        RubricChangeKind.Added => RubricChangeKind.Removed,
        RubricChangeKind.Removed => RubricChangeKind.Added,
        _ => kind,
    };

    // Values that stand elsewhere in the file, so that references stay valid.
    private static readonly string[] Others = ["0.5", "1", "2", "9", "false", "2026-06-09 23:59", "m", "n", "Q", "K"];

    private static IEnumerable<(string Source, string What)> Variants()
    {
        var lines = SmallRubric.Source.Split('\n');
        foreach (var scalar in Scalars(YamlTree.Parse(SmallRubric.Source, new RubricErrorList(""))!))
        {
            foreach (var value in (string[])[$"\"{scalar.Value} x\"", $"{scalar.Value}x", .. Others])
            {
                if (value == scalar.Value)
                    continue;
                var line = lines[scalar.Place.Line - 1];
                var from = scalar.Place.Column - 1;
                var length = scalar.Value.Length + (scalar.IsPlain ? 0 : 2);
                var changed = lines.ToArray();
                changed[scalar.Place.Line - 1] = line[..from] + value + line[(from + length)..];
                yield return (string.Join('\n', changed), $"line {scalar.Place.Line}: {scalar.Value} -> {value}");
            }
        }
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlList list => list.Items.SelectMany(Scalars),
        YamlMap map => map.Entries.SelectMany(e => Scalars(e.Value)),
        _ => [],
    };
}
