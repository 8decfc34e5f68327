namespace AutoGrader.Web.Security;

/// <summary>Sign-in by an OpenID Connect provider: section <c>AutoGrader:Web:OpenId</c>.</summary>
public sealed class OpenIdOptions
{
    /// <summary>The provider's address, below which <c>/.well-known/openid-configuration</c> lies.</summary>
    /// <value>Empty: people sign in with passwords only.</value>
    public string Authority { get; set; } = "";

    /// <summary>What the provider calls this service.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret shared with the provider. Read from the environment alone, so that it stands in no file.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What the button says.</summary>
    public string ButtonText { get; set; } = "University account";

    internal bool IsOn => Authority.Length > 0;

    internal IEnumerable<string> Faults()
    {
        if (IsOn && !WebOptions.IsWebAddress(Authority))
            yield return "AutoGrader:Web:OpenId:Authority must begin with http:// or https://, or be empty.";
        if (IsOn && ClientId.Length == 0)
            yield return "AutoGrader:Web:OpenId:ClientId is empty: the provider gives it when this service is registered there.";
    }
}
