using Bff.ServiceDefaults.Operators;

namespace Bff.Gateway.Edge;

/// <summary>
/// Marks requests of operators. Their key is taken out of the request then: it is no customer's credential, and a browser that has been asked
/// for it sends it with every request to this origin.
/// </summary>
internal sealed class OperatorMark(RequestDelegate next, OperatorCredentials operators)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (operators.IsSet && http.Request.Headers.Authorization.Count > 0 && operators.IsOperator(http.Request))
        {
            http.Features.Set(Mark.Instance);
            http.Request.Headers.Remove("Authorization");
        }

        return next(http);
    }

    /// <summary>The request is an operator's.</summary>
    public static bool IsOn(HttpContext http) => http.Features.Get<Mark>() is not null;

    private sealed class Mark
    {
        public static readonly Mark Instance = new();
    }
}
