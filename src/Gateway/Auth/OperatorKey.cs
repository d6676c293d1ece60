using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Auth;

/// <summary>Tells operators from everybody else: <c>Authorization: Bearer</c> and the key of <see cref="SessionEdgeOptions.OperatorKey"/>.</summary>
internal sealed class OperatorKey(IOptions<SessionEdgeOptions> options)
{
    private readonly byte[]? expected = options.Value.OperatorKey is { } key ? SHA256.HashData(Encoding.UTF8.GetBytes("Bearer " + key)) : null;

    /// <summary>There is a key; without one there are no operators and nothing for them.</summary>
    public bool IsSet => expected is not null;

    /// <summary>It takes the same time whatever was sent.</summary>
    public bool Opens(HttpRequest request) => expected is not null && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())), expected);
}
