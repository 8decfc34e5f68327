using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class StoredArtifactConfiguration : IEntityTypeConfiguration<StoredArtifact>
{
    public void Configure(EntityTypeBuilder<StoredArtifact> builder) => builder.HasKey(a => a.Hash);
}
