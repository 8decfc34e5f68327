using AutoGrader.Core.Rubrics.Editing;
using AutoGrader.Core.Rubrics.Files;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Rubrics.Editing;

public sealed class RubricEditorTests
{
    // What people type into fields, and what YAML trips over.
    private static readonly string[] Values =
    [
        "plain", "0.5", "a: b", "x #y", "- a", "'q", "\"q\"", "[1, 2", "{a}", "*a | b*", "null", "~", "ünï → ∑", "a, b", "tab\there",
        "a\nb",
        "back\\slash", "end:", "---", "?", "😀", "@", "%", "!x", "& y", "a\n\n  b", "  lead",
    ];

    public static TheoryData<string> Sources => ["small", "seq-sheet-02.yaml"];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Set_AnyValueAnywhere_ChangesThatValueAndNoOtherCharacter(string name)
    {
        var source = Source(name);
        var root = Parse(source);
        var (set, tried) = (0, 0);
        foreach (var (place, (path, node)) in Nodes(root).Where(n => n.Node is YamlScalar { IsMissing: false }).Index())
        {
            // All values in the small one; in turn in the large one.
            foreach (var value in Values.Where((_, i) => name == "small" || (i + place) % 8 == 0).Where(v => v != ((YamlScalar)node).Value))
            {
                tried++;
                if (RubricEditor.Set(source, path, value) is not { } edited)
                    continue;
                set++;
                Assert.StartsWith(source[..node.Span.Start], edited, StringComparison.Ordinal);
                Assert.EndsWith(source[node.Span.End..], edited, StringComparison.Ordinal);
                Assert.Equal(Flat(root).SetItem(path, value.TrimEnd()), Flat(Parse(edited)));
            }
        }
        Assert.Equal(tried, set);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Remove_AnyItemOrKey_RemovesThatAndNothingElse(string name)
    {
        var source = Source(name);
        var root = Parse(source);
        var removed = 0;
        foreach (var (path, _) in Nodes(root).Where(n => n.Path.Length > 0))
        {
            if (RubricEditor.Remove(source, path) is not { } edited)
                continue;
            removed++;
            Assert.Equal(Flat(root).Values.Except(Below(root, path)).Order(), Flat(Parse(edited)).Values.Except(Below(root, path)).Order());
            Assert.Equal(Flat(root).Count - Below(root, path).Count, Flat(Parse(edited)).Count);
        }
        Assert.True(removed > 90, $"{removed}");
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void MoveUp_AndAgain_IsTheTextAsItWas(string name)
    {
        var source = Source(name);
        var moved = 0;
        foreach (var (path, _) in Nodes(Parse(source)).Where(n => n.Path.Length > 0 && char.IsAsciiDigit(n.Path[^1])))
        {
            if (RubricEditor.MoveUp(source, path) is not { } edited)
                continue;
            moved++;
            Assert.NotEqual(source, edited);
            Assert.Equal(source, RubricEditor.MoveUp(edited, path));
        }
        Assert.True(moved > 5, $"{moved}");
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Insert_IntoAnyList_AddsThatItemInItsPlace(string name)
    {
        var source = Source(name);
        var inserted = 0;
        foreach (var (path, node) in Nodes(Parse(source)).Where(n => n.Node is YamlList))
        {
            for (var index = 0; index <= node.Items().Count; index++)
            {
                if (RubricEditor.Insert(source, path, index, ["new"]) is not { } edited)
                    continue;
                inserted++;
                Assert.Equal("new", RubricEditor.Get(edited, $"{path}/{index}"));
                Assert.Equal(Flat(Parse(source)).Count + 1, Flat(Parse(edited)).Count);
            }
        }
        Assert.True(inserted > 30, $"{inserted}");
    }

    [Fact]
    public void Set_AKeyThatIsMissing_StandsAboveTheListsWithItsFellows()
    {
        const string Source =
            "questions:\n  # first\n  - id: \"1\"   # number\n    points: 1\n    criteria:\n      - id: 1a\n        points: 1\n";

        var once = RubricEditor.Set(Source, "questions/0/title/en", "A title")!;
        var twice = RubricEditor.Set(once, "questions/0/title/de", "Ein Titel: kurz")!;

        Assert.Equal(
            Source.Replace("    points: 1\n    c", "    points: 1\n    title: {en: A title, de: \"Ein Titel: kurz\"}\n    c"), twice);
    }

    [Fact]
    public void Set_ToNothing_RemovesTheKeyWithItsLine() =>
        Assert.Equal("id: x\npoints: 1\n", RubricEditor.Set("id: x\nhint:\n  en: a\npoints: 1\n", "hint/en", ""));

    [Fact]
    public void Set_SeveralLines_AreWrittenBelowTheirKey() =>
        Assert.Equal("q:\n  - solution: |\n      First.\n\n      Second.\n", RubricEditor.Set(
            "q:\n  - solution: old\n", "q/0/solution", "First.\r\n\r\nSecond."));

    [Fact]
    public void Set_AMatrix_ReplacesTheListInBrackets()
    {
        const string Source = "given:\n  Q: [[1, 2], [3, 4]]  # by hand\n";

        Assert.Equal("given:\n  Q: [[1, 2], [3, 5]]  # by hand\n", RubricEditor.Set(Source, "given/Q", "[[1, 2], [3, 5]]"));
        Assert.Null(RubricEditor.Set(Source, "given/Q", "[[1, 2"));
    }

    [Fact]
    public void SetLines_KeepsTheLinesThatStay()
    {
        const string Source = "says:\n  - 'a + b'   # as it is\n  - c |\n    d\n  - e\n";

        Assert.Equal("says:\n  - 'a + b'   # as it is\n  - x\n  - e\n", RubricEditor.SetLines(Source, "says", ["a + b", "x", "e"]));
        Assert.Equal("says:\n  - 'a + b'   # as it is\n  - e\n", RubricEditor.SetLines(Source, "says", ["a + b", "e"]));
        Assert.Equal("says:\n  - 'a + b'   # as it is\n  - c |\n    d\n  - e\n  - \"f: g\"\n",
            RubricEditor.SetLines(Source, "says", ["a + b", "c | d", "e", "f: g"]));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void SetNumbers_OneEntryOfAnyMatrix_ChangesThatEntryAndNoOtherCharacter(string name)
    {
        var source = Source(name);
        var text = new RubricText(source);
        var set = 0;
        foreach (var (path, node) in Nodes(Parse(source)).Where(n => n.Path.Contains("/given/") && n.Node is YamlScalar))
        {
            var matrix = path[..path.LastIndexOf('/')][..path[..path.LastIndexOf('/')].LastIndexOf('/')];
            var rows = text.GetNumbers(matrix)!.Split('\n').Select(row => row.Split(' ')).ToArray();
            var (row, column) = (int.Parse(path.Split('/')[^2], null), int.Parse(path.Split('/')[^1], null));
            rows[row][column] = "-7,25";
            // With a single entry a comma could be anything.
            var typed = string.Join('\n', rows.Select(r => r.Length == 1 ? r[0].Replace(',', '.') : string.Join(' ', r)));

            var edited = RubricEditor.SetNumbers(source, matrix, typed, isMatrix: true, out var problem);

            set++;
            Assert.Null(problem);
            Assert.Equal(source[..node.Span.Start] + "-7.25" + source[node.Span.End..], edited);
        }
        Assert.True(set > 7, $"{set}");
    }

    [Fact]
    public void SetNumbers_OfAnotherSize_ReplacesTheMatrixInItsStyle()
    {
        const string Source = "given:\n  Q: [[1, 2]]  # by hand\n  K:\n    - [1]\n    - [2]\n  V:\n";

        Assert.Equal(Source.Replace("[[1, 2]]", "[[1, 2], [3, 4.5]]", StringComparison.Ordinal),
            RubricEditor.SetNumbers(Source, "given/Q", "1 2\r\n3 4,5", isMatrix: true, out _));
        Assert.Equal(Source.Replace("- [1]\n    - [2]", "- [1, 0]\n    - [2, 0]\n    - [3, 0]", StringComparison.Ordinal),
            RubricEditor.SetNumbers(Source, "given/K", "1 0\n2 0\n3 0", isMatrix: true, out _));
        Assert.Equal(Source.Replace("V:", "V: [[1]]", StringComparison.Ordinal),
            RubricEditor.SetNumbers(Source, "given/V", "1", isMatrix: true, out _));
        Assert.Equal(Source.Replace("  V:\n", "  V:\n  W: [[1]]\n", StringComparison.Ordinal),
            RubricEditor.SetNumbers(Source, "given/W", "1", isMatrix: true, out _));
        Assert.Null(RubricEditor.SetNumbers(Source, "given/Q", "1,2", isMatrix: true, out var problem));
        Assert.NotNull(problem);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Rename_AnyEntry_ChangesItsKeyAndNoOtherCharacter(string name)
    {
        var source = Source(name);
        foreach (var (path, node) in Nodes(Parse(source)).Where(n => n.Node is YamlMap))
        {
            foreach (var (index, (key, _)) in ((YamlMap)node).Entries.Index())
            {
                var edited = RubricEditor.Rename(source, path.Length == 0 ? $"#{index}" : $"{path}/#{index}", "a: b")!;
                Assert.Equal(source[..key.Span.Start] + "\"a: b\"" + source[key.Span.End..], edited);
            }
        }
    }

    [Fact]
    public void Rename_ToTheNameOfAnother_ChangesNothing() =>
        Assert.Null(RubricEditor.Rename("given: {Q: [[1]], K: [[2]]}\n", "given/#0", "K"));

    [Fact]
    public void Set_ToNothing_WhereOthersWouldChangeTheirPlaces_ChangesNothing()
    {
        Assert.Null(RubricEditor.Set("a:\n  - x: 1\n  - x: 2\n", "a/0/x", ""));
        Assert.Null(RubricEditor.Set("a: {x: 1, y: 2}\n", "a/#0", ""));
        Assert.Equal("b: 1\n", RubricEditor.Set("a:\n  - x: 1\nb: 1\n", "a/0/x", ""));
    }

    [Fact]
    public void AddKey_StandsAboveTheCriteria() => Assert.Equal(
        "q:\n  - id: 1\n    computation:\n      given:\n        A: [[1]]\n    criteria:\n      - id: 1a\n",
        RubricEditor.AddKey("q:\n  - id: 1\n    criteria:\n      - id: 1a\n", "q/0/computation", ["given:", "  A: [[1]]"]));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Covers_TheBeginningOfAnyValue_AndOfItsKey(string name)
    {
        var source = Source(name);
        var text = new RubricText(source);
        foreach (var (path, node) in Nodes(Parse(source)))
        {
            Assert.True(text.Covers(path, node.Place.Line, node.Place.Column), path);
            foreach (var (key, _) in node is YamlMap map ? map.Entries.Skip(1) : [])
                Assert.True(text.Covers(path.Length == 0 ? key.Value : $"{path}/{key.Value}", key.Place.Line, key.Place.Column), path);
        }
        Assert.False(text.Covers("points", 1, 1));
    }

    [Fact]
    public void Insert_WhereThereIsNoListYet_BeginsOne() =>
        Assert.Equal("a:\n  - id: 1a\n    examples:\n      - answer: x\n        points: 1\nb: 2\n", RubricEditor.Insert(
            "a:\n  - id: 1a\nb: 2\n", "a/0/examples", 0, ["answer: x", "points: 1"]));

    [Theory]
    [InlineData("questions/9/points")]
    [InlineData("nothing/0")]
    public void Set_WhereNothingIs_ChangesNothing(string path) => Assert.Null(RubricEditor.Set(SmallRubric.Source, path, "x"));

    [Theory]
    [InlineData("a: [")]
    [InlineData("a: *b")]
    [InlineData("a: 1\na: 2")]
    public void Set_InWhatIsNoYaml_ChangesNothing(string source) => Assert.Null(RubricEditor.Set(source, "a", "x"));

    private static string Source(string name) =>
        name == "small" ? SmallRubric.Source : File.ReadAllText(TestData.InRepository("rubrics", name));

    private static YamlNode Parse(string source)
    {
        var errors = new RubricErrorList("");
        var root = YamlTree.Parse(source, errors);
        Assert.True(errors.IsEmpty, string.Join('\n', errors.InFileOrder()) + source);
        return root!;
    }

    private static IEnumerable<(string Path, YamlNode Node)> Nodes(YamlNode node, string path = "")
    {
        yield return (path, node);
        var below = node switch
        {
            YamlMap map => map.Entries.Select(e => (e.Key.Value, e.Value)),
            YamlList list => list.Items.Index().Select(i => ($"{i.Index}", i.Item)),
            _ => [],
        };
        foreach (var (key, child) in below)
            foreach (var found in Nodes(child, path.Length == 0 ? key : $"{path}/{key}"))
                yield return found;
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Flat(YamlNode root) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, Nodes(root)
            .Where(n => n.Node is YamlScalar).Select(n => KeyValuePair.Create(n.Path, ((YamlScalar)n.Node).Value.TrimEnd('\n'))));

    private static List<string> Below(YamlNode root, string path)
    {
        // The last of a list takes the list's key with it, and so on.
        var all = Flat(root);
        while (path.Contains('/') && all.Keys.Where(k => k.StartsWith(path[..path.LastIndexOf('/')] + "/", StringComparison.Ordinal))
            .All(k => k == path || k.StartsWith(path + "/", StringComparison.Ordinal)))
            path = path[..path.LastIndexOf('/')];
        return [.. all.Where(p => p.Key == path || p.Key.StartsWith(path + "/", StringComparison.Ordinal)).Select(p => p.Value)];
    }
}
