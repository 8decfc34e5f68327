namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>A stretch of text in one style.</summary>
/// <param name="Text">The text; any characters.</param>
/// <param name="Style">How it is set off.</param>
/// <param name="Tone">How what it says was judged.</param>
public sealed record TextRun(string Text, TextStyle Style = TextStyle.Plain, Tone Tone = Tone.Neutral);
