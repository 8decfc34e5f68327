using System.Text.RegularExpressions;
using AutoGrader.Core.Rubrics;
using AutoGrader.Core.Rubrics.Editing;
using AutoGrader.Core.Rubrics.Sketching;
using AutoGrader.Web.Rubrics;
using AutoGrader.Web.Rubrics.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AutoGrader.IntegrationTests.Web.Rubrics;

/// <summary>Whatever a rubric can say can be said in its form, and a form changes nothing but what is typed into it.</summary>
public sealed partial class RubricFormsTests
{
    private const string Unknown = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";

    // Keys without a field of their own, each with the reason.
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["questions"] = "the structure beside the form; buttons add, move and remove its parts",
        ["criteria"] = "the structure beside the form; buttons add, move and remove its parts",
        ["catalogue"] = "what makes a known mistake one: without it the item is a mistake with a formula",
    };

    public static TheoryData<string> Styles => ["yaml", "json"];

    [Fact]
    public void Every_key_that_the_readers_accept_is_in_the_rubric_that_the_forms_are_tested_with()
    {
        var text = new RubricText(EveryKeyRubric.Source);
        var (there, accepted) = (new Dictionary<string, HashSet<string>>(), new Dictionary<string, HashSet<string>>());

        Assert.Empty(RubricReader.Read(EveryKeyRubric.Source, "").Errors);
        foreach (var path in EveryKeyRubric.Mappings(text))
        {
            // The readers tell what they accept where they meet what they do not.
            var spoilt = RubricEditor.Set(EveryKeyRubric.Source, path.Length == 0 ? Unknown : $"{path}/{Unknown}", "1")!;
            var error = RubricReader.Read(spoilt, "").Errors.FirstOrDefault(e => e.Message.English.Contains($"no key '{Unknown}'"));
            if (error is null)
                continue;
            var kind = Place().Replace(path, "_") + text.Get($"{path}/kind");
            there.TryAdd(kind, []);
            there[kind].UnionWith(text.GetKeys(path));
            accepted.TryAdd(kind, []);
            accepted[kind].UnionWith(Possible().Match(error.Remedy.English).Groups[1].Value.Split(", "));
        }

        Assert.True(accepted.Count > 20, $"{accepted.Count}");
        Assert.All(accepted, keys => Assert.Equal(keys.Value.Order(), there[keys.Key].Order()));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Every_value_has_a_field_that_changes_it_and_no_other(string style)
    {
        var source = style == "json" ? EveryKeyRubric.AsJson : EveryKeyRubric.Source;
        var text = new RubricText(source);
        var fields = Fields(source).ToDictionary(f => ByKeys(text, f.Path));
        var before = Values(source);

        foreach (var (leaf, old) in before)
        {
            var path = leaf;
            while (!fields.ContainsKey(path) && path.Length > 0)
                path = path[..Math.Max(path.LastIndexOf('/'), 0)];
            Assert.True(path.Length > 0, $"{leaf} has no field.");
            var field = fields[path];
            var (typed, value) = Other(field, old);

            var input = DraftInput.Of(Form(source, (DraftInput.Now + field.Path, typed), (DraftInput.Was + field.Path, field.Value),
                (DraftInput.Kind + field.Path, field.Kind.ToString())));

            Assert.Empty(input.Refused);
            Assert.Equal(before.Select(v => v.Path == leaf ? (leaf, value) : v), Values(input.Source!));
            if (!field.Value.Contains('\n', StringComparison.Ordinal) || field.Kind == DraftFieldKind.Matrix)
                Assert.True(source.Split('\n').Except(input.Source!.Split('\n')).Count() <= 1, leaf);
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Every_name_that_a_rubric_chooses_can_be_changed(string style)
    {
        var source = style == "json" ? EveryKeyRubric.AsJson : EveryKeyRubric.Source;
        var entries = Fields(source).Where(f => f.Name is not null).ToList();

        foreach (var field in entries)
        {
            var key = DraftInput.Key + field.Path;
            var input = DraftInput.Of(Form(source, (DraftInput.Now + key, "new: name"), (DraftInput.Was + key, field.Name!)));

            Assert.Empty(input.Refused);
            Assert.Equal("new: name", new RubricText(input.Source!).GetKey(field.Path));
            Assert.Equal(Values(source).Select(v => v.Value), Values(input.Source!).Select(v => v.Value));
        }
        Assert.True(entries.Count > 7);
    }

    [Fact]
    public void Every_key_that_is_missing_can_be_added()
    {
        var text = new RubricText(EveryKeyRubric.Source);
        foreach (var path in EveryKeyRubric.Mappings(text).SelectMany(m => text.GetKeys(m).Select(k => m.Length == 0 ? k : $"{m}/{k}")))
        {
            var key = path[(path.LastIndexOf('/') + 1)..];
            if (Exceptions.ContainsKey(key) || RubricEditor.Remove(EveryKeyRubric.Source, path) is not { } without)
                continue;
            var form = FormOf(without, path);
            var field = form.Groups.SelectMany(g => g.Fields).FirstOrDefault(f => IsIn(f.Path, path));
            var (add, at) = form.Groups.SelectMany(g => g.Adds).FirstOrDefault(a => IsIn(path, a.Path));

            var input = DraftInput.Of(field is null ? Form(without, ("do", $"{add?.Name}:{at}"))
                : Form(without, (DraftInput.Now + field.Path, "1"), (DraftInput.Kind + field.Path, field.Kind.ToString())));

            Assert.True(input.Refused.Count == 0, path);
            Assert.True(new RubricText(input.Source!).Has(path) || at is not null, path);
        }
    }

    [Fact]
    public void Every_item_can_be_added_to_and_removed_while_all_else_stays()
    {
        var groups = Forms(EveryKeyRubric.Source).SelectMany(f => f.Groups).ToList();
        var before = EveryKeyRubric.Source.Split('\n');

        foreach (var item in groups.Where(g => g.Kind is DraftFieldGroupKind.Item or DraftFieldGroupKind.Section))
        {
            var removed = DraftInput.Of(Form(EveryKeyRubric.Source, ("do", $"remove:{item.Path}"))).Source!;
            Assert.Empty(removed.Split('\n').Except(before));
            Assert.Equal(Values(EveryKeyRubric.Source).Count(v => !IsIn(v.Path, item.Path)), Values(removed).Count);
        }
        foreach (var (add, path) in groups.SelectMany(g => g.Adds)
            .Concat(Forms(EveryKeyRubric.Source).SelectMany(f => f.Adds.Select(a => (Add: a, Path: f.At)))).Where(a => !Exists(a)))
        {
            var input = DraftInput.Of(Form(EveryKeyRubric.Source, ("do", $"{add.Name}:{path}")));
            Assert.True(input.Refused.Count == 0, $"{add.Name}:{path}");
            // A mapping in braces gets its new entry within them: that line is changed.
            Assert.True(before.Except(input.Source!.Split('\n')).Count() <= 1, $"{add.Name}:{path}");
            Assert.True(Values(input.Source!).Count > Values(EveryKeyRubric.Source).Count, $"{add.Name}:{path}");
        }

        // All criteria have points of a mistake already.
        static bool Exists((FormAdd Add, string Path) add) => add.Add == FormAdds.Tolerance;
    }

    [Fact]
    public void A_fault_stands_at_its_field_and_in_no_other_form()
    {
        var source = EveryKeyRubric.Source.Replace("catalogue: rows_swapped", "catalogue: rows_swaped", StringComparison.Ordinal)
            .Replace("size: n", "size: x", StringComparison.Ordinal).Replace("{1a: 0}", "{1z: 0}", StringComparison.Ordinal)
            .Replace("hint: {en: Think., de: Denken Sie nach.}", "hint: {en: Think.}", StringComparison.Ordinal);
        var errors = RubricReader.Read(source, "").Errors;

        var at = At("questions/0");
        var below = At("questions/0/criteria/1").Single();
        var other = At("questions/0/criteria/5").Single();

        Assert.Equal(4, errors.Count);
        Assert.Equal(
            ["questions/0/computation/mistakes/0/points/#0", "questions/0/computation/mistakes/1/catalogue"],
            at.Select(f => f.Path).Order());
        Assert.Equal("questions/0/criteria/1/hint/de", below.Path);
        Assert.Equal("questions/0/criteria/5/size", other.Path);
        Assert.Empty(DraftForm.Of(source, "", errors)!.Groups.SelectMany(g => g.Fields.SelectMany(f => f.Faults).Concat(g.Faults)));

        IEnumerable<DraftField> At(string path) =>
            DraftForm.Of(source, path, errors)!.Groups.SelectMany(g => g.Fields).Where(f => f.Faults.Count > 0);
    }

    [Fact]
    public void A_key_that_is_missing_is_told_in_the_group_it_belongs_to()
    {
        var source = EveryKeyRubric.Source.Replace("          formula: Q * K\n", "", StringComparison.Ordinal);
        var form = DraftForm.Of(source, "questions/0", RubricReader.Read(source, "").Errors)!;

        Assert.Equal("questions/0/computation/mistakes/0", form.Groups.Single(g => g.Faults.Count > 0).Path);
    }

    private static IEnumerable<DraftForm> Forms(string source) => RubricSketcher.Of(source)!.Questions
        .SelectMany(q => q.Criteria.Select(c => c.Path).Prepend(q.Path)).Prepend("").Select(at => DraftForm.Of(source, at, [])!);

    private static IEnumerable<DraftField> Fields(string source) => Forms(source).SelectMany(f => f.Groups).SelectMany(g => g.Fields);

    private static DraftForm FormOf(string source, string path) =>
        DraftForm.Of(source, Part().Match(path) is { Success: true } part ? part.Value : "", [])!;

    private static List<(string Path, string Value)> Values(string source)
    {
        var text = new RubricText(source);
        return [.. EveryKeyRubric.Leaves(text).Select(leaf => (leaf, text.Get(leaf) ?? ""))];
    }

    // What a person types instead, and what then stands at the leaf.
    private static (string Typed, string Value) Other(DraftField field, string leaf) => field.Kind switch
    {
        DraftFieldKind.Number => ("7,25", "7.25"),
        DraftFieldKind.Numbers or DraftFieldKind.Matrix =>
            (new Regex($@"(?<![\d.]){Regex.Escape(leaf)}(?![\d.])").Replace(field.Value, "7.25", 1), "7.25"),
        DraftFieldKind.Lines or DraftFieldKind.Words => (field.Value.Replace(leaf, "other", StringComparison.Ordinal), "other"),
        _ when field.Choices.FirstOrDefault(c => c.Value.Length > 0 && c.Value != field.Value).Value is { } choice => (choice, choice),
        _ => ("other: 'thing' #1", "other: 'thing' #1"),
    };

    private static bool IsIn(string path, string above) => path == above || path.StartsWith(above + "/", StringComparison.Ordinal);

    private static string ByKeys(RubricText text, string path) => path.Contains('#')
        ? $"{path[..path.IndexOf('#')]}{text.GetKey(path)}" : path;

    private static FormCollection Form(string source, params (string Name, string Value)[] values) => new(
        values.Append(("source", source)).ToDictionary(v => v.Item1, v => new StringValues(v.Item2)));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"Possible here: (.*)\.$")]
    private static partial Regex Possible();

    [GeneratedRegex(@"^questions/\d+(/criteria/\d+)?")]
    private static partial Regex Part();
}
