using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class StoredRubricConfiguration : IEntityTypeConfiguration<StoredRubric>
{
    public void Configure(EntityTypeBuilder<StoredRubric> builder)
    {
        builder.HasKey(r => r.Hash);
        builder.HasIndex(r => r.RubricId);
        builder.HasOne<StoredAnswerSet>().WithMany().HasForeignKey(r => r.AnswersHash).OnDelete(DeleteBehavior.Restrict);
        builder.Property(r => r.Title).AsJson();
    }
}
