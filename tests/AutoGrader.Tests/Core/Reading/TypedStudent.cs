using System.Text.Json;
using AutoGrader.Testing;

namespace AutoGrader.Tests.Core.Reading;

/// <summary>A student of the corpus with the answers as they were typed (Markdown with LaTeX).</summary>
internal sealed record TypedStudent(
    string Id,
    string Given,
    string Surname,
    string Stem,
    string Toolchain,
    string Layout,
    string Language,
    IReadOnlyDictionary<string, string> Answers)
{
    public static IReadOnlyList<TypedStudent> All { get; } = Read();

    private static List<TypedStudent> Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(TestData.Path("corpus", "students.json")));
        return [.. json.RootElement.EnumerateArray().Select(s => new TypedStudent(
            Text(s, "id"),
            Text(s, "given"),
            Text(s, "surname"),
            Text(s, "file_stem"),
            Text(s, "toolchain"),
            Text(s, "layout"),
            Text(s, "language"),
            s.GetProperty("answers").EnumerateObject()
                .Select(a => (a.Name, Text: Text(a.Value, "text").Trim()))
                .Where(a => a.Text.Length > 0)
                .ToDictionary(a => a.Name, a => a.Text)))];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
