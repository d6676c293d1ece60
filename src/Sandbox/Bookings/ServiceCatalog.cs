using System.Globalization;
using Bff.Sandbox.Tenants;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Bookings;

/// <summary>A service with its id and parsed opening hours.</summary>
internal sealed class Service(ServiceSeed seed, int order)
{
    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"svc-{order:d3}");

    public int Order { get; } = order;

    public ServiceSeed Seed { get; } = seed;

    public LocalTime Opens { get; } = Parse(seed.Opens);

    public LocalTime Closes { get; } = Parse(seed.Closes);

    public Duration Length { get; } = Duration.FromMinutes(seed.Minutes);

    public bool RequiresStaff => Seed.Staff.Count > 0;

    public bool RequiresResource => Seed.Resources.Count > 0;

    private static LocalTime Parse(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}

/// <summary>The services, people and things of one set of sample data.</summary>
internal sealed class ServiceCatalog
{
    private readonly Dictionary<string, Service> _byId;

    private ServiceCatalog(string name, BookingSeeds seeds)
    {
        Name = name;
        Services = [.. seeds.Services.Select((seed, i) => new Service(seed, i + 1))];
        _byId = Services.ToDictionary(s => s.Id, StringComparer.Ordinal);
        Staff = seeds.Staff.ToDictionary(s => s.Id, StringComparer.Ordinal);
        Resources = seeds.Resources.ToDictionary(r => r.Id, StringComparer.Ordinal);
        Categories = seeds.Categories.ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    public string Name { get; }

    public IReadOnlyList<Service> Services { get; }

    public IReadOnlyDictionary<string, NamedSeed> Staff { get; }

    public IReadOnlyDictionary<string, ResourceSeed> Resources { get; }

    public IReadOnlyDictionary<string, NamedSeed> Categories { get; }

    public static ServiceCatalog Load(Dataset data) => new(data.Name, data.Read<BookingSeeds>("Bookings"));

    public Service? Find(string id) => _byId.GetValueOrDefault(id);
}
