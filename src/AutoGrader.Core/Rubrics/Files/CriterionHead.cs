namespace AutoGrader.Core.Rubrics.Files;

/// <summary>What every criterion has.</summary>
internal sealed record CriterionHead(string Id, Points Maximum, LocalizedText Text);
