using System.Reflection;
using System.Xml.Linq;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests;

/// <summary>Pins docs/adr/0001: who may refer to whom, and what must not cross the borders.</summary>
public sealed class ArchitectureTests
{
    /// <summary>What each project may refer to directly; everything else is a broken direction.</summary>
    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        ["AutoGrader.Numerics"] = [],
        ["AutoGrader.Core"] = ["AutoGrader.Numerics"],
        ["AutoGrader.Documents"] = ["AutoGrader.Core"],
        ["AutoGrader.Application"] = ["AutoGrader.Core", "AutoGrader.Documents"],
        ["AutoGrader.Web"] = ["AutoGrader.Application"],
        ["AutoGrader.Cli"] = ["AutoGrader.Application", "AutoGrader.Migrations.Postgres", "AutoGrader.Migrations.Sqlite", "AutoGrader.Web"],
        ["AutoGrader.Migrations.Postgres"] = ["AutoGrader.Application"],
        ["AutoGrader.Migrations.Sqlite"] = ["AutoGrader.Application"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new()
    {
        ["AutoGrader.Numerics"] = ["MathNet.Numerics"],
        ["AutoGrader.Core"] = ["Lucene.Net.Analysis.Common", "Parlot", "YamlDotNet"],
        ["AutoGrader.Documents"] = ["CsvHelper", "PdfPig", "QuestPDF"],
    };

    public static TheoryData<string> Projects => [.. AllowedProjects.Keys];

    public static TheoryData<string> PureProjects => ["AutoGrader.Core", "AutoGrader.Numerics"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_refers_only_to_the_layers_below(string project)
    {
        var references = Items(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension);

        Assert.Empty(references.Except(AllowedProjects[project]));
    }

    [Fact]
    public void Every_project_below_src_and_migrations_is_pinned_here()
    {
        var projects = new[] { "src", "migrations" }
            .SelectMany(folder => Directory.GetFiles(TestData.InRepository(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetFileNameWithoutExtension(path)!);

        Assert.Equal(AllowedProjects.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("AutoGrader.Numerics")]
    [InlineData("AutoGrader.Core")]
    [InlineData("AutoGrader.Documents")]
    public void Lower_layers_use_no_other_packages(string project) =>
        Assert.Empty(Items(project, "PackageReference").Except(AllowedPackages[project]));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_public_member_shows_a_type_of_the_pdf_library(string project)
    {
        var assembly = Assembly.Load(project == "AutoGrader.Cli" ? "autograder" : project);

        var leaks = assembly.GetExportedTypes()
            .SelectMany(type => SignatureTypes(type).Select(used => (type, used)))
            .Where(pair => pair.used.FullName?.StartsWith("UglyToad", StringComparison.Ordinal) == true)
            .Select(pair => $"{pair.type.FullName} shows {pair.used.FullName}");

        Assert.Empty(leaks);
    }

    [Theory]
    [MemberData(nameof(PureProjects))]
    public void Core_and_Numerics_know_no_file_clock_or_chance(string project)
    {
        string[] impure =
        [
            "File.", "Directory.", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Guid.NewGuid",
            "Random.Shared", "new Random(",
        ];

        var offences = Sources(project)
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, number: index + 1)))
            .Where(at => impure.Any(word => ContainsWord(at.line, word)))
            .Select(at => $"{Path.GetFileName(at.file)}:{at.number}: {at.line.Trim()}");

        Assert.Empty(offences);
    }

    [Fact]
    public void Only_the_sqlite_project_speaks_its_pragmas()
    {
        var offences = AllowedProjects.Keys.Where(p => p != "AutoGrader.Migrations.Sqlite")
            .SelectMany(Sources)
            .Where(file => !IsGenerated(file))
            .Where(file => File.ReadAllText(file).Contains("PRAGMA ", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(offences);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_follow_the_folders(string project)
    {
        var root = ProjectFolder(project);
        var offences = Sources(project)
            .Select(file => (
                path: Path.GetRelativePath(root, file),
                declared: File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal)),
                expected: "namespace " + NamespaceOf(project, root, file)))
            .Where(at => at.declared?.StartsWith(at.expected, StringComparison.Ordinal) == false)
            .Select(at => $"{at.path}: {at.declared}");

        Assert.Empty(offences);
    }

    [Fact]
    public void No_line_is_longer_than_140_columns()
    {
        var root = TestData.Root;
        var offences = new[] { "src", "tests", "migrations" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !IsGenerated(file))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, columns: line.Length, number: index + 1)))
            .Where(at => at.columns > 140)
            .Select(at => $"{Path.GetRelativePath(root, at.file)}:{at.number}: {at.columns} columns");

        Assert.Empty(offences);
    }

    // What the tools of the database write: "20261125_Name.cs", its designer file and the snapshot.
    private static bool IsGenerated(string file) =>
        Path.GetFileName(Path.GetDirectoryName(file)) == "Migrations"
        && (char.IsAsciiDigit(Path.GetFileName(file)[0]) || file.EndsWith("Snapshot.cs", StringComparison.Ordinal));

    private static string NamespaceOf(string project, string root, string file)
    {
        var folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!);
        return folder == "." ? project : $"{project}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    private static bool ContainsWord(string line, string word)
    {
        var at = line.IndexOf(word, StringComparison.Ordinal);
        var isComment = line.TrimStart().StartsWith("//", StringComparison.Ordinal);
        return at >= 0 && !isComment && (at == 0 || !char.IsLetterOrDigit(line[at - 1]));
    }

    private static IEnumerable<Type> SignatureTypes(Type type)
    {
        const BindingFlags visible = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var used = type.GetMethods(visible).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Concat(type.GetConstructors(visible).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType))
            .Concat(type.GetProperties(visible).Select(p => p.PropertyType))
            .Concat(type.GetFields(visible).Select(f => f.FieldType))
            .Concat(type.GetInterfaces())
            .Append(type.BaseType ?? typeof(object));
        return used.SelectMany(Unwrap);
    }

    private static IEnumerable<Type> Unwrap(Type type)
    {
        if (type.HasElementType)
            return Unwrap(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrap).Append(type) : [type];
    }

    private static IEnumerable<string> Items(string project, string item)
    {
        var file = XDocument.Load(Path.Combine(ProjectFolder(project), project + ".csproj"));
        return file.Descendants(item).Select(e => (string)e.Attribute("Include")!);
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(ProjectFolder(project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).EndsWith(".Designer.cs", StringComparison.Ordinal));

    private static string ProjectFolder(string project) =>
        TestData.InRepository(project.StartsWith("AutoGrader.Migrations", StringComparison.Ordinal) ? "migrations" : "src", project);
}
