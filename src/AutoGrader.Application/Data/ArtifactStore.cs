using System.Security.Cryptography;

namespace AutoGrader.Application.Data;

/// <summary>
/// Files named by the SHA-256 of their content, below <c>artifacts</c> of the data directory. Written under a temporary name and moved:
/// a file that is there is whole. Thread-safe. The rows that refer to them are the database's.
/// </summary>
public sealed class ArtifactStore
{
    private const int BufferBytes = 1 << 20;

    private readonly string _root;

    public ArtifactStore(string dataDirectory) => _root = Path.Combine(Path.GetFullPath(dataDirectory), "artifacts");

    /// <summary>The name under which content is stored.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Stores content and returns its hash. Content that is there already is left alone.</summary>
    public string Put(ReadOnlySpan<byte> content)
    {
        var hash = HashOf(content);
        var path = PathOf(hash);
        if (File.Exists(path) && new FileInfo(path).Length == content.Length)
            return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
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
        Directory.CreateDirectory(_root);
        var path = Path.Combine(_root, $"{Guid.NewGuid():N}.tmp");
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
    public void Keep(IncomingFile file)
    {
        var path = PathOf(file.Hash);
        if (File.Exists(path) && new FileInfo(path).Length == file.Length)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(file.Path, path, overwrite: true);
    }

    /// <summary>The content, or <c>null</c> where it is missing or no longer what its name says.</summary>
    public byte[]? TryGet(string hash)
    {
        try
        {
            var content = File.ReadAllBytes(PathOf(hash));
            return HashOf(content) == hash ? content : null;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The content.</summary>
    /// <exception cref="FileNotFoundException">It is missing or damaged.</exception>
    public byte[] Get(string hash) => TryGet(hash)
        ?? throw new FileNotFoundException($"The stored file {hash} is missing or damaged; run `autograder doctor`, then grade again.");

    /// <summary>Whether a file of that name is there; its content is not read.</summary>
    public bool Contains(string hash) => File.Exists(PathOf(hash));

    /// <summary>Deletes a file; one that is not there is no fault.</summary>
    public void Delete(string hash)
    {
        var path = PathOf(hash);
        if (File.Exists(path))
            File.Delete(path);
    }

    /// <summary>The hashes of all files, and the paths of files that are none: leftovers of killed processes.</summary>
    internal (IReadOnlyList<string> Hashes, IReadOnlyList<string> Strays) List()
    {
        if (!Directory.Exists(_root))
            return ([], []);
        var files = Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).ToLookup(path => IsHash(Path.GetFileName(path)));
        return ([.. files[true].Select(path => Path.GetFileName(path))], [.. files[false]]);
    }

    private static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    /// <summary>Where a file lies.</summary>
    internal string PathOf(string hash)
    {
        if (!IsHash(hash))
            throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(hash));
        return Path.Combine(_root, hash[..2], hash);
    }
}
