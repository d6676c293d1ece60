using Bff.ServiceDefaults.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bff.ServiceDefaults.Operators;

/// <summary>A port of their own for metrics and operators, where one is set.</summary>
internal static class ManagementPort
{
    private static readonly PathString[] Managed = ["/metrics", "/operator", "/dashboard"];

    public static void AddManagement(this IServiceCollection services)
    {
        services.AddSettings<ManagementOptions>(ManagementOptions.Section);
        services.AddSingleton<IValidateOptions<ManagementOptions>, ManagementPortRule>();
    }

    /// <summary>By the port of the connection: a Host header can say anything.</summary>
    public static void UseManagementPort(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<IOptions<ManagementOptions>>().Value.Port is not { } port)
        {
            return;
        }

        app.Use((http, next) =>
        {
            if (http.Connection.LocalPort == port || !Managed.Any(path => http.Request.Path.StartsWithSegments(path)))
            {
                return next(http);
            }

            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}

/// <summary>A port at which nothing listens would hide metrics and operators from everybody.</summary>
internal sealed class ManagementPortRule(IConfiguration configuration) : IValidateOptions<ManagementOptions>
{
    public ValidateOptionsResult Validate(string? name, ManagementOptions options) =>
        options.Port is not { } port || Listens(port)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Management:Port (variable Management__Port): must be the port of one of Urls.");

    private bool Listens(int port) => (configuration["Urls"] ?? "")
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Any(url => BindingAddress.Parse(url).Port == port);
}
