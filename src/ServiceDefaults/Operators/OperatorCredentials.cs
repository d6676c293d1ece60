using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Bff.ServiceDefaults.Operators;

/// <summary>Tells an operator from everybody else, by Basic authentication with any user name and the key as password.</summary>
public sealed class OperatorCredentials(string? key)
{
    // Hashes have one length, so that the comparison takes the same time whatever was sent.
    private readonly byte[]? expected = key is null ? null : Hash(key);

    /// <summary>A key is set: there can be operators.</summary>
    public bool IsSet => expected is not null;

    /// <summary>The request comes from an operator.</summary>
    public bool IsOperator(HttpRequest request) =>
        expected is not null
        && request.Headers.Authorization.Count == 1
        && AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header is { Scheme: "Basic", Parameter: { } credentials }
        && PasswordOf(credentials) is { } password
        && CryptographicOperations.FixedTimeEquals(Hash(password), expected);

    /// <summary>Has a browser ask for the key.</summary>
    public static void Ask(HttpResponse response) => response.Headers.WWWAuthenticate = "Basic realm=\"operators\", charset=\"UTF-8\"";

    private static string? PasswordOf(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : text[(colon + 1)..];
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
