using System.Globalization;
using AutoGrader.Application.Grading;

namespace AutoGrader.Cli.Output;

/// <summary>
/// A run's progress as lines, where the error stream is no terminal: one at the beginning of each stage and one at every tenth of the
/// submissions. Depends on the progress alone and not on time, so that the same run writes the same lines.
/// </summary>
internal sealed class PlainProgress(TextWriter error) : IProgress<GradeProgress>
{
    private const int Tenths = 10;

    private readonly Lock _lock = new();
    private (GradeStage Stage, int Tenth)? _last;

    public void Report(GradeProgress value)
    {
        var tenth = value.Total == 0 ? 0 : value.Done * Tenths / value.Total;
        lock (_lock)
        {
            // Workers report side by side: what comes late is old.
            if (_last is { } last && (value.Stage, tenth).CompareTo(last) <= 0)
                return;
            _last = (value.Stage, tenth);
            error.WriteLine(value.Total == 0
                ? RunProgressBar.Name(value.Stage)
                : string.Create(CultureInfo.InvariantCulture, $"{RunProgressBar.Name(value.Stage)}: {value.Done} of {value.Total}"));
        }
    }
}
