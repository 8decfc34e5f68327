namespace AutoGrader.Web.Security;

/// <summary>Addresses to go back to: of this service and no other, so that no link can lead people elsewhere after signing in.</summary>
internal static class LocalAddress
{
    /// <summary>The address, where it is one of this service; otherwise another one.</summary>
    public static string Or(string? address, string otherwise) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : otherwise;
}
