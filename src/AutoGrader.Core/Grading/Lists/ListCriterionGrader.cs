using AutoGrader.Core.Reading;
using AutoGrader.Core.Rubrics;

namespace AutoGrader.Core.Grading.Lists;

/// <summary>
/// Scores criteria of kind <c>list</c>: finds what a student names, in which order, and whether what is asked for is among the first that
/// count. What is named in words or letters that are not understood goes to a person.
/// </summary>
internal sealed class ListCriterionGrader : ICriterionGrader
{
    /// <inheritdoc/>
    public string Kind => "list";

    /// <inheritdoc/>
    public IReadOnlyList<CriterionScore> Grade(Question question, IReadOnlyList<Criterion> criteria, Answer answer, GradingContext context)
    {
        var all = criteria.Cast<ListCriterion>().ToList();
        var named = new NamedList(question, all, answer, context);
        return [.. all.Select(c => ListJudge.Judge(c, named))];
    }
}
