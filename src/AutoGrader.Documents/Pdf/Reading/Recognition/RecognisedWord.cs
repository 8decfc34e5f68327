using AutoGrader.Core.Reading;

namespace AutoGrader.Documents.Pdf.Reading.Recognition;

/// <summary>A word that a program took from a picture. Never sure.</summary>
/// <param name="Text">The word.</param>
/// <param name="Box">Where it stands, in pixels from the picture's upper left corner.</param>
/// <param name="Line">The number of its line in the picture.</param>
internal sealed record RecognisedWord(string Text, Box Box, int Line);
