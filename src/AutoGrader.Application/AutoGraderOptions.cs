using AutoGrader.Application.Data.Storage;
using AutoGrader.Application.Judge;
using AutoGrader.Application.Moodle;
using AutoGrader.Core;
using AutoGrader.Core.Grading.Learning;
using AutoGrader.Documents.Pdf.Reading;
using AutoGrader.Documents.Pdf.Reading.Recognition;

namespace AutoGrader.Application;

/// <summary>The settings of the program: section <c>AutoGrader</c> of <c>appsettings.json</c>. The host binds them.</summary>
public sealed class AutoGraderOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "AutoGrader";

    /// <summary>Where the database and the stored files lie; relative paths start at the current folder.</summary>
    /// <value><c>data</c>.</value>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The word for a SQLite file in the data directory.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>The database: <see cref="Sqlite"/>, or the connection string of a PostgreSQL database.</summary>
    /// <value><c>sqlite</c>.</value>
    public string Database { get; set; } = Sqlite;

    /// <summary>Whether <see cref="Database"/> names SQLite: it does where it is empty.</summary>
    public bool UsesSqlite => string.IsNullOrWhiteSpace(Database) || Database.Equals(Sqlite, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where stored files lie.</summary>
    public ArtifactOptions Artifacts { get; set; } = new();

    /// <summary>The rubric that is used where none is named: an id, the beginning of a hash, or a file.</summary>
    /// <value><c>null</c>: a rubric must be named.</value>
    public string? DefaultRubric { get; set; }

    /// <summary>How many submissions are graded at the same time.</summary>
    /// <value>0: as many as there are processor cores.</value>
    public int Parallel { get; set; }

    /// <summary>The language of feedback where the report's own is not known, because nothing could be read.</summary>
    /// <value>English.</value>
    public Language DefaultLanguage { get; set; } = Language.English;

    /// <summary>
    /// The share of what is decided without a person that may be wrong, 0 to 1. A smaller one leaves more to people; 0 everything.
    /// </summary>
    /// <value>0.02.</value>
    public double SilentErrorTarget { get; set; } = ScoringModel.DefaultSilentErrorTarget;

    /// <summary>
    /// Shares of a sheet's points from which on a better grade is given: what may decide on one is reviewed first, and the effect of a
    /// changed rubric names who crosses one (<see cref="Remarking.GradeBands.UsualInGermany"/> where none is set).
    /// </summary>
    /// <value>None; a sheet that is passed with half of its points has 0.5.</value>
    public IReadOnlyList<double> GradeThresholds { get; set; } = [];

    /// <summary>Seconds that the reading of one report may take.</summary>
    /// <value>30.</value>
    public int ReadSeconds { get; set; } = 30;

    /// <summary>MiB of memory that the process which reads a report may take for its data.</summary>
    /// <value>512.</value>
    public int ReadMemoryMebibytes { get; set; } = 512;

    /// <summary>Pages of one report; a longer one is not read.</summary>
    /// <value>60.</value>
    public int ReadPages { get; set; } = 60;

    /// <summary>Letters of one page that are read.</summary>
    /// <value>20,000.</value>
    public int ReadLettersPerPage { get; set; } = 20_000;

    /// <summary>Drawn lines and areas of one page that are looked at.</summary>
    /// <value>50,000.</value>
    public int ReadPathsPerPage { get; set; } = 50_000;

    /// <summary>Largest size of a report in MiB.</summary>
    /// <value>64.</value>
    public int ReadMebibytes { get; set; } = 64;

    /// <summary>Largest size of an uploaded export in MiB.</summary>
    /// <value>2,048.</value>
    public int UploadMebibytes { get; set; } = 2048;

    /// <summary>Largest size of a hand-in that a student checks, in MiB.</summary>
    /// <value>32.</value>
    public int CheckMebibytes { get; set; } = 32;

    /// <summary>How many self-checks of students are worked on at the same time; grading has its own number.</summary>
    /// <value>0: as many as there are processor cores, at least two.</value>
    public int ParallelChecks { get; set; }

    /// <summary>The program that recognises text in pages that are images: its name or path; empty for none.</summary>
    public string Recogniser { get; set; } = "";

    /// <summary>The judge outside the program.</summary>
    /// <value>Off.</value>
    public JudgeOptions Judge { get; set; } = new();

    /// <summary>The Moodle sites that the service may talk to.</summary>
    /// <value>None.</value>
    public MoodleOptions Moodle { get; set; } = new();

    /// <summary>How many submissions are graded at the same time.</summary>
    public int Workers => Parallel > 0 ? Parallel : Environment.ProcessorCount;

    /// <summary>How many self-checks are worked on at the same time.</summary>
    public int Checks => ParallelChecks > 0 ? ParallelChecks : Math.Max(2, Environment.ProcessorCount);

    /// <summary>The bounds for reading one report.</summary>
    public PdfReadLimits ReadLimits => new()
    {
        WallTime = TimeSpan.FromSeconds(ReadSeconds),
        Memory = ReadMemoryMebibytes * 1024L * 1024,
        Pages = ReadPages,
        LettersPerPage = ReadLettersPerPage,
        PathsPerPage = ReadPathsPerPage,
        Bytes = ReadMebibytes * 1024L * 1024,
        Recogniser = TextRecogniser.Find(Recogniser),
    };

    /// <summary>What is wrong with the settings, one sentence each; empty where nothing is.</summary>
    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
            yield return "AutoGrader:DataDirectory is empty: name a folder for the database and the stored files.";
        if (Parallel is < 0 or > 256)
            yield return "AutoGrader:Parallel must be between 0 (as many as cores) and 256.";
        if (SilentErrorTarget is not (>= 0 and < 1))
            yield return "AutoGrader:SilentErrorTarget must be at least 0 and less than 1: the share of what is decided that may be wrong.";
        if (GradeThresholds.Any(share => share is not (> 0 and <= 1)))
            yield return "AutoGrader:GradeThresholds must be shares of a sheet's points: more than 0, at most 1.";
        if (ReadSeconds is < 1 or > 3600)
            yield return "AutoGrader:ReadSeconds must be between 1 and 3600.";
        if (ReadMemoryMebibytes is < 128 or > 65_536)
            yield return "AutoGrader:ReadMemoryMebibytes must be between 128 and 65536.";
        if (ReadPages is < 1 or > 10_000)
            yield return "AutoGrader:ReadPages must be between 1 and 10000.";
        if (ReadLettersPerPage is < 1 or > 1_000_000)
            yield return "AutoGrader:ReadLettersPerPage must be between 1 and 1000000.";
        if (ReadPathsPerPage is < 1 or > 10_000_000)
            yield return "AutoGrader:ReadPathsPerPage must be between 1 and 10000000.";
        if (ReadMebibytes is < 1 or > 1024)
            yield return "AutoGrader:ReadMebibytes must be between 1 and 1024.";
        if (UploadMebibytes is < 1 or > 1_048_576)
            yield return "AutoGrader:UploadMebibytes must be between 1 and 1048576.";
        if (CheckMebibytes is < 1 or > 1024)
            yield return "AutoGrader:CheckMebibytes must be between 1 and 1024.";
        if (ParallelChecks is < 0 or > 256)
            yield return "AutoGrader:ParallelChecks must be between 0 (as many as cores) and 256.";
        foreach (var fault in Judge.Faults().Concat(Artifacts.Faults()).Concat(Moodle.Faults()))
            yield return fault;
    }
}
