using Bff.ServiceDefaults.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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

    /// <summary>Only who has the key comes in: Basic authentication with any user name and the key as password.</summary>
    public static TEndpoints RequireOperator<TEndpoints>(this TEndpoints endpoints, string key)
        where TEndpoints : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(new OperatorGate(key).InvokeAsync);
}
