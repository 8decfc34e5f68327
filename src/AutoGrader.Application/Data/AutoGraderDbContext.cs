using AutoGrader.Application.Data.Courses;
using AutoGrader.Application.Data.Moodle;
using AutoGrader.Application.Jobs;
using AutoGrader.Core;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Data;

/// <summary>Everything that is stored, except the files of the <see cref="ArtifactStore"/>.</summary>
public sealed class AutoGraderDbContext(DbContextOptions<AutoGraderDbContext> options)
    : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<Course> Courses => Set<Course>();

    public DbSet<CourseMember> CourseMembers => Set<CourseMember>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<RubricDraft> RubricDrafts => Set<RubricDraft>();

    public DbSet<CourseRubric> CourseRubrics => Set<CourseRubric>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<GradingInput> Inputs => Set<GradingInput>();

    public DbSet<GradingRun> Runs => Set<GradingRun>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<StoredAssessment> Assessments => Set<StoredAssessment>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    public DbSet<StoredScore> Scores => Set<StoredScore>();

    public DbSet<StoredOverride> Overrides => Set<StoredOverride>();

    public DbSet<SecondMark> SecondMarks => Set<SecondMark>();

    public DbSet<ReviewNote> ReviewNotes => Set<ReviewNote>();

    public DbSet<ReviewDecision> Decisions => Set<ReviewDecision>();

    public DbSet<StoredRemarking> Remarkings => Set<StoredRemarking>();

    public DbSet<KeptResult> KeptResults => Set<KeptResult>();

    public DbSet<StoredReading> Readings => Set<StoredReading>();

    public DbSet<StoredArtifact> Artifacts => Set<StoredArtifact>();

    public DbSet<StoredRubric> Rubrics => Set<StoredRubric>();

    public DbSet<StoredAnswerSet> AnswerSets => Set<StoredAnswerSet>();

    public DbSet<StoredJudgeReply> JudgeReplies => Set<StoredJudgeReply>();

    public DbSet<JobEntry> JobEntries => Set<JobEntry>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<MoodleConnection> MoodleConnections => Set<MoodleConnection>();

    public DbSet<MoodleParticipant> MoodleParticipants => Set<MoodleParticipant>();

    public DbSet<MoodleTransfer> MoodleTransfers => Set<MoodleTransfer>();

    public DbSet<MoodleReceipt> MoodleReceipts => Set<MoodleReceipt>();

    // Pinned: the tables must not depend on the options of whoever opens them.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountChanges();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountChanges();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Points>().HaveConversion<PointsConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("PersonClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("PersonLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("PersonTokens");
        builder.ApplyConfigurationsFromAssembly(typeof(AutoGraderDbContext).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(IVersioned).IsAssignableFrom(t.ClrType)))
            type.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
    }

    private void CountChanges()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
            entry.Entity.Version = entry.Property(e => e.Version).OriginalValue + 1;
    }
}
