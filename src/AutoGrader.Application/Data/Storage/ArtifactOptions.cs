using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace AutoGrader.Application.Data.Storage;

/// <summary>Where stored files lie. Keys of an object store come from the environment alone, as its own tools read them.</summary>
public sealed class ArtifactOptions
{
    /// <summary>The folder; several machines may share it.</summary>
    /// <value><c>null</c>: <c>artifacts</c> in the data directory.</value>
    public string? Folder { get; set; }

    /// <summary>The bucket of an S3-compatible store.</summary>
    /// <value>Empty: files lie in the folder, which otherwise holds copies.</value>
    public string Bucket { get; set; } = "";

    /// <summary>The address of a store that is not Amazon's: <c>https://host</c>.</summary>
    /// <value>Empty: Amazon's.</value>
    public string Endpoint { get; set; } = "";

    /// <summary>The region of the bucket.</summary>
    public string Region { get; set; } = "eu-central-1";

    /// <summary>Opens the storage.</summary>
    /// <param name="dataDirectory">The data directory's full path.</param>
    internal (IArtifactStorage Storage, FolderStorage Folder) Open(string dataDirectory)
    {
        var folder = new FolderStorage(string.IsNullOrWhiteSpace(Folder) ? Path.Combine(dataDirectory, "artifacts") : Folder);
        return string.IsNullOrWhiteSpace(Bucket) ? (folder, folder) : (new S3Storage(Connect(), Bucket, folder), folder);
    }

    internal IEnumerable<string> Faults()
    {
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return "AutoGrader:Artifacts:Endpoint must be an address such as https://s3.example.org.";
        if (Endpoint.Length > 0 && string.IsNullOrWhiteSpace(Bucket))
            yield return "AutoGrader:Artifacts:Endpoint is set without a Bucket.";
    }

    private AmazonS3Client Connect()
    {
        var config = new AmazonS3Config { RegionEndpoint = RegionEndpoint.GetBySystemName(Region) };
        if (Endpoint.Length > 0)
        {
            config.ServiceURL = Endpoint;
            config.AuthenticationRegion = Region;
            // Other stores rarely have a host name for each bucket, and do not all know the newer checksums.
            config.ForcePathStyle = true;
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
            config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        }
        return new AmazonS3Client(config);
    }
}
