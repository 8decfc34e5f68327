using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class StoredReadingConfiguration : IEntityTypeConfiguration<StoredReading>
{
    public void Configure(EntityTypeBuilder<StoredReading> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.PdfHash, r.Reader }).IsUnique();
        builder.HasOne<StoredArtifact>().WithMany().HasForeignKey(r => r.PdfHash).OnDelete(DeleteBehavior.Restrict);
    }
}
