namespace AutoGrader.Application.Data.Storage;

/// <summary>Files below a folder, in subfolders by the first two digits of their hashes. Several machines may share the folder.</summary>
public sealed class FolderStorage(string root) : IArtifactStorage
{
    /// <summary>The folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <inheritdoc/>
    public string? Fetch(string hash) => Contains(hash) ? PathOf(hash) : null;

    /// <inheritdoc/>
    public void Store(string hash, string path)
    {
        var target = PathOf(hash);
        if (File.Exists(target) && new FileInfo(target).Length == new FileInfo(path).Length)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(path, target, overwrite: true);
    }

    /// <inheritdoc/>
    public bool Contains(string hash) => File.Exists(PathOf(hash));

    /// <inheritdoc/>
    public void Delete(string hash)
    {
        var path = PathOf(hash);
        if (File.Exists(path))
            File.Delete(path);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => [.. Files().Select(path => Path.GetFileName(path)).Where(ArtifactStore.IsHash)];

    /// <summary>A path in the folder for a file that is not whole yet.</summary>
    public string NewTemporaryPath()
    {
        Directory.CreateDirectory(Root);
        return Path.Combine(Root, $"{Guid.NewGuid():N}.tmp");
    }

    /// <summary>The paths of files that are no artifacts: leftovers of killed processes.</summary>
    internal IReadOnlyList<string> Strays() => [.. Files().Where(path => !ArtifactStore.IsHash(Path.GetFileName(path)))];

    internal string PathOf(string hash)
    {
        // Also keeps paths from being smuggled in.
        if (!ArtifactStore.IsHash(hash))
            throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(hash));
        return Path.Combine(Root, hash[..2], hash);
    }

    private IEnumerable<string> Files() =>
        Directory.Exists(Root) ? Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories) : [];
}
