using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class ReviewDecisionConfiguration : IEntityTypeConfiguration<ReviewDecision>
{
    public void Configure(EntityTypeBuilder<ReviewDecision> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<GradingRun>().WithMany().HasForeignKey(d => d.RunId);
        builder.Property(d => d.Members).AsJson();
    }
}
