using AutoGrader.Application.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>The ledger on a real SQLite file.</summary>
public sealed class LedgerTests : IDisposable
{
    private readonly SettableClock _clock = new();
    private readonly Installation _installation;
    private readonly JobLedger _ledger;

    public LedgerTests()
    {
        _installation = new Installation(services => services.AddSingleton<TimeProvider>(_clock));
        _ledger = _installation.Get<JobLedger>();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task Of_many_claims_at_once_exactly_one_wins()
    {
        var id = await AddAsync();
        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _ledger.TryClaimAsync(id, Cancel), Cancel)));
        Assert.Single(claims, won => won);
        Assert.Equal((JobState.Running, 1), await StateAsync(id));
    }

    [Fact]
    public async Task An_entry_can_be_claimed_again_only_after_its_lease()
    {
        var id = await AddAsync();
        Assert.True(await _ledger.TryClaimAsync(id, Cancel));
        _clock.Now += JobLedger.Lease;
        Assert.False(await _ledger.TryClaimAsync(id, Cancel));
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.True(await _ledger.TryClaimAsync(id, Cancel));
        Assert.Equal((JobState.Running, 2), await StateAsync(id));
    }

    [Fact]
    public async Task A_renewed_lease_holds()
    {
        var id = await AddAsync();
        await _ledger.TryClaimAsync(id, Cancel);
        _clock.Now += JobLedger.Lease;
        await _ledger.RenewAsync(Cancel);
        _clock.Now += TimeSpan.FromSeconds(30);
        Assert.False(await _ledger.TryClaimAsync(id, Cancel));
    }

    [Fact]
    public async Task A_released_entry_is_queued_and_its_attempt_does_not_count()
    {
        var id = await AddAsync();
        await _ledger.TryClaimAsync(id, Cancel);
        await _ledger.ReleaseAsync(id);
        Assert.Equal((JobState.Queued, 0), await StateAsync(id));
    }

    [Fact]
    public async Task A_worker_that_lost_its_entry_cannot_finish_it()
    {
        var id = await AddAsync();
        await _ledger.TryClaimAsync(id, Cancel);
        await using var context = await _installation.OpenAsync();
        await context.JobEntries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Worker, "another/1/2"), Cancel);
        Assert.False(await _ledger.TryFinishAsync(context, id, JobState.Done, null, Cancel));
        Assert.Equal((JobState.Running, 1), await StateAsync(id));
    }

    [Fact]
    public async Task Kind_subject_and_rubric_are_unique_together()
    {
        await using var context = await _installation.OpenAsync();
        var subject = Guid.CreateVersion7();
        context.JobEntries.AddRange(
            _ledger.NewEntry("grade", subject, "r"), _ledger.NewEntry("grade", subject, "s"), _ledger.NewEntry("grade", subject, "r"));
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task The_pool_works_on_every_entry_once_and_never_on_more_than_it_may()
    {
        var ids = new List<Guid>();
        for (var number = 0; number < 20; number++)
            ids.Add(await AddAsync());
        int running = 0, most = 0;
        var worked = new System.Collections.Concurrent.ConcurrentBag<Guid>();
        var pool = new WorkerPool(_ledger, TimeProvider.System, NullLogger<WorkerPool>.Instance);
        await pool.RunAsync(
            [.. ids, .. ids],
            4,
            async (id, token) =>
            {
                InterlockedMax(ref most, Interlocked.Increment(ref running));
                worked.Add(id);
                await using (var context = await _installation.OpenAsync())
                    Assert.True(await _ledger.TryFinishAsync(context, id, JobState.Done, null, token));
                Interlocked.Decrement(ref running);
            },
            Cancel);
        Assert.Equal(ids.Order(), worked.Order());
        Assert.InRange(most, 1, 4);
    }

    [Theory]
    [InlineData("other-machine/1/20260101000000")]
    [InlineData("nonsense")]
    public void A_worker_of_which_nothing_is_known_is_not_taken_for_dead(string worker) => Assert.False(WorkerIdentity.IsKnownDead(worker));

    [Fact]
    public void This_process_lives_and_one_that_had_its_number_before_does_not()
    {
        var me = new WorkerIdentity().Name;
        Assert.False(WorkerIdentity.IsKnownDead(me));
        Assert.True(WorkerIdentity.IsKnownDead(me[..me.LastIndexOf('/')] + "/19990101000000"));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    private async Task<Guid> AddAsync()
    {
        await using var context = await _installation.OpenAsync();
        var entry = _ledger.NewEntry(JobEntry.GradeKind, Guid.CreateVersion7(), "rubric");
        context.JobEntries.Add(entry);
        await context.SaveChangesAsync(Cancel);
        return entry.Id;
    }

    private async Task<(JobState, int)> StateAsync(Guid id)
    {
        await using var context = await _installation.OpenAsync();
        var entry = await context.JobEntries.AsNoTracking().SingleAsync(e => e.Id == id, Cancel);
        return (entry.State, entry.Attempt);
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 6, 9, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
