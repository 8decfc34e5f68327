using System.Globalization;
using AutoGrader.Core;
using AutoGrader.Core.Rubrics.Editing;

namespace AutoGrader.Web.Rubrics.Forms;

/// <summary>Reads the fields that a description names out of a rubric's text.</summary>
internal sealed class DraftFieldReader(RubricText text)
{
    // What a form shows at most of one list; a rubric with more is edited as text.
    private const int MostItems = 100;

    private readonly List<DraftFieldGroup> _groups = [];

    /// <summary>The fields of a mapping and all below it.</summary>
    public IReadOnlyList<DraftFieldGroup> Read(IReadOnlyList<FormPart> parts, string at)
    {
        Read(parts, at, DraftFieldGroupKind.Part, null);
        return _groups;
    }

    private void Read(IReadOnlyList<FormPart> parts, string at, DraftFieldGroupKind kind, LocalizedText? title)
    {
        var fields = parts.SelectMany(part => Fields(part, at)).ToList();
        var adds = parts.OfType<EntriesPart>().Select(p => (p.Add, Below(at, p.Key))).ToList();
        if (parts.OfType<TolerancePart>().FirstOrDefault() is { } tolerance && !text.IsMapping(Below(at, tolerance.Key)))
            adds.Add((tolerance.Split, Below(at, tolerance.Key)));
        if (fields.Count > 0 || adds.Count > 0)
            _groups.Add(new DraftFieldGroup(at, kind, title, fields, adds));
        foreach (var part in parts)
        {
            if (part is SectionPart section)
                ReadSection(section, Below(at, section.Key));
            else if (part is ItemsPart items)
                ReadItems(items, Below(at, items.Key));
        }
    }

    private void ReadSection(SectionPart section, string at)
    {
        if (section.Begin is { } begin && !text.IsMapping(at))
            _groups.Add(new DraftFieldGroup(at, DraftFieldGroupKind.Adds, section.Label, [], [(begin, at)]));
        else
            Read(
                section.Parts(text, at), at, section.Key.Length > 0 ? DraftFieldGroupKind.Section : DraftFieldGroupKind.Heading,
                section.Label);
    }

    private void ReadItems(ItemsPart items, string list)
    {
        for (var i = 0; i < Math.Min(text.Count(list), MostItems); i++)
        {
            var item = Below(list, i.ToString(CultureInfo.InvariantCulture));
            Read(
                items.Parts(text, item), item, DraftFieldGroupKind.Item,
                new($"{items.Label.English} {i + 1}", $"{items.Label.German} {i + 1}"));
        }
        _groups.Add(new DraftFieldGroup(list, DraftFieldGroupKind.Adds, null, [], [.. items.Adds.Select(add => (add, list))]));
    }

    private IEnumerable<DraftField> Fields(FormPart part, string at) => part switch
    {
        ValuePart value => [Field(value, Below(at, value.Key), at)],
        BothPart both => [Half(both, "en", at), Half(both, "de", at)],
        EntriesPart entries => Enumerable.Range(0, Math.Min(text.Count(Below(at, entries.Key)), MostItems))
            .Select(i => Entry(entries, i, at)),
        TolerancePart tolerance => tolerance.Parts(text, at).SelectMany(p => Fields(p, at)),
        _ => [],
    };

    private DraftField Half(BothPart part, string language, string at) =>
        Field(new ValuePart($"{part.Key}/{language}", language == "en"
            ? new($"{part.Label.English} (English)", $"{part.Label.German} (Englisch)")
            : new($"{part.Label.English} (German)", $"{part.Label.German} (Deutsch)"), part.Kind), $"{Below(at, part.Key)}/{language}", at)
        with
        { HalfOf = Below(at, part.Key) };

    private DraftField Entry(EntriesPart entries, int index, string at)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{Below(at, entries.Key)}/#{index}");
        var name = text.GetKey(path) ?? "";
        return Field(entries.Value, path, at) with
        {
            Label = new($"{entries.Value.Label.English} {name}", $"{entries.Value.Label.German} {name}"),
            Name = name,
            NameLabel = entries.Name,
            Names = [.. entries.Suggest?.Invoke(text, at) ?? []],
        };
    }

    private DraftField Field(ValuePart part, string path, string at)
    {
        // A list whose items contain the comma that would part them has a line for each.
        var kind = part.Kind == DraftFieldKind.Words && text.GetLines(path).Any(l => l.Contains(',', StringComparison.Ordinal))
            ? DraftFieldKind.Lines : part.Kind;
        var value = kind switch
        {
            DraftFieldKind.Lines => string.Join('\n', text.GetLines(path)),
            DraftFieldKind.Words => string.Join(", ", text.GetLines(path)),
            DraftFieldKind.Numbers or DraftFieldKind.Matrix => text.GetNumbers(path) ?? "",
            _ => text.Get(path) ?? "",
        };
        return new DraftField(path, part.Label, kind, value)
        {
            Choices = part.Choices,
            Suggestions = [.. part.Suggest?.Invoke(text, at) ?? []],
            Hint = part.Hint,
        };
    }

    private static string Below(string at, string key) => at.Length == 0 ? key : key.Length == 0 ? at : $"{at}/{key}";
}
