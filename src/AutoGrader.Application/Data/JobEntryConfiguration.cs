using AutoGrader.Application.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class JobEntryConfiguration : IEntityTypeConfiguration<JobEntry>
{
    public void Configure(EntityTypeBuilder<JobEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.Kind, e.SubjectId, e.RubricVersion }).IsUnique();
        builder.HasIndex(e => new { e.State, e.LeaseUntil });
        builder.HasIndex(e => new { e.RunId, e.State });
        builder.HasOne<GradingRun>().WithMany().HasForeignKey(e => e.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
