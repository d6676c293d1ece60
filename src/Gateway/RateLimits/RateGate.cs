using System.Net;
using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Gateway.Auth;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.RateLimits;

/// <summary>Turns operations away that come too often: by caller, by tenant, and mutations by caller.</summary>
internal sealed class RateGate(IRateLimiter limiter, IOptions<RateLimitOptions> options, RateLimitMetrics metrics)
{
    private const int CallersLength = 1_000_000;

    private readonly RateRule? caller = options.Value.CallerPerSecond is > 0 and var rate ? RateRule.PerSecond(rate, options.Value.CallerBurstSeconds) : null;
    private readonly RateRule? tenants = options.Value.TenantPerSecond is > 0 and var rate ? RateRule.PerSecond(rate) : null;
    private readonly RateRule? mutations = options.Value.MutationsPerMinute is > 0 and var rate ? RateRule.PerMinute(rate) : null;
    private readonly GenerationCache<IPAddress, string> callers = new(CallersLength, static (_, name) => name.Length + 100);

    /// <exception cref="HttpRefusal">Too many; it says how long to wait.</exception>
    public async ValueTask RequireOperationAsync(HttpContext http, TenantId? tenant)
    {
        if (caller is { } ofCaller)
        {
            await RequireAsync(new RateKey('c', CallerOf(http)), ofCaller);
        }

        if (tenants is { } ofTenant && tenant is { } known)
        {
            await RequireAsync(new RateKey('t', known.Value), ofTenant);
        }
    }

    /// <exception cref="HttpRefusal">Too many; it says how long to wait.</exception>
    public async ValueTask RequireMutationAsync(HttpContext http)
    {
        if (mutations is { } ofCaller)
        {
            await RequireAsync(new RateKey('m', CallerOf(http)), ofCaller);
        }
    }

    private async ValueTask RequireAsync(RateKey key, RateRule rule)
    {
        if (await limiter.TakeAsync(key, rule) is { } wait)
        {
            metrics.Refused(key.Kind);
            throw new HttpRefusal(new Failure(ErrorCodes.RateLimited, Retryable: true, wait), StatusCodes.Status429TooManyRequests);
        }
    }

    // The address alone: a credential that nobody has checked yet could be made up anew for each request.
    private string CallerOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
        {
            return "none";
        }

        return callers.TryFind(address, out var known) ? known : callers.Keep(address, Hash(ClientAddress.Of(http)!));
    }

    private static string Hash(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(address)).AsSpan(0, 8));
}
