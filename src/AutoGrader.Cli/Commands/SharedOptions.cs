using System.CommandLine;
using AutoGrader.Core;

namespace AutoGrader.Cli.Commands;

/// <summary>Options that several commands have, made anew for each (a symbol belongs to one command).</summary>
internal static class SharedOptions
{
    public static Option<string?> Rubric() => new("--rubric", "-r")
    {
        Description = "A rubric file, the id of an imported rubric, or the beginning of a version's hash. "
            + "Default: the setting AutoGrader:DefaultRubric.",
        HelpName = "FILE|ID",
    };

    public static Option<string?> Data() => new("--data")
    {
        Description = "Folder of the database and the stored files. Default: the setting AutoGrader:DataDirectory.",
        HelpName = "DIR",
    };

    public static Option<bool> Json() => new("--json") { Description = "Write the result as JSON to the output." };

    public static Option<Language?> Language()
    {
        var option = new Option<Language?>("--language")
        {
            Description = "Language of feedback and comments: en or de. Default: the language of each report.",
            HelpName = "en|de",
            CustomParser = result => result.Tokens[0].Value switch
            {
                "en" => Core.Language.English,
                "de" => Core.Language.German,
                var other => Refuse(result, $"'{other}' is no language of this program: use en or de."),
            },
        };
        return option;
    }

    private static Language? Refuse(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}
