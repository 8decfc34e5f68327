using System.Security.Cryptography;
using AutoGrader.Application.Data.Storage;

namespace AutoGrader.Application.Data;

/// <summary>
/// Files named by the SHA-256 of their content. Written under a temporary name and stored as a whole: a file that is there is whole. What
/// is read is checked against its name. Thread-safe. The rows that refer to the files are the database's.
/// </summary>
public sealed class ArtifactStore : IDisposable
{
    private const int BufferBytes = 1 << 20;

    private readonly IArtifactStorage _storage;
    private readonly FolderStorage _folder;

    /// <summary>Files below <c>artifacts</c> of the data directory.</summary>
    public ArtifactStore(string dataDirectory)
        : this(new ArtifactOptions(), Path.GetFullPath(dataDirectory))
    {
    }

    internal ArtifactStore(ArtifactOptions options, string dataDirectory) => (_storage, _folder) = options.Open(dataDirectory);

    /// <summary>The name under which content is stored.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Stores content and returns its hash. Content that is there already is left alone.</summary>
    public string Put(ReadOnlySpan<byte> content)
    {
        var hash = HashOf(content);
        if (_folder.Fetch(hash) is { } known && new FileInfo(known).Length == content.Length && _storage.Contains(hash))
            return hash;
        var temporary = _folder.NewTemporaryPath();
        try
        {
            File.WriteAllBytes(temporary, content);
            _storage.Store(hash, temporary);
        }
        finally
        {
            File.Delete(temporary);
        }
        return hash;
    }

    /// <summary>
    /// Receives content of any size with little memory: written under a temporary name while it is hashed. Nothing is stored before
    /// <see cref="Keep"/>.
    /// </summary>
    /// <param name="content">The content.</param>
    /// <param name="limit">Largest length.</param>
    /// <param name="cancellationToken">Ends the reception; what came is deleted.</param>
    /// <returns>The file; <c>null</c> where it is larger than the limit.</returns>
    public async Task<IncomingFile?> ReceiveAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        var path = _folder.NewTemporaryPath();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BufferBytes];
            var length = 0L;
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                int read;
                while ((read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)) > 0)
                {
                    length += read;
                    if (length > limit)
                        break;
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
            }
            if (length <= limit)
                return new IncomingFile(path, Convert.ToHexStringLower(hash.GetHashAndReset()), length);
            File.Delete(path);
            return null;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Stores a received file under its hash. Content that is there already is left alone.</summary>
    public void Keep(IncomingFile file) => _storage.Store(file.Hash, file.Path);

    /// <summary>The content, or <c>null</c> where it is missing or no longer what its name says.</summary>
    public byte[]? TryGet(string hash)
    {
        try
        {
            return _storage.Fetch(hash) is { } path && File.ReadAllBytes(path) is var content && HashOf(content) == hash ? content : null;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The content.</summary>
    /// <exception cref="FileNotFoundException">It is missing or damaged.</exception>
    public byte[] Get(string hash) => TryGet(hash) ?? throw Missing(hash);

    /// <summary>Whether a file is there and what its name says. It is read, but not kept in memory.</summary>
    public bool IsWhole(string hash)
    {
        if (_storage.Fetch(hash) is not { } path)
            return false;
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == hash;
    }

    /// <summary>Whether a file of that name is there; its content is not read.</summary>
    public bool Contains(string hash) => _storage.Contains(hash);

    /// <summary>Tells those of this process who keep in memory what they made of files, after one was deleted.</summary>
    internal event Action<string>? Deleted;

    /// <summary>Deletes a file; one that is not there is no fault.</summary>
    public void Delete(string hash)
    {
        _storage.Delete(hash);
        Deleted?.Invoke(hash);
    }

    /// <summary>Where a file can be read on this machine, unchecked.</summary>
    /// <exception cref="FileNotFoundException">It is missing.</exception>
    public string PathOf(string hash) => _storage.Fetch(hash) ?? throw Missing(hash);

    public void Dispose() => (_storage as IDisposable)?.Dispose();

    /// <summary>The hashes of all files, and the paths of files that are none: leftovers of killed processes.</summary>
    internal (IReadOnlyList<string> Hashes, IReadOnlyList<string> Strays) List() => (_storage.List(), _folder.Strays());

    internal static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private static FileNotFoundException Missing(string hash) =>
        new($"The stored file {hash} is missing or damaged; run `autograder doctor`, then grade again.");
}
