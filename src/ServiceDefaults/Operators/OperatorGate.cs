using Microsoft.AspNetCore.Http;

namespace Bff.ServiceDefaults.Operators;

/// <summary>Lets in whoever has the operator key. Basic authentication, because a browser can ask for it without a page of ours.</summary>
internal sealed class OperatorGate(string key)
{
    private readonly OperatorCredentials credentials = new(key);

    public Task InvokeAsync(HttpContext http, RequestDelegate next) => credentials.IsOperator(http.Request) ? next(http) : Refuse(http);

    private static Task Refuse(HttpContext http)
    {
        OperatorCredentials.Ask(http.Response);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
