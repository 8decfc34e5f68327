using AutoGrader.Application.Courses;
using AutoGrader.Web.Localisation;

namespace AutoGrader.Web.Assignments;

/// <summary>What to tell the person after an upload.</summary>
internal sealed class UploadSummary(Speech say)
{
    private readonly List<string> _sentences = [];

    /// <summary>Whether something was refused.</summary>
    public bool HasProblem { get; private set; }

    /// <summary>Whether an export was taken.</summary>
    public bool HasExport { get; private set; }

    public string Text => _sentences.Count > 0
        ? string.Join(' ', _sentences)
        : say["Choose a file first.", "Wählen Sie zuerst eine Datei."];

    public void Add(string name, ReceivedUpload received)
    {
        if (received.Problem is { } problem)
        {
            Refuse(name, problem);
            return;
        }
        HasExport = true;
        var count = say.Count(received.HandIns, ("hand-in", "hand-ins"), ("Abgabe", "Abgaben"));
        _sentences.Add(received.WasKnown
            ? say[
                $"{name} was uploaded before and is used again: {count}.",
                $"{name} war schon hochgeladen und wird weiter benutzt: {count}."]
            : say[
                $"{name} ({say.Size(received.Length)}) was received: {count}.",
                $"{name} ({say.Size(received.Length)}) ist da: {count}."]);
    }

    public void Add(string name, ReceivedWorksheet received)
    {
        if (received.Problem is { } problem)
            Refuse(name, problem);
        else
            _sentences.Add(say[$"The worksheet has {received.Rows} rows.", $"Die Bewertungstabelle hat {received.Rows} Zeilen."]);
    }

    private void Refuse(string name, string problem)
    {
        HasProblem = true;
        _sentences.Add(say[$"{name} was not taken: {problem}", $"{name} wurde nicht angenommen: {problem}"]);
    }
}
