using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AutoGrader.Application.Grading;
using AutoGrader.Application.Outlets;
using AutoGrader.Cli.Hosting;
using AutoGrader.Cli.Output;
using AutoGrader.Core;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.Cli.Commands;

/// <summary><c>autograder grade</c>.</summary>
internal sealed class GradeCommand
{
    private readonly Argument<string> _input = new("INPUT")
    {
        Description = "Moodle's \"Download all submissions\" (zip or unpacked), a folder of hand-ins, or one hand-in.",
    };

    private readonly Option<string?> _rubric = SharedOptions.Rubric();
    private readonly Option<string?> _worksheet = new("--worksheet", "-w")
    {
        Description = "Moodle's \"Download grading worksheet\"; its filled copy is written to the output folder.",
        HelpName = "CSV",
    };

    private readonly Option<DateTimeOffset?> _downloaded = new("--downloaded")
    {
        Description = "When the worksheet was downloaded, as ISO 8601 with offset. Default: the file's time.",
        HelpName = "TIME",
        CustomParser = ParseTime,
    };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "Folder for the results; made where it is missing.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _overrides = new("--overrides")
    {
        Description = "A filled-in review.csv of an earlier run: people's decisions.",
        HelpName = "CSV",
    };

    private readonly Option<bool> _suggestions = new("--suggestions")
    {
        Description = "Also put marks into the worksheet that nobody has decided yet.",
    };

    private readonly Option<int?> _parallel = new("--parallel", "-j")
    {
        Description = "Submissions graded at the same time. Default: the cores.",
        HelpName = "N",
        CustomParser = ParseParallel,
    };

    private readonly Option<Language?> _language = SharedOptions.Language();
    private readonly Option<string?> _data = SharedOptions.Data();
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Terminal _terminal;

    private GradeCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var grade = new GradeCommand(terminal);
        var command = new Command("grade", "Grade a Moodle export, a folder of hand-ins or one hand-in.")
        {
            grade._input, grade._rubric, grade._worksheet, grade._out, grade._overrides, grade._suggestions, grade._parallel,
            grade._language, grade._downloaded, grade._data, grade._json,
        };
        command.SetAction(grade.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = CommandServices.Create(parsed.GetValue(_data));
        var rubric = await RubricArgument.LookUpAsync(services, parsed.GetValue(_rubric), cancellationToken);
        var request = new GradeRequest
        {
            InputPath = parsed.GetRequiredValue(_input),
            Rubric = rubric.Version!,
            Answers = rubric.Answers,
            WorksheetPath = parsed.GetValue(_worksheet),
            WorksheetDownloadedAt = parsed.GetValue(_downloaded),
            OutputDirectory = parsed.GetValue(_out),
            Parallel = parsed.GetValue(_parallel),
            OverridesPath = parsed.GetValue(_overrides),
            Language = parsed.GetValue(_language),
            IncludeSuggestions = parsed.GetValue(_suggestions),
            Actor = Environment.UserName,
        };
        var useCase = services.GetRequiredService<GradeInput>();
        var result = await RunProgressBar.ShowAsync(_terminal, progress => useCase.ExecuteAsync(request, progress, cancellationToken));

        RunReport.WriteRemarks(_terminal, result);
        if (parsed.GetValue(_json))
            await WriteJsonAsync(services, result.RunId);
        else
            await WriteTextAsync(services, result, request);
        return CodeOf(result);
    }

    // An interrupted run shows what it has: the results are read to their end in spite of the interruption.
    private async Task WriteJsonAsync(IServiceProvider services, Guid runId)
    {
        await using var output = _terminal.OpenOutput();
        await services.GetRequiredService<ExportAssessments>().ExecuteAsync(runId, output, CancellationToken.None);
    }

    private async Task WriteTextAsync(IServiceProvider services, GradeResult result, GradeRequest request)
    {
        var list = services.GetRequiredService<ListSubmissions>();
        SubmissionTable.Write(_terminal, await list.ExecuteAsync(result.RunId, CancellationToken.None));
        RunReport.WriteResult(_terminal, result, request);
    }

    private static int? ParseParallel(ArgumentResult result)
    {
        var typed = result.Tokens[0].Value;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 256)
            return count;
        result.AddError($"--parallel takes a number from 1 to 256, not '{typed}'.");
        return null;
    }

    private static DateTimeOffset? ParseTime(ArgumentResult result)
    {
        if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time))
            return time;
        result.AddError($"--downloaded takes a time such as 2026-11-24T14:00:00+01:00, not '{result.Tokens[0].Value}'.");
        return null;
    }

    private static int CodeOf(GradeResult result)
    {
        if (result.Interrupted)
            return ExitCode.Interrupted;
        return result.Graded == result.Submissions ? ExitCode.Done : ExitCode.NeedsPerson;
    }
}
