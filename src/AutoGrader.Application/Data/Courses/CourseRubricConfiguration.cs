using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoGrader.Application.Data.Courses;

internal sealed class CourseRubricConfiguration : IEntityTypeConfiguration<CourseRubric>
{
    public void Configure(EntityTypeBuilder<CourseRubric> builder)
    {
        builder.HasKey(r => new { r.CourseId, r.RubricHash });
        builder.HasOne<Course>().WithMany().HasForeignKey(r => r.CourseId);
        builder.HasOne(r => r.Rubric).WithMany().HasForeignKey(r => r.RubricHash).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredAnswerSet>().WithMany().HasForeignKey(r => r.AnswersHash).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RubricDraftConfiguration : IEntityTypeConfiguration<RubricDraft>
{
    public void Configure(EntityTypeBuilder<RubricDraft> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Course>().WithMany().HasForeignKey(d => d.CourseId);
        builder.HasOne<StoredRubric>().WithMany().HasForeignKey(d => d.BasedOn).OnDelete(DeleteBehavior.Restrict);
    }
}
