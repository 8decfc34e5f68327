using AutoGrader.Application.Data.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data.Moodle;

internal sealed class MoodleConnectionConfiguration : IEntityTypeConfiguration<MoodleConnection>
{
    public void Configure(EntityTypeBuilder<MoodleConnection> builder)
    {
        builder.HasKey(c => c.AssignmentId);
        builder.HasOne<Assignment>().WithOne().HasForeignKey<MoodleConnection>(c => c.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Upload>().WithMany().HasForeignKey(c => c.FetchedUploadId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class MoodleParticipantConfiguration : IEntityTypeConfiguration<MoodleParticipant>
{
    public void Configure(EntityTypeBuilder<MoodleParticipant> builder)
    {
        builder.HasKey(p => new { p.AssignmentId, p.ParticipantNumber });
        builder.HasOne<MoodleConnection>().WithMany().HasForeignKey(p => p.AssignmentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MoodleTransferConfiguration : IEntityTypeConfiguration<MoodleTransfer>
{
    public void Configure(EntityTypeBuilder<MoodleTransfer> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Outcome).AsJson();
        builder.HasIndex(t => t.State);
        builder.HasOne<Assignment>().WithMany().HasForeignKey(t => t.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<GradingRun>().WithMany().HasForeignKey(t => t.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MoodleReceiptConfiguration : IEntityTypeConfiguration<MoodleReceipt>
{
    public void Configure(EntityTypeBuilder<MoodleReceipt> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Reason).AsJson();
        builder.HasIndex(r => new { r.TransferId, r.ParticipantNumber }).IsUnique();
        builder.HasOne<MoodleTransfer>().WithMany().HasForeignKey(r => r.TransferId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}
