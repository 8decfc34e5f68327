using AutoGrader.Application.Jobs;
using AutoGrader.Core;
using Microsoft.EntityFrameworkCore;

namespace AutoGrader.Application.Data;

/// <summary>Everything that is stored, except the files of the <see cref="ArtifactStore"/>.</summary>
public sealed class AutoGraderDbContext(DbContextOptions<AutoGraderDbContext> options) : DbContext(options)
{
    public DbSet<GradingInput> Inputs => Set<GradingInput>();

    public DbSet<GradingRun> Runs => Set<GradingRun>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<StoredAssessment> Assessments => Set<StoredAssessment>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    public DbSet<StoredScore> Scores => Set<StoredScore>();

    public DbSet<StoredOverride> Overrides => Set<StoredOverride>();

    public DbSet<StoredReading> Readings => Set<StoredReading>();

    public DbSet<StoredArtifact> Artifacts => Set<StoredArtifact>();

    public DbSet<StoredRubric> Rubrics => Set<StoredRubric>();

    public DbSet<StoredAnswerSet> AnswerSets => Set<StoredAnswerSet>();

    public DbSet<StoredJudgeReply> JudgeReplies => Set<StoredJudgeReply>();

    public DbSet<JobEntry> JobEntries => Set<JobEntry>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Points>().HaveConversion<PointsConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AutoGraderDbContext).Assembly);
}
