using Bff.Sandbox;
using Bff.Sandbox.Auth;
using Bff.Sandbox.Bookings;
using Bff.Sandbox.Counting;
using Bff.Sandbox.Faults;
using Bff.Sandbox.Tenants;

namespace Bff.Tests.Fixture;

/// <summary>A booking that v6 has made.</summary>
internal sealed record CommittedBooking(string Id, string ServiceId, DateTimeOffset StartsAt, string Phone, bool IsOpen);

/// <summary>What v6 saw and did. Tests believe this, not what the BFF says of itself.</summary>
internal sealed class SandboxOracle(SandboxServer sandbox)
{
    public Uri Address => sandbox.ApiAddress;

    /// <summary>Everything that v6 knows, for what a feature's tests must look up.</summary>
    public SandboxWorld World => sandbox.World;

    /// <summary>Requests of one operation that reached v6, refused ones too.</summary>
    public long Calls(string operation, string? tenant = null) => Counter(operation, tenant, counter => counter.Calls);

    /// <summary>Changes that one operation made.</summary>
    public long Commits(string operation, string? tenant = null) => Counter(operation, tenant, counter => counter.Commits);

    /// <summary>Those of the last requests of one operation that v6 answered with a conflict.</summary>
    public int Refusals(string operation, string tenant) =>
        sandbox.World.Requests.Recent().Count(entry => entry.Operation == operation && entry.Tenant == tenant && entry.Status == 409);

    /// <summary>Requests of one operation that v6 has in its hands now.</summary>
    public long Running(string operation, string tenant) => Counter(operation, tenant, counter => counter.Running);

    /// <summary>Most requests of one operation that were under way at once.</summary>
    public int MostAtOnce(string operation, string tenant) => (int)Counter(operation, tenant, counter => counter.MaxConcurrent);

    /// <summary>Requests of all operations.</summary>
    public long AllCalls(string? tenant = null) => sandbox.World.Counters.For(tenant).Values.Sum(counter => counter.Calls);

    /// <summary>Scripts what goes wrong from now on; nothing else does.</summary>
    public void Fail(params FaultRule[] rules) => sandbox.World.Faults.Set(rules);

    /// <summary>Nobody can reach v6.</summary>
    public void GoDown() => Fail(new FaultRule { Kind = FaultKind.Refuse });

    /// <summary>Nothing goes wrong any more.</summary>
    public void Recover() => sandbox.World.Faults.Clear();

    /// <summary>The tenant's bookings as v6 has them, open and cancelled ones.</summary>
    public IReadOnlyList<CommittedBooking> Bookings(string tenant) => InTenant(tenant, found => found.Part(BookingBook.Create).All
        .Select(booking => new CommittedBooking(
            booking.Id, booking.Service.Id, booking.Slot.Start.ToDateTimeOffset(), booking.CustomerPhone, booking.IsOpen))
        .ToArray());

    /// <summary>The one-time code last sent to a phone or e-mail address.</summary>
    public string CodeFor(string tenant, string to) => InTenant(tenant, found => found.Part(OtpBook.Create).Peek(to))
        ?? throw new InvalidOperationException("No code was sent there.");

    /// <summary>Makes a new member, who can be reached at this phone.</summary>
    public string AddMember(string tenant, string phone, string? email = null) =>
        InTenant(tenant, found => found.Part(MemberBook.Create).Add("Test", "Member", phone, email, sandbox.World.Clock.GetUtcNow()).Uuid);

    /// <summary>The member who can be reached at this phone.</summary>
    public string MemberOf(string tenant, string phone) => InTenant(tenant, found => found.Part(MemberBook.Create).All.Single(member => member.Phone == phone).Uuid);

    /// <summary>A token that v6 gave to somebody who signed in elsewhere.</summary>
    public string IssueToken(string tenant, string member) => sandbox.World.Tokens.Issue(tenant, member);

    /// <summary>Ends all tokens of a member behind the BFF's back.</summary>
    public void RevokeTokens(string tenant, string member) => sandbox.World.Tokens.RevokeAll(tenant, member);

    /// <summary>Moves v6's clock.</summary>
    public void Advance(TimeSpan by) => sandbox.World.Clock.Advance(by);

    /// <summary>How long v6's tokens live.</summary>
    public TimeSpan TokenLife => TimeSpan.FromSeconds(sandbox.World.Options.TokenLifetimeSeconds);

    private T InTenant<T>(string tenant, Func<Tenant, T> read)
    {
        var found = sandbox.World.Tenants.Find(tenant)!;
        lock (found.Gate)
        {
            return read(found);
        }
    }

    private long Counter(string operation, string? tenant, Func<OperationCounter, long> read) =>
        sandbox.World.Counters.For(tenant).TryGetValue(operation, out var counter) ? read(counter) : 0;
}
