namespace AutoGrader.IntegrationTests.Web;

/// <summary>A service with a course whose samples are graded, for tests that only look.</summary>
public sealed class GradedCourse : IAsyncLifetime
{
    internal RunningService Service { get; private set; } = null!;

    internal CourseSetup Course { get; private set; } = null!;

    internal Page Preview { get; private set; } = null!;

    internal Page Run { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await RunningService.StartAsync();
        Course = await CourseSetup.FirstAsync(Service);
        Preview = await Course.UploadAsync();
        Run = await Course.GradeAsync();
    }

    public ValueTask DisposeAsync()
    {
        Course.Browser.Dispose();
        return Service.DisposeAsync();
    }
}
