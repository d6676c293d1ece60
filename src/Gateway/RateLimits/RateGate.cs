using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Gateway.Auth;
using Bff.Gateway.Edge;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.RateLimits;

/// <summary>Turns operations away that come too often: by caller, by tenant, and mutations by caller.</summary>
internal sealed class RateGate(IRateLimiter limiter, IOptions<RateLimitOptions> options, RateLimitMetrics metrics)
{
    private readonly RateLimitOptions options = options.Value;

    /// <exception cref="HttpRefusal">Too many; it says how long to wait.</exception>
    public async ValueTask RequireOperationAsync(HttpContext http, TenantId? tenant)
    {
        if (options.CallerPerSecond > 0)
        {
            await RequireAsync("c:" + CallerOf(http), RateRule.PerSecond(options.CallerPerSecond, options.CallerBurstSeconds));
        }

        if (options.TenantPerSecond > 0 && tenant is { } known)
        {
            await RequireAsync("t:" + known.Value, RateRule.PerSecond(options.TenantPerSecond));
        }
    }

    /// <exception cref="HttpRefusal">Too many; it says how long to wait.</exception>
    public async ValueTask RequireMutationAsync(HttpContext http)
    {
        if (options.MutationsPerMinute > 0)
        {
            await RequireAsync("m:" + CallerOf(http), RateRule.PerMinute(options.MutationsPerMinute));
        }
    }

    private async ValueTask RequireAsync(string key, RateRule rule)
    {
        if (await limiter.TakeAsync(key, rule) is { } wait)
        {
            metrics.Refused(key[0]);
            throw new HttpRefusal(new Failure(ErrorCodes.RateLimited, Retryable: true, wait), StatusCodes.Status429TooManyRequests);
        }
    }

    // The address alone: a credential that nobody has checked yet could be made up anew for each request.
    private static string CallerOf(HttpContext http) => ClientAddress.Of(http) is { } address
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(address)).AsSpan(0, 8))
        : "none";
}
