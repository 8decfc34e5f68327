using AutoGrader.Application.Grading;
using AutoGrader.Application.Maintenance;
using AutoGrader.Application.Outlets;
using AutoGrader.Application.Rubrics;
using AutoGrader.Application.SelfCheck;
using AutoGrader.Documents.Pdf.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AutoGrader.Application;

/// <summary>Registers the use cases.</summary>
public static class AutoGraderServices
{
    /// <summary>
    /// Registers all use cases. The host adds a database provider (<c>AddAutoGraderSqlite</c> of the migrations project) and logging,
    /// and binds the options: <c>AddAutoGrader(o => configuration.GetSection(AutoGraderOptions.Section).Bind(o))</c>.
    /// </summary>
    public static IServiceCollection AddAutoGrader(this IServiceCollection services, Action<AutoGraderOptions> configure)
    {
        services.AddOptions<AutoGraderOptions>().Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFeedbackPdfEngine, PdfPigFeedbackEngine>();
        services.TryAddSingleton<GradeInput>();
        services.TryAddSingleton<WriteOutlets>();
        services.TryAddSingleton<ExportAssessments>();
        services.TryAddSingleton<FindRubric>();
        services.TryAddSingleton<ImportRubric>();
        services.TryAddSingleton<ListRubrics>();
        services.TryAddSingleton<ExportRubric>();
        services.TryAddSingleton<ValidateRubric>();
        services.TryAddSingleton<CheckHandIn>();
        services.TryAddSingleton<Forget>();
        services.TryAddSingleton<Doctor>();
        return services;
    }
}
