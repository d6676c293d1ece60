using Bff.Sandbox.Tenants;
using NodaTime;

namespace Bff.Sandbox.Content.Events;

/// <summary>The events of one tenant with their dates, seats and registrations.</summary>
internal sealed class EventBook
{
    private readonly Dictionary<string, PublicEvent> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Registration> _registrations = new(StringComparer.Ordinal);

    private EventBook(IEnumerable<PublicEvent> events)
    {
        Events = [.. events];
        foreach (var item in Events)
        {
            (_byKey[item.Id], _byKey[item.Seed.Slug]) = (item, item);
        }
    }

    /// <summary>In the order of the sample data, so that pages stay put while time passes.</summary>
    public IReadOnlyList<PublicEvent> Events { get; }

    public IReadOnlyCollection<Registration> Registrations => _registrations.Values;

    /// <summary>Answers already given, by Idempotency-Key.</summary>
    public IdempotencyBook Answers { get; } = new();

    public static EventBook Create(Tenant tenant)
    {
        var now = Instant.FromDateTimeOffset(tenant.World.Clock.GetUtcNow());
        var today = now.InZone(tenant.Zone).Date;
        var seeds = tenant.Data.Part(data => data.Read<EventSeeds>("Content/Events"));
        return new EventBook(seeds.Events.Select((seed, i) => new PublicEvent(seed, i + 1, tenant.Zone, today)));
    }

    /// <summary>The event of this id or slug.</summary>
    public PublicEvent? Find(string key) => _byKey.GetValueOrDefault(key);

    public Registration? FindRegistration(string id) => _registrations.GetValueOrDefault(id);

    public void Add(Registration registration)
    {
        _registrations.Add(registration.Id, registration);
        registration.Session.Taken += registration.Quantity;
    }

    /// <summary>Tickets that the same person holds: by member, else by e-mail address or phone.</summary>
    public int HeldBy(Attendee attendee, PublicEvent item) =>
        _registrations.Values.Where(r => r.Event == item && r.Attendee.IsSameAs(attendee)).Sum(r => r.Quantity);
}
