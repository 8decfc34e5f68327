using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace AutoGrader.Application.Data.Storage;

/// <summary>
/// Files in a bucket of an S3-compatible store, each an object named by its hash. What was fetched or stored stays in a folder of this
/// machine, which may be emptied while no process works: files never change, so a copy is never out of date.
/// </summary>
internal sealed class S3Storage(IAmazonS3 client, string bucket, FolderStorage copies) : IArtifactStorage, IDisposable
{
    /// <inheritdoc/>
    public string? Fetch(string hash)
    {
        if (copies.Fetch(hash) is { } known)
            return known;
        var temporary = copies.NewTemporaryPath();
        try
        {
            if (!Wait(() => DownloadAsync(hash, temporary)))
                return null;
            copies.Store(hash, temporary);
            return copies.Fetch(hash);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public void Store(string hash, string path)
    {
        // The bucket first: a copy without an object would pass for a stored file on this machine alone.
        Wait(async () => await client.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = hash, FilePath = path, UseChunkEncoding = false }));
        copies.Store(hash, path);
    }

    /// <inheritdoc/>
    public bool Contains(string hash) => Wait(() => IsThereAsync(async () => await client.GetObjectMetadataAsync(bucket, hash)));

    /// <inheritdoc/>
    public void Delete(string hash)
    {
        copies.Delete(hash);
        Wait(async () => await client.DeleteObjectAsync(bucket, hash));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => Wait(async () =>
    {
        var hashes = new List<string>();
        var request = new ListObjectsV2Request { BucketName = bucket };
        ListObjectsV2Response page;
        do
        {
            page = await client.ListObjectsV2Async(request);
            hashes.AddRange((page.S3Objects ?? []).Select(o => o.Key).Where(ArtifactStore.IsHash));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        return (IReadOnlyList<string>)hashes;
    });

    public void Dispose() => client.Dispose();

    private Task<bool> DownloadAsync(string hash, string path) => IsThereAsync(async () =>
    {
        using var response = await client.GetObjectAsync(bucket, hash);
        await using var file = File.Create(path);
        await response.ResponseStream.CopyToAsync(file);
    });

    private static async Task<bool> IsThereAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return true;
        }
        catch (AmazonS3Exception fault) when (fault.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    // Not on the caller's thread: a page's context would wait for itself.
    private static T Wait<T>(Func<Task<T>> act)
    {
        try
        {
            return Task.Run(act).GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new StorageUnavailableException($"The bucket of stored files cannot be used: {fault.Message}", fault);
        }
    }
}
