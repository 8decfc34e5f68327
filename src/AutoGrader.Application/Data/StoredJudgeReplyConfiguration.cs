using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data;

internal sealed class StoredJudgeReplyConfiguration : IEntityTypeConfiguration<StoredJudgeReply>
{
    public void Configure(EntityTypeBuilder<StoredJudgeReply> builder) => builder.HasKey(r => r.Key);
}
