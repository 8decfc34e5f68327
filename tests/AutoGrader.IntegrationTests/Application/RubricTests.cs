using AutoGrader.Application.Rubrics;
using AutoGrader.Documents.Intake;
using AutoGrader.Testing;

namespace AutoGrader.IntegrationTests.Application;

/// <summary>Rubric versions in the database, with the rubric of the corpus.</summary>
public sealed class RubricTests : IDisposable
{
    private readonly Installation _installation = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string SheetFile => TestData.InRepository("rubrics", "ivu-sheet-05.yaml");

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task An_imported_rubric_is_found_by_id_and_hash_and_exported_byte_for_byte()
    {
        var version = (await ImportAsync(SheetFile)).Version!;
        foreach (var reference in new[] { "ivu-sheet-05", version.Hash, version.ShortHash, version.Hash[..6].ToUpperInvariant() })
            Assert.Equal(version.Hash, (await FindAsync(reference)).Version!.Hash);
        Assert.Equal(version.Hash, (await FindAsync(null)).Version!.Hash);

        using var exported = new MemoryStream();
        await _installation.Get<ExportRubric>().ExecuteAsync("ivu-sheet-05", exported, Cancel);
        Assert.Equal(await File.ReadAllBytesAsync(SheetFile, Cancel), exported.ToArray());
    }

    [Fact]
    public async Task A_changed_file_is_a_new_version_and_the_latest_import_is_what_the_id_means()
    {
        var first = (await ImportAsync(SheetFile)).Version!;
        var changed = Path.Combine(_installation.Folder, "changed.yaml");
        await File.WriteAllTextAsync(changed, await File.ReadAllTextAsync(SheetFile, Cancel) + "# A remark.\n", Cancel);
        var second = (await ImportAsync(changed)).Version!;
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal(second.Hash, (await FindAsync("ivu-sheet-05")).Version!.Hash);

        var again = await ImportAsync(SheetFile);
        Assert.True(again.WasThere);
        Assert.Equal(first.Hash, (await FindAsync("ivu-sheet-05")).Version!.Hash);
        var listed = await _installation.Get<ListRubrics>().ExecuteAsync(Cancel);
        Assert.Equal([(first.Hash, true), (second.Hash, false)], listed.Select(r => (r.Hash, r.IsLatest)));
    }

    [Fact]
    public async Task A_file_is_found_without_being_stored()
    {
        Assert.NotNull((await FindAsync(SheetFile)).Version);
        Assert.Empty(await _installation.Get<ListRubrics>().ExecuteAsync(Cancel));
    }

    [Fact]
    public async Task What_is_not_there_is_answered_with_what_is()
    {
        Assert.Contains("import one", Assert.Single((await FindAsync("nothing")).Problems), StringComparison.Ordinal);
        await ImportAsync(SheetFile);
        Assert.Contains("Stored: ivu-sheet-05.", Assert.Single((await FindAsync("nothing")).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_file_is_refused_with_file_and_line()
    {
        var faulty = Path.Combine(_installation.Folder, "faulty.yaml");
        await File.WriteAllTextAsync(faulty, "id: x\nquestions: 5\n", Cancel);
        var import = await ImportAsync(faulty);
        Assert.Null(import.Version);
        Assert.All(import.Errors, e => Assert.StartsWith("faulty.yaml:", e.ToString(), StringComparison.Ordinal));
        Assert.NotEmpty((await FindAsync(faulty)).Problems);
        Assert.NotEmpty((await _installation.Get<ValidateRubric>().ExecuteAsync(faulty, Cancel)).Errors);
        await Assert.ThrowsAsync<UnusableInputException>(() => ImportAsync("missing.yaml"));
    }

    private Task<RubricImport> ImportAsync(string path) => _installation.Get<ImportRubric>().ExecuteAsync(path, "test", Cancel);

    private Task<RubricLookup> FindAsync(string? reference) => _installation.Get<FindRubric>().ExecuteAsync(reference, Cancel);
}
