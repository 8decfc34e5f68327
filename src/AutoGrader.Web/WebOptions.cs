using AutoGrader.Web.Security;

namespace AutoGrader.Web;

/// <summary>The settings of the service: section <c>AutoGrader:Web</c> of <c>appsettings.json</c>.</summary>
public sealed class WebOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "AutoGrader:Web";

    /// <summary>The address under which people reach the service, for links that are sent to them.</summary>
    /// <value>Empty: the address of the request.</value>
    public string PublicAddress { get; set; } = "";

    /// <summary>
    /// Whether a proxy in front ends TLS and tells by <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> who asks and how.
    /// </summary>
    public bool BehindProxy { get; set; }

    /// <summary>The folder whose rubrics are imported at the start; a relative one is looked for here and beside the program.</summary>
    public string RubricDirectory { get; set; } = "rubrics";

    /// <summary>Requests that one person or, before signing in, one address may make in a minute.</summary>
    public int RequestsPerMinute { get; set; } = 1200;

    /// <summary>Attempts to sign in, or to use a link, that one address may make in a minute.</summary>
    public int SignInsPerMinute { get; set; } = 10;

    /// <summary>Self-checks that one address may ask for in a minute; a whole lecture hall may have one address.</summary>
    public int ChecksPerMinute { get; set; } = 120;

    /// <summary>MiB that must be free where the data lies for the service to call itself ready.</summary>
    public int FreeMebibytes { get; set; } = 512;

    /// <summary>Hours of not being used after which a person has to sign in again.</summary>
    public int SessionHours { get; set; } = 12;

    /// <summary>Log lines as <c>json</c>, one object each, or as <c>text</c> for a terminal.</summary>
    public string LogFormat { get; set; } = "text";

    /// <summary>Where metrics go, as OTLP: <c>http://host:4317</c>.</summary>
    /// <value>Empty: nowhere.</value>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>Sign-in by the university's accounts.</summary>
    public OpenIdOptions OpenId { get; set; } = new();

    /// <summary>What is wrong with the settings, one sentence each; empty where nothing is.</summary>
    internal IEnumerable<string> Faults()
    {
        if (PublicAddress.Length > 0 && !IsWebAddress(PublicAddress))
            yield return "AutoGrader:Web:PublicAddress must begin with http:// or https://, or be empty.";
        if (RequestsPerMinute < 1)
            yield return "AutoGrader:Web:RequestsPerMinute must be at least 1.";
        if (SignInsPerMinute < 1)
            yield return "AutoGrader:Web:SignInsPerMinute must be at least 1.";
        if (ChecksPerMinute < 1)
            yield return "AutoGrader:Web:ChecksPerMinute must be at least 1.";
        if (FreeMebibytes < 0)
            yield return "AutoGrader:Web:FreeMebibytes must not be negative.";
        if (SessionHours is < 1 or > 24 * 30)
            yield return "AutoGrader:Web:SessionHours must be between 1 and 720.";
        if (LogFormat is not ("json" or "text"))
            yield return "AutoGrader:Web:LogFormat must be json or text.";
        if (OtlpEndpoint.Length > 0 && !IsWebAddress(OtlpEndpoint))
            yield return "AutoGrader:Web:OtlpEndpoint must begin with http:// or https://, or be empty.";
        foreach (var fault in OpenId.Faults())
            yield return fault;
    }

    internal static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
