using AutoGrader.Core;

namespace AutoGrader.Application.Moodle;

/// <summary>A function of the web services, and whether the token may call it.</summary>
/// <param name="Name">Moodle's name.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="IsAllowed">Whether the token's service holds it.</param>
public sealed record MoodleFunction(string Name, LocalizedText Purpose, bool IsAllowed);

/// <summary>What a connection can do.</summary>
/// <param name="SiteName">What the site calls itself.</param>
/// <param name="Release">The version of Moodle, where it is told.</param>
/// <param name="Owner">Whose token it is.</param>
/// <param name="Functions">The functions that are needed.</param>
/// <param name="CanDownload">Whether the token's service may fetch files.</param>
/// <param name="CanUpload">Whether it may send files.</param>
/// <param name="Problem">Why nothing is known of all this; <c>null</c> where it is.</param>
public sealed record MoodleTest(
    string? SiteName, string? Release, string? Owner, IReadOnlyList<MoodleFunction> Functions, bool CanDownload, bool CanUpload,
    LocalizedText? Problem)
{
    /// <summary>Whether everything that is needed is there.</summary>
    public bool IsComplete => Problem is null && CanDownload && CanUpload && Functions.All(f => f.IsAllowed);
}

/// <summary>Asks a Moodle site what the token of a connection may do. Changes nothing.</summary>
public sealed class TestMoodle
{
    private readonly OpenMoodle _open;
    private readonly MoodleApi _api;

    internal TestMoodle(OpenMoodle open, MoodleApi api) => (_open, _api) = (open, api);

    /// <summary>Asks.</summary>
    public async Task<MoodleTest> ExecuteAsync(Guid assignmentId, CancellationToken cancellationToken = default)
    {
        try
        {
            return await AskAsync((await _open.ExecuteAsync(assignmentId, cancellationToken)).Access, cancellationToken);
        }
        catch (MoodleException fault)
        {
            return new MoodleTest(null, null, null, [], false, false, fault.Text);
        }
    }

    /// <summary>Asks with a token that is not stored yet.</summary>
    /// <exception cref="MoodleException">The site or the token cannot be used.</exception>
    internal async Task<MoodleTest> AskAsync(MoodleAccess access, CancellationToken cancellationToken)
    {
        var info = await _api.SiteInfoAsync(access, cancellationToken);
        var allowed = (info.Functions ?? []).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        return new MoodleTest(
            info.SiteName, info.Release, info.FullName,
            [.. MoodleApi.Needed.Select(f => new MoodleFunction(f.Function, f.Purpose, allowed.Contains(f.Function)))],
            info.DownloadFiles == 1, info.UploadFiles == 1, null);
    }
}
