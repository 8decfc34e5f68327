using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AutoGrader.IntegrationTests.Web.Moodle;

/// <summary>
/// A Moodle on the loopback, as far as its web services are used here, with the shapes, errors and traps of formats, section 6: faults come
/// with status 200, a grade above the maximum is answered as a success, files replace all others. Requests are counted and can be
/// interfered with.
/// </summary>
internal sealed class FakeMoodle : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<long, Dictionary<string, byte[]>> _drafts = [];
    private long _lastDraft;

    private FakeMoodle(WebApplication app, FakeAssignment assignment) => (_app, Assignment) = (app, assignment);

    public FakeAssignment Assignment { get; }

    public string Address => _app.Urls.First() + "/moodle";

    /// <summary>The address that files are said to have; <c>null</c>: this Moodle's.</summary>
    public string? FileAddress { get; set; }

    public string Token { get; set; } = "0123456789abcdef0123456789abcdef";

    /// <summary>The settings of a service that may talk to this Moodle.</summary>
    public (string, string)[] Settings =>
    [
        ("AutoGrader:Moodle:Sites:0:Name", "Our Moodle"),
        ("AutoGrader:Moodle:Sites:0:Address", Address),
        ("AutoGrader:Moodle:Sites:0:TimeZone", "UTC"),
        ("AutoGrader:Moodle:TimeoutSeconds", "5"),
        ("AutoGrader:Moodle:Retries", "1"),
    ];

    /// <summary>The functions that the token's service holds.</summary>
    public HashSet<string> Functions { get; } =
    [
        "core_webservice_get_site_info", "mod_assign_get_assignments", "mod_assign_get_submissions", "mod_assign_get_user_mappings",
        "mod_assign_list_participants", "mod_assign_get_user_flags", "mod_assign_get_grades", "mod_assign_get_submission_status",
        "mod_assign_save_grade",
    ];

    /// <summary>What was called, in order; a file as <c>file</c>, a draft as <c>upload</c>.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>Answers in place of Moodle, or does something first and returns <c>null</c>.</summary>
    public Func<string, Task<IResult?>> Interfere { get; set; } = _ => Task.FromResult<IResult?>(null);

    /// <summary>Answers in place of what Moodle would, after Moodle has done it.</summary>
    public Func<string, Task<IResult?>> After { get; set; } = _ => Task.FromResult<IResult?>(null);

    public static async Task<FakeMoodle> StartAsync(FakeAssignment assignment)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var moodle = new FakeMoodle(app, assignment);
        app.MapPost("/moodle/webservice/rest/server.php", moodle.CallAsync);
        app.MapPost("/moodle/webservice/upload.php", moodle.UploadAsync);
        app.MapGet("/moodle/webservice/pluginfile.php/{owner}/{**path}", moodle.FileAsync);
        await app.StartAsync();
        return moodle;
    }

    public int Count(string call) => Calls.Count(c => c == call);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public static IResult Fault(string exception, string code, string message) =>
        Results.Json(new { exception, errorcode = code, message });

    private async Task<IResult> CallAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var function = form["wsfunction"].ToString();
        Calls.Enqueue(function);
        if (await Interfere(function) is { } other)
            return other;
        if (form["wstoken"] != Token)
            return Fault("core\\exception\\moodle_exception", "invalidtoken", "Invalid token - token not found");
        if (!Functions.Contains(function))
            return Fault("webservice_access_exception", "accessexception", "Access control exception");
        IResult answer;
        lock (Assignment)
            answer = new FakeAnswers(Assignment, FileAddress ?? Address, _drafts) { Allowed = Functions }.To(function, form);
        return await After(function) ?? answer;
    }

    private async Task<IResult> UploadAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Calls.Enqueue("upload");
        if (await Interfere("upload") is { } other)
            return other;
        if (form["token"] != Token)
            return Results.Json(new { error = "Invalid token - token not found", errorcode = "invalidtoken" });
        var draft = Interlocked.Increment(ref _lastDraft);
        var files = new Dictionary<string, byte[]>();
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            files[file.FileName] = content.ToArray();
        }
        _drafts[draft] = files;
        return Results.Json(files.Keys.Select(name => new { component = "user", filearea = "draft", filename = name, itemid = draft }));
    }

    private async Task<IResult> FileAsync(string owner, string path, HttpRequest request)
    {
        Calls.Enqueue("file");
        if (await Interfere("file") is { } other)
            return other;
        if (request.Query["token"] != Token)
            return Results.Json(new { error = "Invalid token - token not found", errorcode = "invalidtoken" });
        var id = long.Parse(owner, CultureInfo.InvariantCulture);
        var student = Assignment.Students.First(s => Assignment.IsTeam ? s.Group == id : s.User == id);
        return Results.Bytes(student.Submission.Files.Single(f => f.Path == path).Content, "application/octet-stream");
    }
}
