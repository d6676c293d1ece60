using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Http;

/// <summary>Writes each finished request to the list of the last 100 and, when asked for, to the log as JSON.</summary>
internal sealed partial class RequestRecorder(SandboxWorld world, ILogger<RequestRecorder> logger)
{
    public Recording Begin(HttpContext context, Operation? operation, RequestTarget target) => new(this, context, operation, target);

    private void Finish(Recording recording, HttpContext context, Operation? operation, RequestTarget target)
    {
        var clock = world.Clock;
        var entry = new RequestEntry(
            clock.GetUtcNow(),
            context.Request.Method,
            TargetMask.Mask(target, operation),
            operation?.Id,
            recording.Tenant,
            context.Request.Headers.Authorization.Count > 0 ? "bearer ***" : "none",
            context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode,
            clock.GetElapsedTime(recording.StartedAt).TotalMilliseconds,
            context.Response.ContentLength ?? 0);
        world.Requests.Add(entry);
        if (world.Options.LogRequests)
        {
            LogRequest(entry.Method, entry.Target, entry.Operation, entry.Tenant, entry.Auth, entry.Status, entry.Milliseconds, entry.Bytes);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Target} {Operation} {Tenant} {Auth} {Status} {Milliseconds} {Bytes}")]
    private partial void LogRequest(
        string method, string target, string? operation, string? tenant, string auth, int status, double milliseconds, long bytes);

    /// <summary>One request being recorded; written down when disposed.</summary>
    internal sealed class Recording(RequestRecorder recorder, HttpContext context, Operation? operation, RequestTarget target) : IDisposable
    {
        public string? Tenant { get; set; }

        public long StartedAt { get; } = recorder.TimeStamp();

        public void Dispose() => recorder.Finish(this, context, operation, target);
    }

    private long TimeStamp() => world.Clock.GetTimestamp();
}
