using Microsoft.AspNetCore.Http;

namespace Bff.ServiceDefaults.Operators;

/// <summary>Lets in whoever has the operator key. Basic authentication, because a browser can ask for it without a page of ours.</summary>
internal sealed class OperatorGate(string key)
{
    private readonly OperatorCredentials credentials = new(key);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        credentials.IsOperator(context.HttpContext.Request) ? await next(context) : Refuse(context.HttpContext);

    private static IResult Refuse(HttpContext http)
    {
        OperatorCredentials.Ask(http.Response);
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }
}
