using System.Text.Json.Nodes;
using Bff.Sandbox.Auth;
using Bff.Sandbox.Counting;
using Bff.Sandbox.Tenants;
using NodaTime;

namespace Bff.Sandbox.Operations;

/// <summary>Which part of a handler runs: all of it, or under the <c>race</c> fault its checks and its commit apart.</summary>
internal enum Phase
{
    Whole,
    CheckOnly,
    CommitOnly,

    /// <summary>Checks again at the commit, and blames what it finds on a race.</summary>
    LateCheck,
}

/// <summary>One request as a handler sees it: everything checked that does not need the tenant's state.</summary>
internal sealed class Call(Operation operation, Tenant tenant, CallScope scope)
{
    public Operation Operation { get; } = operation;

    public Tenant Tenant { get; } = tenant;

    public SandboxWorld World => Tenant.World;

    public required IReadOnlyList<string> PathValues { get; init; }

    public required IQueryCollection QueryValues { get; init; }

    /// <summary>Request headers, for the one that the contract's notes name: <c>Idempotency-Key</c>.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The signed-in member; null for anonymous callers and on public operations.</summary>
    public Member? Customer { get; init; }

    /// <summary>The token that <see cref="Customer"/> came with.</summary>
    public TokenClaims? Token { get; init; }

    /// <summary>The body; an empty object when an optional one was left out.</summary>
    public JsonObject Body { get; init; } = [];

    public Phase Phase { get; set; }

    /// <summary>Whether checks against changeable state are made now.</summary>
    public bool Checks => Phase != Phase.CommitOnly;

    public Instant Now => Instant.FromDateTimeOffset(World.Clock.GetUtcNow());

    /// <summary>Today in the tenant's time zone.</summary>
    public LocalDate Today => Now.InZone(Tenant.Zone).Date;

    /// <summary>The first value of the path; no template has more than one.</summary>
    public string Id => PathValues[0];

    public string? Query(string name) => QueryValues.TryGetValue(name, out var value) && value.Count > 0 ? value[0] : null;

    /// <summary>Text of a body field; null when it is absent.</summary>
    public string? Text(string field) => Body[field] is JsonValue value ? value.ToString() : null;

    public int? Number(string field) => Body[field] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>Changes state. Counts the commit and drops rendered answers; does nothing while only checks are made.</summary>
    public Reply Commit(Func<Reply> change)
    {
        if (Phase == Phase.CheckOnly)
        {
            return Reply.Passed;
        }

        var reply = change();
        Tenant.Touch();
        scope.Commit();
        return reply;
    }
}
