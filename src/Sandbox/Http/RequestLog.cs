namespace Bff.Sandbox.Http;

/// <summary>One request, without anything secret in it.</summary>
internal sealed record RequestEntry(
    DateTimeOffset At, string Method, string Target, string? Operation, string? Tenant, string Auth, int Status, double Milliseconds, long Bytes);

/// <summary>The last 100 requests.</summary>
internal sealed class RequestLog
{
    private const int Size = 100;
    private readonly RequestEntry?[] _entries = new RequestEntry?[Size];
    private long _next;

    public void Add(RequestEntry entry) => _entries[(Interlocked.Increment(ref _next) - 1) % Size] = entry;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RequestEntry> Recent() => [.. _entries.OfType<RequestEntry>().OrderByDescending(e => e.At)];
}
