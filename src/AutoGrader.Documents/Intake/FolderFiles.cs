namespace AutoGrader.Documents.Intake;

/// <summary>The files of a folder on disk, without following links: a link could lead anywhere.</summary>
/// <param name="Files">The files with paths relative to the folder; <see cref="HandInFile.Index"/> points into
/// <paramref name="Paths"/>.</param>
/// <param name="Paths">Their places on disk.</param>
/// <param name="Remarks">What was not looked at.</param>
internal sealed record FolderFiles(IReadOnlyList<HandInFile> Files, IReadOnlyList<string> Paths, IReadOnlyList<string> Remarks)
{
    private const int DeepestFolder = 32;

    /// <summary>Lists a folder and its subfolders.</summary>
    public static FolderFiles List(string folder)
    {
        var files = new List<HandInFile>();
        var paths = new List<string>();
        var remarks = new List<string>();
        Add(new DirectoryInfo(folder), "", 0, files, paths, remarks);
        return new(files, paths, remarks);
    }

    private static void Add(DirectoryInfo folder, string prefix, int depth, List<HandInFile> files, List<string> paths,
        List<string> remarks)
    {
        foreach (var item in folder.EnumerateFileSystemInfos().OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            var path = prefix + item.Name;
            if (item.LinkTarget is not null)
            {
                remarks.Add($"“{path}” is a link and was not followed.");
            }
            else if (item is FileInfo file)
            {
                files.Add(new HandInFile(path, file.Length, null) { Index = paths.Count });
                paths.Add(file.FullName);
            }
            else if (depth == DeepestFolder)
            {
                remarks.Add($"“{path}” lies deeper than {DeepestFolder} folders and was not looked at.");
            }
            else
            {
                Add((DirectoryInfo)item, path + "/", depth + 1, files, paths, remarks);
            }
        }
    }
}
