namespace AutoGrader.IntegrationTests.Application;

/// <summary>Reports at once and on the reporting thread, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class CallingProgress<T>(Action<T> call) : IProgress<T>
{
    public void Report(T value) => call(value);
}
