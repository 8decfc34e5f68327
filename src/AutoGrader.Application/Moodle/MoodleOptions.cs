namespace AutoGrader.Application.Moodle;

/// <summary>
/// The Moodle sites that the service may talk to: section <c>AutoGrader:Moodle</c>. Only these, so that no form can make the service ask
/// other machines for something. Tokens are no settings: people enter their own.
/// </summary>
public sealed class MoodleOptions
{
    /// <summary>The sites.</summary>
    /// <value>None: nothing is sent anywhere.</value>
    public IReadOnlyList<MoodleSite> Sites { get; set; } = [];

    /// <summary>Seconds without an answer, or without a byte of a file, after which a request is given up.</summary>
    /// <value>60.</value>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How often a request that may be repeated is tried again after a fault that is likely to pass.</summary>
    /// <value>3.</value>
    public int Retries { get; set; } = 3;

    /// <summary>Whether there is a site to talk to.</summary>
    public bool IsOn => Sites.Count > 0;

    /// <summary>The site of an address; <c>null</c> where it is (no longer) allowed.</summary>
    public MoodleSite? Find(string address) => Sites.FirstOrDefault(s => s.Address == address);

    internal IEnumerable<string> Faults()
    {
        foreach (var fault in Sites.SelectMany(s => s.Faults()))
            yield return fault;
        if (Sites.Select(s => s.Address).Distinct(StringComparer.OrdinalIgnoreCase).Count() < Sites.Count)
            yield return "AutoGrader:Moodle:Sites names an address twice.";
        if (TimeoutSeconds is < 1 or > 3600)
            yield return "AutoGrader:Moodle:TimeoutSeconds must be between 1 and 3600.";
        if (Retries is < 0 or > 10)
            yield return "AutoGrader:Moodle:Retries must be between 0 and 10.";
    }
}

/// <summary>A Moodle site.</summary>
public sealed class MoodleSite
{
    /// <summary>What people call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its address: what stands before <c>/course/view.php</c>.</summary>
    public string Address { get; set; } = "";

    /// <summary>Its time zone (<c>Europe/Vienna</c>), in which hand-in times are shown.</summary>
    /// <value>Empty: this machine's.</value>
    public string TimeZone { get; set; } = "";

    /// <summary>Its address with a slash at the end, below which its parts lie.</summary>
    public Uri Base => new(Address.TrimEnd('/') + "/");

    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return "AutoGrader:Moodle:Sites: a site has no Name.";
        // A token travels with every request.
        var isAddress = Uri.TryCreate(Address, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        if (!isAddress || address!.Query.Length > 0 || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
            yield return $"AutoGrader:Moodle:Sites: the Address of {Name} must be as https://moodle.example.org, with https.";
        if (TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return $"AutoGrader:Moodle:Sites: the TimeZone of {Name} is unknown; name one such as Europe/Vienna.";
    }

    /// <summary>Moodle's seconds as wall-clock time of the site.</summary>
    internal DateTime WallClock(long seconds, TimeProvider clock)
    {
        var zone = TimeZone.Length > 0 ? TimeZoneInfo.FindSystemTimeZoneById(TimeZone) : clock.LocalTimeZone;
        return TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone).DateTime;
    }
}
