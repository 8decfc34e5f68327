using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AutoGrader.Application.Rubrics.Drafts;

/// <summary>Registers what is done to the rubrics of a course.</summary>
internal static class RubricDraftServices
{
    public static void AddRubricDrafts(this IServiceCollection services)
    {
        services.TryAddSingleton<ListCourseRubrics>();
        services.TryAddSingleton<FindCourseRubric>();
        services.TryAddSingleton<CreateDraft>();
        services.TryAddSingleton<SaveDraft>();
        services.TryAddSingleton<DeleteDraft>();
        services.TryAddSingleton<PublishDraft>();
        services.TryAddSingleton<RehearseDraft>();
        services.TryAddSingleton<ProposeExample>();
        services.TryAddSingleton<BeginFromSheet>();
        services.TryAddSingleton<AddExample>();
    }
}
