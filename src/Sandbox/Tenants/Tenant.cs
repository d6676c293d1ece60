using System.Collections.Concurrent;
using Bff.Sandbox.Http;
using NodaTime;

namespace Bff.Sandbox.Tenants;

/// <summary>One tenant's changeable state. Handlers run while its <see cref="Gate"/> is held, so they need no locks of their own.</summary>
internal sealed class Tenant(TenantProfile profile, Dataset data, SandboxWorld world, ReplyCache replies)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _parts = new();
    private long _version;

    public TenantProfile Profile { get; } = profile;

    public string Id => Profile.Id;

    public Dataset Data { get; } = data;

    public SandboxWorld World { get; } = world;

    public DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb[profile.Zone];

    public Lock Gate { get; } = new();

    /// <summary>Rendered answers that hold until this tenant changes. Load tenants share one: 10,000 of them must stay small.</summary>
    public ReplyCache Replies { get; } = replies;

    /// <summary>Grows with every commit.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>A group's own state in this tenant, made when it is first asked for.</summary>
    public T Part<T>(Func<Tenant, T> create)
        where T : class =>
        (T)_parts.GetOrAdd(typeof(T), _ => new Lazy<object>(() => create(this))).Value;

    public void Touch() => Interlocked.Increment(ref _version);
}
