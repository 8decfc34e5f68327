namespace AutoGrader.Core.Rubrics.Files;

/// <summary>What the criteria of a question may refer to.</summary>
/// <param name="QuestionId">The question's id.</param>
/// <param name="Steps">The names of the steps of its computation.</param>
/// <param name="Shapes">The shapes it asks for or builds on; <c>null</c> where they could not be read.</param>
/// <param name="ItemsAsked">How many items it asks for; <c>null</c> where it asks for no list.</param>
/// <param name="Disclosure">How much of its criteria students are told, unless one says otherwise.</param>
internal sealed record QuestionScope(string QuestionId, IReadOnlyCollection<string> Steps,
    IReadOnlyDictionary<string, MatrixShape>? Shapes, int? ItemsAsked = null, Disclosure Disclosure = Disclosure.Full);
