using AutoGrader.Core.Grading.Learning;

namespace AutoGrader.Benchmarks.Scoring;

/// <summary>Opens files of answers; a faulty one ends the command.</summary>
internal static class JsonLines
{
    public static IReadOnlyList<AnswerLine> Read(string path)
    {
        var (lines, errors) = AnswerLines.Read(File.ReadAllText(path), path);
        return errors.Count == 0 ? lines : throw new InvalidDataException(string.Join('\n', errors));
    }
}
