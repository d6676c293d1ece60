namespace Bff.Gateway.Edge;

/// <summary>Who sends a request, as far as its headers say.</summary>
internal static class Caller
{
    /// <summary>It says that somebody has signed in.</summary>
    public static bool HasCredentials(HttpRequest request) => request.Headers.Authorization.Count > 0 || request.Headers.Cookie.Count > 0;
}
