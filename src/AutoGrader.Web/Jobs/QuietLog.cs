using Hangfire.Logging;

namespace AutoGrader.Web.Jobs;

/// <summary>
/// Keeps Hangfire's own log quiet. It is one for the whole process, whatever the number of services in it; and what becomes of an entry is
/// logged where it is worked on.
/// </summary>
internal sealed class QuietLog : ILog
{
    public static ILogProvider Provider { get; } = new OneForAll();

    public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;

    private sealed class OneForAll : ILogProvider
    {
        private readonly QuietLog _log = new();

        public ILog GetLogger(string name) => _log;
    }
}
