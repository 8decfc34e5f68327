namespace AutoGrader.Core.Reading.Checks;

/// <summary>Something in a report that its own author should look at again. Not a judgement: no reference was asked.</summary>
/// <param name="Page">Page number from 1.</param>
/// <param name="Text">What, one or two sentences.</param>
public sealed record CheckRemark(int Page, LocalizedText Text);
