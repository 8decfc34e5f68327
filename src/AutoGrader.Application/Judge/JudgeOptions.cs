namespace AutoGrader.Application.Judge;

/// <summary>
/// The settings of the outside judge: section <c>AutoGrader:Judge</c>. Off unless an endpoint is set; then answers leave this machine.
/// </summary>
public sealed class JudgeOptions
{
    /// <summary>The address of an OpenAI-compatible service, such as <c>https://host/v1</c>.</summary>
    /// <value>Empty: no judge, and nothing is sent.</value>
    public string Endpoint { get; set; } = "";

    /// <summary>The model to ask.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key of the service. The host takes it from the environment alone, so that it stands in no file.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Seconds that one opinion may take, repeated tries included.</summary>
    /// <value>30.</value>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>How often a call is tried again after a fault that is likely to pass.</summary>
    /// <value>2.</value>
    public int Retries { get; set; } = 2;

    /// <summary>How many calls one run may make. Opinions that are stored cost none.</summary>
    /// <value>500.</value>
    public int Budget { get; set; } = 500;

    /// <summary>Whether there is a judge.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>What is sent to whom, one sentence for people.</summary>
    public string Notice => IsOn
        ? $"Outside judge: answers to free-text questions, without names and numbers of students, are sent to {Endpoint} (model {Model})."
        : "Outside judge: off. Nothing is sent anywhere.";

    internal IEnumerable<string> Faults()
    {
        if (!IsOn)
            yield break;
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || !IsPrivate(address))
            yield return "AutoGrader:Judge:Endpoint must be an address that begins with https:// (http:// for this machine alone).";
        if (string.IsNullOrWhiteSpace(Model))
            yield return "AutoGrader:Judge:Model is empty: name the model to ask.";
        if (TimeoutSeconds is < 1 or > 600)
            yield return "AutoGrader:Judge:TimeoutSeconds must be between 1 and 600.";
        if (Retries is < 0 or > 10)
            yield return "AutoGrader:Judge:Retries must be between 0 and 10.";
        if (Budget is < 0 or > 1_000_000)
            yield return "AutoGrader:Judge:Budget must be between 0 and 1000000.";
    }

    // Answers must not travel readably.
    private static bool IsPrivate(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
