using Amazon.Runtime;
using Amazon.S3;
using AutoGrader.Application;
using AutoGrader.Application.Data;
using AutoGrader.Application.Data.Storage;
using AutoGrader.Application.Jobs;
using AutoGrader.IntegrationTests.Application.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace AutoGrader.IntegrationTests.Application.Storage;

/// <summary>What both places for stored files must do, and what only an object store does.</summary>
public sealed class ArtifactStorageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;
    private readonly FakeObjectStore _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_is_stored_fetched_listed_and_deleted(bool isObjectStore)
    {
        var storage = Open("one", isObjectStore);
        var hashes = Enumerable.Range(0, 8).Select(i => Store(storage, $"content {i}")).ToList();

        Assert.All(hashes, hash => Assert.True(storage.Contains(hash)));
        Assert.Equal("content 3", File.ReadAllText(storage.Fetch(hashes[3])!));
        Assert.Equal(hashes.Order(StringComparer.Ordinal), storage.List().Order(StringComparer.Ordinal));
        storage.Delete(hashes[0]);
        storage.Delete(hashes[0]);
        Assert.False(storage.Contains(hashes[0]));
        Assert.Null(storage.Fetch(hashes[0]));
        Assert.Null(storage.Fetch(ArtifactStore.HashOf("never"u8)));
        Assert.Empty(Directory.GetFiles(_folder, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void Another_machine_fetches_a_file_once()
    {
        var hash = Store(Open("one", isObjectStore: true), "content");
        var other = Open("two", isObjectStore: true);

        Assert.Equal("content", File.ReadAllText(other.Fetch(hash)!));
        Assert.NotNull(other.Fetch(hash));
        Assert.Single(_server.Requests, r => r.StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_leaves_its_files_in_the_bucket_where_a_machine_with_an_empty_folder_finds_them()
    {
        using var installation = new Installation(services => services.Configure<AutoGraderOptions>(Configure));
        using var folder = new Installation();
        await folder.GradeAsync();
        var course = await CourseSamples.CreateAsync(installation);
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "test");

        var run = await course.GradeSamplesAsync();
        Directory.Delete(Path.Combine(installation.Folder, "data", "artifacts"), recursive: true);

        Assert.Equal(Installation.Snapshot(folder.Out()), Installation.Snapshot(await course.WriteAsync(run)));
        await using var context = await installation.OpenAsync();
        Assert.Equal(context.Artifacts.Select(a => "/reports/" + a.Hash).ToHashSet(), _server.Objects.Keys.ToHashSet());
    }

    [Fact]
    public void A_store_that_is_busy_is_a_fault_that_passes_and_keeps_no_copy_that_it_does_not_have()
    {
        var storage = Open("one", isObjectStore: true);
        _server.IsBusy = true;

        var fault = Assert.Throws<StorageUnavailableException>(() => Store(storage, "content"));

        using var installation = new Installation();
        Assert.True(installation.Get<PassingFaults>().IsPassing(fault));
        _server.IsBusy = false;
        Assert.Null(storage.Fetch(ArtifactStore.HashOf("content"u8)));
    }

    private void Configure(AutoGraderOptions options)
    {
        options.Artifacts.Bucket = "reports";
        options.Artifacts.Endpoint = _server.Address;
    }

    private IArtifactStorage Open(string machine, bool isObjectStore)
    {
        var folder = new FolderStorage(Path.Combine(_folder, machine));
        if (!isObjectStore)
            return folder;
        var config = new AmazonS3Config
        {
            ServiceURL = _server.Address,
            AuthenticationRegion = "eu-central-1",
            ForcePathStyle = true,
            MaxErrorRetry = 0,
        };
        return new S3Storage(new AmazonS3Client(new BasicAWSCredentials("test", "test"), config), "reports", folder);
    }

    private string Store(IArtifactStorage storage, string content)
    {
        var path = Path.Combine(_folder, "new");
        File.WriteAllText(path, content);
        var hash = ArtifactStore.HashOf(File.ReadAllBytes(path));
        storage.Store(hash, path);
        return hash;
    }
}
