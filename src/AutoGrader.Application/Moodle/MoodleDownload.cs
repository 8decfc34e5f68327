using System.Text.Json;

namespace AutoGrader.Application.Moodle;

/// <summary>Receives a file from Moodle: never more than was told, and not less; a stall ends it, however large the file is.</summary>
internal static class MoodleDownload
{
    private const int BufferBytes = 1 << 17;
    private const int LongestError = 1 << 14;

    /// <summary>Receives it under a temporary name, then gives it its own.</summary>
    public static async Task ToAsync(
        HttpClient client, MoodleAccess access, FileReply file, string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        var address = AddressOf(access, file);
        var temporary = path + ".tmp";
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stall.CancelAfter(patience);
        try
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stall.Token);
            MoodleClient.Check(response);
            await using var content = await response.Content.ReadAsStreamAsync(stall.Token);
            var length = await CopyAsync(content, temporary, file.FileSize, stall, patience);
            if (length != file.FileSize)
                throw await ErrorInAsync(temporary, length) ?? MoodleErrors.Garbled("file");
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception fault) when (fault is HttpRequestException or HttpIOException ||
            fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw MoodleErrors.Silent(fault);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The token goes to the site alone, whatever address an answer names.</summary>
    private static Uri AddressOf(MoodleAccess access, FileReply file)
    {
        if (!Uri.TryCreate(file.FileUrl, UriKind.Absolute, out var address) || !access.Site.Base.IsBaseOf(address))
            throw MoodleErrors.Moved();
        var separator = address.Query.Length > 0 ? '&' : '?';
        return new Uri($"{address.GetLeftPart(UriPartial.Query)}{separator}token={access.Token}");
    }

    private static async Task<long> CopyAsync(
        Stream content, string path, long announced, CancellationTokenSource stall, TimeSpan patience)
    {
        var buffer = new byte[BufferBytes];
        var length = 0L;
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        // One byte more than announced is enough to know.
        while (length <= announced && await content.ReadAsync(buffer, stall.Token) is > 0 and var read)
        {
            stall.CancelAfter(patience);
            length += read;
            await file.WriteAsync(buffer.AsMemory(0, read), stall.Token);
        }
        return length;
    }

    /// <summary>Moodle answers a file that it does not give with an object that says why.</summary>
    private static async Task<MoodleException?> ErrorInAsync(string path, long length)
    {
        if (length > LongestError)
            return null;
        try
        {
            return MoodleClient.ErrorIn(JsonDocument.Parse(await File.ReadAllBytesAsync(path)).RootElement, "file");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
