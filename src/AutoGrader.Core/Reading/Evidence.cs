namespace AutoGrader.Core.Reading;

/// <summary>A place in the student's own report that a judgement rests on.</summary>
/// <param name="Page">Page number from 1.</param>
/// <param name="Box">Where on that page.</param>
/// <param name="Text">The text as read there.</param>
public sealed record Evidence(int Page, Box Box, string Text);
