using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class StoredAnswerSetConfiguration : IEntityTypeConfiguration<StoredAnswerSet>
{
    public void Configure(EntityTypeBuilder<StoredAnswerSet> builder) => builder.HasKey(s => s.Hash);
}
