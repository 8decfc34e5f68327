using AutoGrader.Application.Courses;
using AutoGrader.Application.Data;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Core.Grading;
using AutoGrader.Core.Rubrics;
using AutoGrader.Web;

namespace AutoGrader.IntegrationTests;

/// <summary>
/// The self-check cannot leak what is right: from its code no path leads to references, criteria or marks. It gets an outline of the
/// sheet, through a seam whose other side it does not see.
/// </summary>
public sealed class SelfCheckSecrecyTests
{
    private static readonly string[] SecretNamespaces =
    [
        "AutoGrader.Core.Assessments", "AutoGrader.Core.Computations", "AutoGrader.Core.Grading", "AutoGrader.Core.Rehearsal",
        "AutoGrader.Core.Review", "AutoGrader.Core.Rubrics", "AutoGrader.Application.Data", "AutoGrader.Application.Grading",
        "AutoGrader.Application.Rubrics",
    ];

    // The naming rules, which the sheet prints; and files by the hash of their content, because where they lie stands in the same
    // settings. Rubrics are in rows, not in files.
    private static bool IsKnown(Type type) =>
        type == typeof(HandInRules) || type.Namespace == "AutoGrader.Application.Data.Storage"
        || new[] { typeof(ArtifactStore), typeof(IncomingFile) }.Contains(type.DeclaringType ?? type);

    private static readonly DependencyWalk Check = new(
        typeof(CheckHandIn).Assembly.GetTypes().Concat(typeof(WebService).Assembly.GetTypes())
            .Where(t => t.Namespace is { } space && space.Split('.').Contains("SelfCheck")));

    [Fact]
    public void No_path_leads_from_the_self_check_to_references_criteria_or_marks()
    {
        var leaks = Check.Reached.Where(t => IsSecret(t) && !IsKnown(t)).Select(Check.PathTo).Order(StringComparer.Ordinal).ToList();

        Assert.True(leaks.Count == 0, string.Join(Environment.NewLine, leaks));
    }

    [Fact]
    public void The_walk_sees_the_check_its_page_and_all_that_finds_answers()
    {
        var names = Check.Reached.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(
            new HashSet<string>
            {
                "CheckHandIn", "CheckUpload", "CheckEndpoint", "CheckPage", "CheckAnswer", "AnswerLocator", "QuestionAffinity",
                "OwnNumbers",
                "HandInCheck", "SheetOutline", "ICheckedSheets",
            },
            names);
    }

    /// <summary>Where there is a path, the walk finds it, through lambdas and methods that wait.</summary>
    [Fact]
    public void The_walk_finds_the_rubric_behind_the_other_side_of_the_seam()
    {
        var walk = new DependencyWalk([typeof(CheckedSheets)]);

        Assert.Contains(typeof(Rubric), walk.Reached);
        Assert.Contains(typeof(Criterion), walk.Reached);
        Assert.Contains(new DependencyWalk([typeof(SubmissionGrader)]).Reached, t => t.Name == "ComputationPlan");
    }

    [Fact]
    public void The_outline_for_students_holds_nothing_of_the_criteria()
    {
        var rubric = Application.Installation.Rubric.Rubric;

        Assert.All(rubric.PublicOutline().Questions, q => Assert.Empty(q.Keywords));
        Assert.Contains(rubric.Outline().Questions, q => q.Keywords.Count > 0);
    }

    private static bool IsSecret(Type type) => SecretNamespaces.Any(s =>
        type.Namespace == s || type.Namespace?.StartsWith(s + ".", StringComparison.Ordinal) == true);
}
