using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Bff.Contracts.Auth;

namespace Bff.Gateway.Auth;

/// <summary>The opaque id that opens a session: 256 random bits. It lives in the browser or app and here, never behind the gateway.</summary>
internal readonly record struct SessionId
{
    private const int Bytes = 32;

    private SessionId(string secret) => Secret = secret;

    /// <summary>The id, for a cookie or a bearer.</summary>
    public string Secret { get; }

    /// <summary>What everybody behind the gateway calls it.</summary>
    public SessionKey Key => SessionKey.Of(Secret);

    public static SessionId New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>False for anything that is not written like an id of ours; that one is known here is not said by this.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SessionId id)
    {
        var valid = SessionKey.IsSpelled(text);
        id = valid ? new SessionId(text!) : default;
        return valid;
    }

    /// <summary>Never the id.</summary>
    public override string ToString() => "[session]";
}
