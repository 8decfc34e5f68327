using System.Text.Encodings.Web;
using System.Text.Json;
using AutoGrader.Core;
using AutoGrader.Core.Assessments;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Grading.Judge;
using AutoGrader.Core.Reading;
using AutoGrader.Core.Review;

namespace AutoGrader.Application.Outlets;

/// <summary>
/// Writes <c>assessments.json</c> in the shape of the contract (architecture section 8), one submission at a time. Participants who handed
/// in nothing are no submissions and do not occur. <c>points</c> is <c>null</c> where nothing was scored: not 0, which is a mark.
/// </summary>
internal sealed class AssessmentsJson : IDisposable
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _writer;

    public AssessmentsJson(Stream output)
    {
        _output = output;
        _writer = new Utf8JsonWriter(
            output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _writer.WriteStartArray();
    }

    public void Write(SubmissionResult result)
    {
        var row = result.Row;
        _writer.WriteStartObject();
        _writer.WriteString("participant", result.Participant);
        WriteText("name", result.Name);
        WriteText("uploaded", row.Uploaded);
        WriteText("surname", row.Surname);
        WriteText("matriculation", row.Matriculation);
        _writer.WriteString("status", row.Status.WireName());
        _writer.WriteStartArray("reasons");
        foreach (var reason in WireNames.WireNamesOf(row.AllReasons))
            _writer.WriteStringValue(reason);
        _writer.WriteEndArray();
        _writer.WriteStartArray("notes");
        foreach (var note in row.Notes)
            Write(note);
        foreach (var hint in row.Hints)
            Write(hint);
        _writer.WriteEndArray();
        WritePoints("points", result.Assessment?.Points);
        WritePoints("max", row.Maximum);
        _writer.WriteStartArray("questions");
        foreach (var question in result.Assessment?.Questions ?? [])
            Write(question);
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        // One submission at a time in memory.
        _writer.Flush();
    }

    /// <summary>Closes the array.</summary>
    public void Complete()
    {
        _writer.WriteEndArray();
        _writer.Flush();
        _output.WriteByte((byte)'\n');
    }

    public void Dispose() => _writer.Dispose();

    private void Write(ReadingRemark note)
    {
        _writer.WriteStartObject();
        _writer.WriteString("kind", note.Kind.WireName());
        _writer.WriteNumber("page", note.Page);
        if (note.Box is { } box)
        {
            _writer.WriteStartObject("box");
            Write(box);
            _writer.WriteEndObject();
        }
        else
        {
            _writer.WriteNull("box");
        }

        _writer.WriteString("text", note.Text);
        _writer.WriteEndObject();
    }

    private void Write(TutorHint hint)
    {
        _writer.WriteStartObject();
        _writer.WriteString("kind", hint.WireName);
        _writer.WriteNumber("page", 0);
        _writer.WriteNull("box");
        _writer.WriteString("text", hint.Text.English);
        WriteStrings("questions", hint.Questions);
        WriteStrings("others", hint.Others);
        _writer.WriteEndObject();
    }

    private void WriteStrings(string name, IEnumerable<string> values)
    {
        _writer.WriteStartArray(name);
        foreach (var value in values)
            _writer.WriteStringValue(value);
        _writer.WriteEndArray();
    }

    private void Write(QuestionScore question)
    {
        _writer.WriteStartObject();
        WriteScore(question.QuestionId, question.Points, question.Maximum, question.Confidence, question.NeedsReview);
        _writer.WriteString("answer", question.Answer);
        _writer.WriteStartArray("criteria");
        foreach (var score in question.Criteria)
            Write(score);
        _writer.WriteEndArray();
        WriteDivergence(question.FirstDivergence);
        _writer.WriteEndObject();
    }

    private void WriteDivergence(FirstDivergence? divergence)
    {
        if (divergence is null)
        {
            _writer.WriteNull("firstDivergence");
            return;
        }

        _writer.WriteStartObject("firstDivergence");
        _writer.WriteString("step", divergence.Step);
        _writer.WriteBoolean("shown", divergence.IsShown);
        WriteText("mistake", divergence.Mistake);
        _writer.WriteString("text", divergence.Text.English);
        _writer.WriteStartArray("entries");
        foreach (var entry in divergence.Entries)
        {
            _writer.WriteStartObject();
            _writer.WriteNumber("row", entry.Row);
            _writer.WriteNumber("column", entry.Column);
            _writer.WriteString("text", entry.Text);
            WriteRounded("expected", entry.Expected, 6);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    private void Write(CriterionScore score)
    {
        _writer.WriteStartObject();
        WriteScore(score.CriterionId, score.Points, score.Maximum, score.Confidence, score.NeedsReview);
        _writer.WriteString("verdict", score.Verdict);
        _writer.WriteString("rationale", score.Rationale.English);
        _writer.WriteBoolean("carriedForward", score.CarriedForward);
        WriteText("mistake", score.Mistake);
        _writer.WriteStartArray("evidence");
        foreach (var evidence in score.Evidence)
            Write(evidence);
        _writer.WriteEndArray();
        if (score.Opinion is { } opinion)
            Write(opinion);
        _writer.WriteEndObject();
    }

    // Only where an outside judge is set: without one the contract stays as it is.
    private void Write(JudgeOpinion opinion)
    {
        _writer.WriteStartObject("secondOpinion");
        _writer.WriteString("outcome", JsonNamingPolicy.SnakeCaseLower.ConvertName(opinion.Outcome.ToString()));
        _writer.WriteString("judge", opinion.Judge);
        WritePoints("points", opinion.Points);
        _writer.WriteString("quotation", opinion.Quotation);
        _writer.WriteString("remark", opinion.Remark);
        _writer.WriteEndObject();
    }

    private void WriteScore(string id, Points points, Points maximum, double confidence, bool needsReview)
    {
        _writer.WriteString("id", id);
        WritePoints("points", points);
        WritePoints("max", maximum);
        WriteRounded("confidence", confidence, 4);
        _writer.WriteBoolean("needsReview", needsReview);
    }

    private void Write(Evidence evidence)
    {
        _writer.WriteStartObject();
        _writer.WriteNumber("page", evidence.Page);
        Write(evidence.Box);
        _writer.WriteString("text", evidence.Text);
        _writer.WriteEndObject();
    }

    private void Write(Box box)
    {
        WriteRounded("x", box.X, 2);
        WriteRounded("y", box.Y, 2);
        WriteRounded("width", box.Width, 2);
        WriteRounded("height", box.Height, 2);
    }

    private void WriteText(string name, string? text)
    {
        if (text is null)
            _writer.WriteNull(name);
        else
            _writer.WriteString(name, text);
    }

    private void WritePoints(string name, Points? points)
    {
        _writer.WritePropertyName(name);
        if (points is { } value)
            _writer.WriteRawValue(value.Decimal());
        else
            _writer.WriteNullValue();
    }

    private void WriteRounded(string name, double number, int digits) =>
        _writer.WriteNumber(name, double.IsFinite(number) ? Math.Round(number, digits) : 0);
}
