namespace AutoGrader.Documents.Pdf.Writing.Text;

/// <summary>The typefaces of the feedback.</summary>
internal enum Face
{
    Regular,
    Bold,
    Mono,
}
