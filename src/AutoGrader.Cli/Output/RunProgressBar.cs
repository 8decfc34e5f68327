using System.Globalization;
using AutoGrader.Application.Grading;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AutoGrader.Cli.Output;

/// <summary>
/// Shows a run's progress on the error stream: a bar with count, rate and remaining time, or plain lines where that is no terminal.
/// </summary>
internal static class RunProgressBar
{
    public static Task<GradeResult> ShowAsync(Terminal terminal, Func<IProgress<GradeProgress>, Task<GradeResult>> run)
    {
        var console = terminal.ErrorConsole();
        return console.Profile.Capabilities.Interactive ? ShowBarAsync(console, run) : run(new PlainProgress(terminal.Error));
    }

    /// <summary>What people call a stage.</summary>
    public static string Name(GradeStage stage) => stage switch
    {
        GradeStage.Opening => "Opening",
        GradeStage.Grading => "Grading",
        _ => "Writing results",
    };

    private static Task<GradeResult> ShowBarAsync(IAnsiConsole console, Func<IProgress<GradeProgress>, Task<GradeResult>> run) =>
        console.Progress()
            .AutoClear(false)
            .HideCompleted(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new CountColumn(),
                new RateColumn(),
                new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("Opening", maxValue: 1);
                bar.IsIndeterminate = true;
                return run(new Bar(bar));
            });

    /// <summary>Reports at once: <see cref="Progress{T}"/> would report later and out of order.</summary>
    private sealed class Bar(ProgressTask bar) : IProgress<GradeProgress>
    {
        public void Report(GradeProgress value)
        {
            bar.Description = Name(value.Stage);
            bar.IsIndeterminate = value.Total == 0;
            if (value.Total == 0)
                return;
            bar.MaxValue = value.Total;
            bar.Value = value.Done;
        }
    }

    private sealed class CountColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.IsIndeterminate ? "" : string.Create(CultureInfo.InvariantCulture, $"{task.Value:0} of {task.MaxValue:0}"));
    }

    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:0.0}/s") : "");
    }
}
