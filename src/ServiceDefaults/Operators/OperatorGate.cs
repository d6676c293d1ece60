using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Bff.ServiceDefaults.Operators;

/// <summary>Lets in whoever has the operator key. Basic authentication, because a browser can ask for it without a page of ours.</summary>
internal sealed class OperatorGate(string key)
{
    // Hashes have one length, so that the comparison takes the same time whatever was sent.
    private readonly byte[] expected = Hash(key);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOperator(context.HttpContext.Request) ? await next(context) : Refuse(context.HttpContext);

    private bool IsOperator(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header is { Scheme: "Basic", Parameter: { } credentials }
        && PasswordOf(credentials) is { } password
        && CryptographicOperations.FixedTimeEquals(Hash(password), expected);

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

    private static IResult Refuse(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"operators\", charset=\"UTF-8\"";
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
