namespace AutoGrader.Core.Feedback.Blocks;

/// <summary>Something the reader must not overlook: a broken rule and its remedy, a review that is still open.</summary>
/// <param name="Tone">What kind of notice.</param>
/// <param name="Title">The message in a few words.</param>
/// <param name="Paragraphs">The details: what is wrong, what to do, what happens next.</param>
public sealed record NoticeBlock(Tone Tone, string Title, IReadOnlyList<ParagraphBlock> Paragraphs) : FeedbackBlock;
