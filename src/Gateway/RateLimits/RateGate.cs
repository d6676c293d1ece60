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
    private readonly RateRule? hosts = options.Value.UnknownHostsPerMinute is > 0 and var rate ? RateRule.PerMinute(rate) : null;
    private readonly GenerationCache<IPAddress, string> callers = new(CallersLength, static (_, name) => name.Length + 100);

    /// <summary>Counts a request before its body is read, so that one which turns out to be none counts too. Its first operation is counted by it.</summary>
    /// <exception cref="HttpRefusal">Too many; it says how long to wait.</exception>
    public ValueTask RequireRequestAsync(HttpContext http) => RequireOperationAsync(http, tenant: null);

    /// <summary>Counts an operation.</summary>
    /// <param name="http">The caller's request.</param>
    /// <param name="tenant">The tenant, where there is one.</param>
    /// <param name="isCallerCounted">It is the one that was counted with the request.</param>
    /// <exception cref="HttpRefusal">Too many; it says how long to wait.</exception>
    public async ValueTask RequireOperationAsync(HttpContext http, TenantId? tenant, bool isCallerCounted = false)
    {
        if (caller is { } ofCaller && !isCallerCounted)
        {
            await RequireAsync(new RateKey('c', CallerOf(http)), ofCaller);
        }

        if (tenants is { } ofTenant && tenant is { } known)
        {
            await RequireAsync(new RateKey('t', known.Value), ofTenant);
        }
    }

    /// <summary>Counts the mutations of one operation: each of its root fields is one.</summary>
    /// <exception cref="HttpRefusal">Too many; it says how long to wait.</exception>
    public async ValueTask RequireMutationsAsync(HttpContext http, int count)
    {
        if (mutations is { } ofCaller)
        {
            await RequireAsync(new RateKey('m', CallerOf(http)), ofCaller.Times(count));
        }
    }

    /// <summary>Whether this caller may have a host name looked up that nobody here knows; otherwise why not.</summary>
    public async ValueTask<Failure?> RefuseHostAsync(string caller)
    {
        if (hosts is not { } ofCaller || await limiter.TakeAsync(new RateKey('h', caller), ofCaller.Peek()) is not { } wait)
        {
            return null;
        }

        metrics.Refused('h');
        return new Failure(ErrorCodes.RateLimited, Retryable: true, wait);
    }

    /// <summary>Counts a host name that this caller had looked up and that is nobody's.</summary>
    public async ValueTask CountUnknownHostAsync(string caller)
    {
        if (hosts is { } ofCaller)
        {
            await limiter.TakeAsync(new RateKey('h', caller), ofCaller);
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

    /// <summary>The caller as it is counted: its address alone, hashed. A credential that nobody has checked yet could be made up anew for each request.</summary>
    public string CallerOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
        {
            return "none";
        }

        return callers.TryFind(address, out var known) ? known : callers.Keep(address, Hash(ClientAddress.Of(http)!));
    }

    private static string Hash(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(address)).AsSpan(0, 8));
}
