using System.Text.RegularExpressions;
using AutoGrader.IntegrationTests.Cli;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Docs;

/// <summary>
/// Follows <c>docs/rubrics.md</c> listing by listing: writes the files as it says and runs every command. The lines shown must be
/// printed in that order; <c>…</c> stands for lines left out.
/// </summary>
public sealed partial class RubricCourseTests
{
    private readonly string _folder = TemporaryFolder.Create();
    private int _commands;

    [Fact]
    public async Task Every_listing_of_the_course_does_what_the_page_says()
    {
        foreach (Match listing in Listing().Matches(await File.ReadAllTextAsync(
            TestData.InRepository("docs", "rubrics.md"), TestContext.Current.CancellationToken)))
        {
            var body = listing.Groups["body"].Value;
            if (listing.Groups["language"].Value == "console")
                await RunAsync(body.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            else
                Write(listing.Groups["how"].Value, listing.Groups["where"].Value, body);
        }

        Assert.Equal(5, _commands);
    }

    private void Write(string how, string where, string body)
    {
        var path = PathOf(how == "below" ? "cells.yaml" : where);
        if (how == "below")
        {
            var lines = File.ReadAllLines(path).ToList();
            lines.Insert(lines.FindIndex(l => l.Trim().StartsWith(where, StringComparison.Ordinal)) + 1, body.TrimEnd());
            File.WriteAllLines(path, lines);
        }
        else
        {
            File.WriteAllText(path, (how == "append" ? File.ReadAllText(path) : "") + body);
        }
    }

    private async Task RunAsync(string[] lines)
    {
        _commands++;
        var arguments = lines[0].Split(' ').Skip(2).Select(a => a.EndsWith(".yaml", StringComparison.Ordinal) ? PathOf(a) : a);
        var run = await CommandRun.Of([.. arguments]);
        var printed = (run.Output + run.Error).Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n');
        var at = 0;
        foreach (var line in lines.Skip(1).Where(l => l != "…"))
        {
            at = Array.IndexOf(printed, line, at) + 1;
            Assert.True(at > 0, $"Not printed by {lines[0]}:\n{line}\nbut:\n{string.Join('\n', printed)}");
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    [GeneratedRegex(
        @"(?:<!-- (?<how>file|append|below): (?<where>.*?) -->\n)?```(?<language>yaml|json|console)\n(?<body>.*?)```\n",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Listing();
}
