using AutoGrader.Application;
using AutoGrader.Application.Isolation;
using AutoGrader.Application.Maintenance;
using AutoGrader.Core.Submissions;
using AutoGrader.Documents.Pdf.Reading;

namespace AutoGrader.IntegrationTests.Application.Isolation;

/// <summary>Whatever a worker does with a file in hand, the program gets a result; what it does without one is no file's fault.</summary>
public sealed class PdfWorkerPoolTests
{
    private static readonly PdfReadLimits Patient = new() { WallTime = TimeSpan.FromMinutes(2), Memory = 128 * 1024 * 1024 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hangs")]
    [InlineData("spins")]
    [InlineData("takes-nothing")]
    public async Task A_worker_that_does_not_answer_is_given_up(string how)
    {
        using var pool = WorkerPools.Hostile(how);
        // Larger than any pipe, so that handing it over does not end either.
        var result = await pool.ReadAsync(new byte[4 * 1024 * 1024], Patient with { WallTime = TimeSpan.FromMilliseconds(300) }, Cancel);
        AssertUnreadable("too long", result);
    }

    [Theory]
    [InlineData("exits")]
    [InlineData("overflows")]
    [InlineData("eats-memory")]
    [InlineData("announces-too-much")]
    [InlineData("talks-nonsense")]
    [InlineData("stops-midway")]
    public async Task A_worker_that_comes_to_grief_is_a_reason(string how)
    {
        using var pool = WorkerPools.Hostile(how);
        AssertUnreadable("crash", await pool.ReadAsync([1], Patient, Cancel));
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("overflows")]
    [InlineData("talks-nonsense")]
    public async Task A_worker_that_comes_to_grief_while_drawing_leaves_blank_paper_and_says_so(string how)
    {
        using var pool = WorkerPools.Hostile(how);
        var drawings = await pool.DrawAsync([1], Patient with { WallTime = TimeSpan.FromSeconds(2) }, Cancel);
        Assert.Empty(drawings.Pages);
        Assert.Contains("could not be drawn", drawings.Failure?.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_is_used_again_and_may_complain_as_it_likes()
    {
        using var pool = WorkerPools.Hostile("complains");
        var first = await ProcessThatReadsAsync(pool);
        Assert.Equal(first, await ProcessThatReadsAsync(pool));
    }

    [Fact]
    public async Task Files_at_the_same_time_have_workers_of_their_own()
    {
        using var pool = WorkerPools.Hostile("complains");
        var processes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ProcessThatReadsAsync(pool)));
        Assert.Equal(3, processes.Distinct().Count());
    }

    [Fact]
    public async Task A_file_is_not_blamed_for_what_those_before_it_did_to_the_worker()
    {
        using var pool = WorkerPools.Hostile("fails-on-every-second");
        var processes = new List<int>();
        for (var i = 0; i < 3; i++)
            processes.Add(await ProcessThatReadsAsync(pool));
        Assert.Equal(3, processes.Distinct().Count());
    }

    [Theory]
    [InlineData("dies-at-start")]
    [InlineData("is-another-build")]
    public async Task A_worker_that_cannot_work_is_no_files_fault(string how)
    {
        using var pool = WorkerPools.Hostile(how);
        await Assert.ThrowsAsync<PdfWorkerUnavailableException>(() => pool.ReadAsync([1], Patient, Cancel));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        using var pool = WorkerPools.Of(new PdfWorkerCommand("/no/such/program", ["worker"]));
        var fault = await Assert.ThrowsAsync<PdfWorkerUnavailableException>(() => pool.ReadAsync([1], Patient, Cancel));
        Assert.Contains("/no/such/program worker", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_cannot_read_ends_before_its_first_submission_and_the_doctor_says_why()
    {
        using var installation = new Installation(services => services.AddPdfWorkerProcesses(new("/no/such/program", [])));
        await Assert.ThrowsAsync<PdfWorkerUnavailableException>(() => installation.GradeAsync());
        var findings = await installation.Get<Doctor>().ExecuteAsync(repair: false, Cancel);
        Assert.Contains(findings, f => f.Code == "pdf-worker");
    }

    private static async Task<int> ProcessThatReadsAsync(PdfWorkerPool pool) =>
        (await pool.ReadAsync([1], Patient, Cancel)).Content!.ReaderVersion;

    private static void AssertUnreadable(string expected, PdfReadResult result)
    {
        Assert.Null(result.Content);
        Assert.Equal(ReasonCode.UnreadablePdf, result.Reason?.Code);
        Assert.Contains(expected, result.Reason?.Detail.English, StringComparison.Ordinal);
        Assert.False(result.IsRepeatable);
    }
}
