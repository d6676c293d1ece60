using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Cluster;
using Bff.ServiceDefaults.Operators;

namespace Bff.Gateway.Changes;

/// <summary>What is to be forgotten.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Area">One of <see cref="CacheAreas"/>; all of the tenant when left out.</param>
/// <param name="Name">One thing of the area, by its id or slug; all of the area when left out.</param>
internal sealed record PurgeRequest(string? Tenant, string? Area, string? Name)
{
    private const int MaxName = 200;

    /// <summary>The order, or what is wrong with the request.</summary>
    public (PurgeOrder? Order, string? Problem) Read(SignedMessage? message = null)
    {
        if (!TenantId.TryParse(Tenant, out var tenant))
        {
            return (null, "tenant must be a tenant's id.");
        }

        if (Area is null)
        {
            return Name is null ? (OrderOf(tenant, null, message), null) : (null, "name needs an area.");
        }

        if (!CacheArea.TryParse(Area, out var area) || !CacheAreas.All.Contains(area))
        {
            return (null, $"area must be one of {string.Join(", ", CacheAreas.All)}.");
        }

        return Name is { Length: 0 or > MaxName } ? (null, $"name must have 1 to {MaxName} characters.") : (OrderOf(tenant, new CacheTag(area, Name), message), null);
    }

    private static PurgeOrder OrderOf(TenantId tenant, CacheTag? scope, SignedMessage? message) => new(tenant, scope, message?.Id) { GivenAt = message?.SignedAt };
}

/// <summary>
/// <c>POST /operator/purge</c>: has every silo and gateway forget a tenant, an area or one thing of it. There only when an operator key
/// is set. The reply says how many were reached; an order that did not reach all, or no hub, answers 503 and can be given again.
/// </summary>
internal static class PurgeEndpoint
{
    public static void MapPurge(this WebApplication app)
    {
        if (app.Configuration.OperatorKey() is { } key)
        {
            app.MapPost("/operator/purge", (PurgeRequest request, IGrainFactory grains) => PurgeAsync(request.Read(), grains)).RequireOperator(key);
        }
    }

    public static async Task<IResult> PurgeAsync((PurgeOrder? Order, string? Problem) read, IGrainFactory grains)
    {
        if (read.Order is not { } order)
        {
            return Results.BadRequest(new { error = read.Problem });
        }

        try
        {
            var report = await grains.GetGrain<IChangeHubGrain>(0).PurgeAsync(order);
            return report switch
            {
                { IsRepeated: true } => Results.Conflict(new { error = "This was ordered before." }),
                { IsTooOld: true } => NotNow("Nobody knows whether this came before: sign it anew."),
                _ => Results.Json(report, statusCode: report.IsComplete ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable),
            };
        }
        catch (Exception exception) when (LostSilo.Explains(exception))
        {
            return NotNow("Nobody can be reached at the moment: order it again.");
        }
    }

    private static IResult NotNow(string error) => Results.Json(new { error }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
