using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;

namespace AutoGrader.Web.Assets;

/// <summary>
/// Stylesheet, scripts and icon: parts of the assembly, so that nothing depends on the folder the program is started from. Their addresses
/// carry a hash of their content, so that browsers may keep them for ever.
/// </summary>
internal static class EmbeddedAssets
{
    private const string Prefix = "wwwroot/";

    private static readonly FrozenDictionary<string, Asset> Assets = Load().ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>The address of an asset.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public static string Address(string name) => $"/assets/{Assets[name].Hash}/{name}";

    public static void MapAssets(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/assets/{hash}/{name}", Serve).AllowAnonymous();
        endpoints.MapGet("/favicon.ico", (HttpContext http) => Serve("icon.svg", http)).AllowAnonymous();
    }

    private static IResult Serve(string name, HttpContext http)
    {
        if (!Assets.TryGetValue(name, out var asset))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.ContentType);
    }

    private static IEnumerable<Asset> Load()
    {
        var assembly = typeof(EmbeddedAssets).Assembly;
        var types = new FileExtensionContentTypeProvider();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            types.TryGetContentType(resource, out var type);
            yield return new(resource[Prefix.Length..], Convert.ToHexStringLower(SHA256.HashData(content))[..12], content,
                type ?? "application/octet-stream");
        }
    }

    private sealed record Asset(string Name, string Hash, byte[] Content, string ContentType);
}
