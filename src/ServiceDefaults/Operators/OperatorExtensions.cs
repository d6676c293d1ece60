using Bff.ServiceDefaults.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.ServiceDefaults.Operators;

/// <summary>The one way in which an operator is told from everybody else, on silos and gateways.</summary>
public static class OperatorExtensions
{
    /// <summary>Checks section <c>Operator</c> at start.</summary>
    public static IServiceCollection AddOperators(this IServiceCollection services) =>
        services.AddSettings<OperatorOptions>(OperatorOptions.Section);

    /// <summary>The operator key; null where operators are off.</summary>
    public static string? OperatorKey(this IConfiguration configuration) =>
        configuration.GetSection(OperatorOptions.Section).Get<OperatorOptions>()?.Key is { Length: > 0 } key ? key : null;

    /// <summary>
    /// Only who has the key comes in: Basic authentication with any user name and the key as password. It is asked for before anything
    /// of the request is read; an endpoint filter would run after the body was.
    /// </summary>
    public static TEndpoints RequireOperator<TEndpoints>(this TEndpoints endpoints, string key)
        where TEndpoints : IEndpointConventionBuilder
    {
        var gate = new OperatorGate(key);
        endpoints.Finally(endpoint => endpoint.RequestDelegate = endpoint.RequestDelegate is { } inner ? http => gate.InvokeAsync(http, inner) : null);
        return endpoints;
    }
}
