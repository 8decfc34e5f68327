using System.Security.Cryptography;
using System.Text;

namespace AutoGrader.Application.People;

/// <summary>Secrets of links and tokens: 256 random bits, of which only a hash is ever stored.</summary>
public static class OneTimeSecret
{
    private const int Bytes = 32;

    /// <summary>A new secret, in letters that need no escaping in an address.</summary>
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored: SHA-256 in lower-case hex. A secret of full entropy needs no slow hash.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
