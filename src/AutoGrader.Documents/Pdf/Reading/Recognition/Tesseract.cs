using System.Diagnostics;

namespace AutoGrader.Documents.Pdf.Reading.Recognition;

/// <summary>
/// Recognises text in pictures with Tesseract, where that is installed. A program of its own, started once for each picture.
/// </summary>
/// <remarks>Its words are a help for the person who reads the scan, no basis for a mark.</remarks>
internal static class Tesseract
{
    private const string Languages = "eng+deu";
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(5);

    /// <summary>What is installed, such as <c>tesseract 5.3.0</c>; <c>null</c> where nothing usable is.</summary>
    /// <param name="command">The program's name or path.</param>
    public static string? Find(string command)
    {
        var installed = Run(command, ["--list-langs"], [], TimeToAnswer)?.Split('\n', StringSplitOptions.TrimEntries) ?? [];
        return Languages.Split('+').All(installed.Contains)
            ? Run(command, ["--version"], [], TimeToAnswer)?.Split('\n')[0].Trim()
            : null;
    }

    /// <summary>The words in a picture; none where the program fails or takes too long.</summary>
    /// <param name="command">The program's name or path.</param>
    /// <param name="picture">A picture in any format that the program knows.</param>
    /// <param name="limit">Wall time for the picture.</param>
    public static IReadOnlyList<RecognisedWord> Read(string command, byte[] picture, TimeSpan limit) =>
        Run(command, ["stdin", "stdout", "-l", Languages, "--psm", "3", "tsv"], picture, limit) is { } output
            ? TesseractOutput.Words(output)
            : [];

    private static string? Run(string command, string[] arguments, byte[] input, TimeSpan limit)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Several threads on one page cost more than they gain, and readers already run side by side.
            Environment = { ["OMP_THREAD_LIMIT"] = "1" },
        };
        try
        {
            using var process = Process.Start(start)!;
            return Talk(process, input, limit);
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            return null;
        }
    }

    private static string? Talk(Process process, byte[] input, TimeSpan limit)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var writing = Task.Run(() =>
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        });
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        // A program that stops listening breaks the pipe; what counts is how it ends.
        writing.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        Task.WaitAll(output, errors);
        return process.ExitCode == 0 ? output.Result : null;
    }
}
