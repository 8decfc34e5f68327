using AutoGrader.Core;
using AutoGrader.Core.Rehearsal;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Tests.Core.Rehearsal;

public sealed class KeywordSaladTests
{
    [Fact]
    public void Holds_the_keywords_of_the_best_level_once_each_in_another_order_that_never_changes()
    {
        var criterion = Criterion(
            "alpha* | beta | never + gamma", "delta + \"= epsilon\" + -zeta", "eta & theta | iota + kappa", "lambda + mu | not");

        var salad = KeywordSalad.Of(criterion);

        Assert.Equal(salad, KeywordSalad.Of(criterion));
        Assert.Equal(
            ["= epsilon", "alpha", "beta", "delta", "eta", "gamma", "iota", "kappa", "lambda", "mu", "theta"],
            ((string[])["= epsilon", "alpha", "beta", "delta", "eta", "gamma", "iota", "kappa", "lambda", "mu", "theta", "never", "zeta"])
                .Where(word => salad!.Contains(word, StringComparison.Ordinal)));
        Assert.NotEqual("alpha beta gamma delta = epsilon eta theta iota kappa lambda mu", salad);
    }

    [Fact]
    public void Few_keywords_are_no_salad_but_a_terse_answer() => Assert.Null(KeywordSalad.Of(Criterion("alpha + beta")));

    private static ConceptCriterion Criterion(params string[] phrases) => new()
    {
        Id = "1.1a",
        Maximum = Points.FromValue(1),
        Text = new LocalizedText("Idea", "Idee"),
        Levels = [new Level(Points.FromValue(1), new LocalizedText("All", "Alles"), [.. phrases.Select(p => new Phrase(p))])],
    };
}
