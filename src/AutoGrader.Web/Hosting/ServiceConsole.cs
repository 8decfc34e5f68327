namespace AutoGrader.Web.Hosting;

/// <summary>Where the service speaks to the person who started it.</summary>
/// <param name="Output">Receives a few lines at the start.</param>
public sealed record ServiceConsole(TextWriter Output);
