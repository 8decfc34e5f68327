namespace AutoGrader.Application.Data.Storage;

/// <summary>
/// Where whole files lie that are named by the hash of their content. The seam between one machine (a folder, which several may share) and
/// many (an object store). Calls block: they are made by jobs, which have threads of their own. Thread-safe.
/// </summary>
public interface IArtifactStorage
{
    /// <summary>A path under which a file can be read on this machine; <c>null</c> where there is no such file.</summary>
    string? Fetch(string hash);

    /// <summary>Stores a whole file of this machine, which may be moved. One that is stored already is left alone.</summary>
    void Store(string hash, string path);

    /// <summary>Whether a file is there; its content is not read.</summary>
    bool Contains(string hash);

    /// <summary>Deletes a file; one that is not there is no fault.</summary>
    void Delete(string hash);

    /// <summary>The hashes of all files.</summary>
    IReadOnlyList<string> List();
}
