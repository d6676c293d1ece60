using Bff.Contracts.Answers;
using Bff.Gateway.Edge;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Overload;

/// <summary>
/// Counts what is under way, and refuses what comes beyond the bounds at once: waiting would only make everybody late. Nobody who is let in is
/// put out again. Costs two additions for each request, and memory for none: tenants share a fixed number of counters, so that two of them may
/// now and then share a bound.
/// </summary>
internal sealed class AdmissionGate
{
    private const int Counters = 4096;
    private const string TenantHeader = "X-Company-Id";

    private readonly OverloadOptions options;
    private readonly AdmissionMetrics metrics;
    private readonly int[] byTenant = new int[Counters];
    private int inFlight;

    public AdmissionGate(IOptions<OverloadOptions> options, AdmissionMetrics metrics)
    {
        (this.options, this.metrics) = (options.Value, metrics);
        metrics.Watch(() => Volatile.Read(ref inFlight));
    }

    /// <summary>Asks for a place. One that was given must be left.</summary>
    public Admission Enter(HttpRequest request)
    {
        var counter = CounterOf(request);
        if (Interlocked.Increment(ref inFlight) > options.MaxInFlight)
        {
            Interlocked.Decrement(ref inFlight);
            return Refuse(AdmissionMetrics.Gateway, ErrorCodes.ClusterUnavailable, StatusCodes.Status503ServiceUnavailable);
        }

        if (Interlocked.Increment(ref byTenant[counter]) > options.MaxInFlightPerTenant)
        {
            Leave(counter);
            return Refuse(AdmissionMetrics.Tenant, ErrorCodes.RateLimited, StatusCodes.Status429TooManyRequests);
        }

        return new Admission(counter, null);
    }

    /// <summary>Gives a place back.</summary>
    public void Leave(in Admission admission) => Leave(admission.Counter);

    private void Leave(int counter)
    {
        Interlocked.Decrement(ref byTenant[counter]);
        Interlocked.Decrement(ref inFlight);
    }

    private Admission Refuse(string bound, string code, int status)
    {
        metrics.Refused(bound);
        var wait = TimeSpan.FromMilliseconds(options.RetryAfterMs + Random.Shared.Next(options.RetryAfterMs));
        return new Admission(0, new HttpRefusal(new Failure(code, Retryable: true, wait), status));
    }

    // By what the client says, because finding out who that is costs more than it saves: a wrong name takes places from nobody but those who bear it.
    private static int CounterOf(HttpRequest request)
    {
        var tenant = request.Headers[TenantHeader];
        return (int)((uint)(tenant.Count == 1 ? tenant.ToString() : request.Host.Value ?? "").GetHashCode(StringComparison.OrdinalIgnoreCase) % Counters);
    }
}

/// <summary>A place, or why there is none.</summary>
/// <param name="Counter">Which tenant's counter it is counted in.</param>
/// <param name="Refusal">Why there is none; null when there is one.</param>
internal readonly record struct Admission(int Counter, HttpRefusal? Refusal);
