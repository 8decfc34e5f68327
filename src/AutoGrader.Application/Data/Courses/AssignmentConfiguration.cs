using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data.Courses;

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasMany(a => a.Uploads).WithOne(u => u.Assignment).HasForeignKey(u => u.AssignmentId);
        builder.HasOne<GradingInput>().WithOne(i => i.Assignment).HasForeignKey<GradingInput>(i => i.AssignmentId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StoredRubric>().WithMany().HasForeignKey(a => a.RubricHash).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredArtifact>().WithMany().HasForeignKey(a => a.WorksheetHash).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.HasIndex(u => new { u.AssignmentId, u.ContentHash }).IsUnique();
        builder.HasOne<StoredArtifact>().WithMany().HasForeignKey(u => u.ContentHash).OnDelete(DeleteBehavior.Restrict);
    }
}
