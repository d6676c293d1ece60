using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bff.Gateway.Changes;

/// <summary>
/// Checks that a message comes from who shares the secret, and recently: the symmetric scheme of Standard Webhooks (standardwebhooks.com):
/// <c>webhook-signature</c> holds, separated by spaces, <c>v1,</c> and base64 of an HMAC-SHA-256 over id, timestamp and body, joined by dots.
/// </summary>
internal sealed class WebhookSignature(byte[] key, TimeSpan tolerance, TimeProvider time)
{
    public const int MaxIdLength = 128;
    private const string Version = "v1,";

    /// <summary>The message's name and moment; null when it is not to be believed.</summary>
    public SignedMessage? Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var (id, timestamp) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString());
        var expected = Sign(id, timestamp, body);
        var isSigned = headers["webhook-signature"].ToString().Split(' ')
            .Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), expected));
        return isSigned && id.Length is > 0 and <= MaxIdLength && ReadRecent(timestamp) is { } signedAt ? new SignedMessage(id, signedAt) : null;
    }

    private byte[] Sign(string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return Encoding.UTF8.GetBytes(Version + Convert.ToBase64String(hash.GetHashAndReset()));
    }

    private DateTimeOffset? ReadRecent(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= tolerance.TotalSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}

/// <summary>A message that is to be believed.</summary>
/// <param name="Id">Names it; the same each time that it is sent.</param>
/// <param name="SignedAt">When it was sent this time, by the sender's clock.</param>
internal sealed record SignedMessage(string Id, DateTimeOffset SignedAt);
