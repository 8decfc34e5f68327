using AutoGrader.Application.Courses;
using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Rubrics;
using AutoGrader.Application.Rubrics.Drafts;
using AutoGrader.Core.Grading.Learning;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.IntegrationTests.Application.Rubrics;

/// <summary>From a draft to a published version, and the borders of courses.</summary>
public sealed class DraftTests : IDisposable
{
    private const string Answer = """{"question": "1.1", "answer": "It keeps a memory.", "points": {"1.1a": 1}}""";

    private readonly Installation _installation = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Source => Installation.Rubric.Source;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task Published_it_is_the_version_that_its_text_names_and_only_its_course_sees_it()
    {
        var (own, other) = (await CourseAsync("Own"), await CourseAsync("Other"));
        var draft = await DraftAsync(own, "\uFEFF" + Source.Replace("\n", "\r\n", StringComparison.Ordinal));

        var published = await PublishAsync(draft, 0);

        Assert.Equal(Installation.Rubric.Hash, published.Version!.Hash);
        Assert.Equal(Installation.Rubric.Hash, Assert.Single(await ListAsync(own)).Hash);
        Assert.Empty(await ListAsync(other));
        Assert.NotNull(await _installation.Get<FindCourseRubric>().ExecuteAsync(own, published.Version.Hash, Cancel));
        Assert.Null(await _installation.Get<FindCourseRubric>().ExecuteAsync(other, published.Version.Hash, Cancel));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => AssignAsync(other));
        await using var context = await _installation.OpenAsync();
        Assert.Contains(await context.Audit.ToListAsync(Cancel), a => a.Action == "rubric.publish" && a.Subject == published.Version.Hash);
        Assert.Equal(published.Version.Hash, (await context.RubricDrafts.SingleAsync(Cancel)).BasedOn);
    }

    [Theory]
    [InlineData("points: 20\n", "points: 21\n", "")]
    [InlineData("points: 20\n", "points: 20\n", "{}")]
    public async Task What_is_faulty_cannot_be_published_and_says_where(string right, string wrong, string answers)
    {
        var course = await CourseAsync("Own");
        var draft = await DraftAsync(course, Source.Replace(right, wrong, StringComparison.Ordinal), answers);

        var published = await PublishAsync(draft, 0);

        Assert.Null(published.Version);
        Assert.True(Assert.Single(published.Errors).Line > 0);
        Assert.Empty(await ListAsync(course));
        await using var context = await _installation.OpenAsync();
        Assert.DoesNotContain(await context.Audit.ToListAsync(Cancel), a => a.Action == "rubric.publish");
    }

    [Fact]
    public async Task Who_saves_publishes_or_deletes_second_overwrites_nothing()
    {
        var draft = await DraftAsync(await CourseAsync("Own"), Source);
        await SaveAsync(draft, 0, "first");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(draft, 0, "second"));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => _installation.Get<DeleteDraft>().ExecuteAsync(draft, 0, "b", Cancel));
        await using (var context = await _installation.OpenAsync())
            Assert.Equal("first", (await context.RubricDrafts.SingleAsync(Cancel)).Source);
        await SaveAsync(draft, 1, Source);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => PublishAsync(draft, 1));
        Assert.NotNull((await PublishAsync(draft, 2)).Version);
        await _installation.Get<DeleteDraft>().ExecuteAsync(draft, 3, "a", Cancel);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(draft, 3, "late"));
    }

    [Fact]
    public async Task Two_courses_that_publish_the_same_text_have_graded_answers_of_their_own()
    {
        var (own, other) = (await CourseAsync("Own"), await CourseAsync("Other"));
        await PublishAsync(await DraftAsync(own, Source, Answer), 0);
        await PublishAsync(await DraftAsync(other, Source), 0);

        Assert.Single(await AnswersAsync(own));
        Assert.Empty(await AnswersAsync(other));
        await using var context = await _installation.OpenAsync();
        Assert.Single(await context.Rubrics.ToListAsync(Cancel));
    }

    [Fact]
    public async Task What_a_course_publishes_changes_nothing_for_those_who_use_the_shared_version()
    {
        var path = Path.Combine(_installation.Folder, "sheet.yaml");
        await File.WriteAllTextAsync(path, Source, Cancel);
        await _installation.Get<ImportRubric>().ExecuteAsync(path, "admin", Cancel);
        var (own, other) = (await CourseAsync("Own"), await CourseAsync("Other"));

        await PublishAsync(await DraftAsync(own, Source, Answer), 0);

        Assert.Single(await AnswersAsync(own));
        Assert.Empty(await AnswersAsync(other));
        Assert.Null(Assert.Single(await ListAsync(other)).By);
        Assert.Equal("a", Assert.Single(await ListAsync(own)).By);
        await AssignAsync(other);
    }

    [Fact]
    public async Task A_text_larger_than_any_rubric_is_not_kept()
    {
        var draft = await DraftAsync(await CourseAsync("Own"), Source);

        await Assert.ThrowsAsync<ArgumentException>(() => SaveAsync(draft, 0, new string('a', 1_000_001)));
    }

    [Fact]
    public async Task Where_a_course_publishes_an_id_again_its_latest_version_comes_first()
    {
        var course = await CourseAsync("Own");
        var draft = await DraftAsync(course, Source);
        await PublishAsync(draft, 0);
        await SaveAsync(draft, 1, Source + "# Later\n");
        var later = await PublishAsync(draft, 2);

        var listed = await ListAsync(course);

        Assert.Equal([later.Version!.Hash, Installation.Rubric.Hash], listed.Select(r => r.Hash));
        Assert.Equal([true, false], listed.Select(r => r.IsLatest));
    }

    private async Task<Guid> CourseAsync(string name)
    {
        await using var context = await _installation.OpenAsync();
        var course = new Course { Id = Guid.NewGuid(), Name = name, CreatedAt = DateTime.UtcNow };
        context.Courses.Add(course);
        await context.SaveChangesAsync(Cancel);
        return course.Id;
    }

    private Task<Guid> DraftAsync(Guid course, string source, string answers = "") =>
        _installation.Get<CreateDraft>().ExecuteAsync(new NewDraft(course, source, answers), "a", Cancel);

    private Task<AutoGrader.Core.Rubrics.RubricReadResult> PublishAsync(Guid draft, int version) =>
        _installation.Get<PublishDraft>().ExecuteAsync(draft, version, "a", Cancel);

    private Task SaveAsync(Guid draft, int version, string source) =>
        _installation.Get<SaveDraft>().ExecuteAsync(draft, version, source, null, "a", Cancel);

    private Task<IReadOnlyList<CourseRubricListing>> ListAsync(Guid course) =>
        _installation.Get<ListCourseRubrics>().ExecuteAsync(course, Cancel);

    private Task<Guid> AssignAsync(Guid course) =>
        _installation.Get<CreateAssignment>().ExecuteAsync(new NewAssignment(course, Installation.Rubric.Hash, new("Sheet")), "a", Cancel);

    private async Task<IReadOnlyList<GradedAnswer>> AnswersAsync(Guid course) =>
        (await _installation.Get<FindCourseRubric>().ExecuteAsync(course, Installation.Rubric.Hash, Cancel))!.Value.Answers.Answers;
}
