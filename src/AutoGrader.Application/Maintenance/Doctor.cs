namespace AutoGrader.Application.Maintenance;

/// <summary>Something the doctor found.</summary>
/// <param name="Code">A stable name, such as <c>missing-artifact</c>.</param>
/// <param name="Text">What is wrong and what to do, one sentence in English.</param>
/// <param name="Repaired">Whether it was mended.</param>
public sealed record Finding(string Code, string Text, bool Repaired);

/// <summary>Looks for what a killed process or a lost disk leaves behind, and mends what can be mended without loss.</summary>
public sealed class Doctor
{
    /// <summary>Examines the data directory.</summary>
    /// <param name="repair">Whether to mend; otherwise nothing is changed.</param>
    /// <param name="cancellationToken">Ends the examination.</param>
    public Task<IReadOnlyList<Finding>> ExecuteAsync(bool repair, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
