using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AutoGrader.Application.Moodle;

/// <summary>Encrypts tokens by the keys of the data directory. Nobody is ever shown one again.</summary>
internal sealed class TokenSafe(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AutoGrader.Moodle.Token");

    public string Lock(string token) => _protector.Protect(token);

    /// <summary>The token.</summary>
    /// <exception cref="MoodleException">The keys are not those that it was stored with.</exception>
    public string Unlock(string stored)
    {
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException fault)
        {
            throw new MoodleException(MoodleFault.Closed, new(
                "The stored token can no longer be read, because the keys of the service have changed. Enter it again.",
                "Das gespeicherte Token lässt sich nicht mehr lesen, weil sich die Schlüssel des Dienstes geändert haben. Tragen Sie es "
                + "noch einmal ein."), fault);
        }
    }
}
