namespace Bff.Sandbox.Bookings;

/// <summary>The bookings part of a tenant's sample data, as its JSON file has it.</summary>
internal sealed record BookingSeeds(
    IReadOnlyList<NamedSeed> Categories, IReadOnlyList<NamedSeed> Staff, IReadOnlyList<ResourceSeed> Resources, IReadOnlyList<ServiceSeed> Services);

internal sealed record NamedSeed(string Id, string Name);

internal sealed record ResourceSeed(string Id, string Name, string Type);

internal sealed record AddonSeed(string Name, string? Description, decimal Price, int Minutes);

/// <summary>A service and its house rules. Its id follows from its place in the file.</summary>
internal sealed record ServiceSeed
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? Address { get; init; }

    public string Type { get; init; } = "appointment";

    /// <summary>Category id.</summary>
    public string? Category { get; init; }

    public required int Minutes { get; init; }

    public int Capacity { get; init; } = 1;

    public required decimal Price { get; init; }

    public string? DisplayPrice { get; init; }

    /// <summary>People to choose from; none when no choice is needed.</summary>
    public IReadOnlyList<string> Staff { get; init; } = [];

    /// <summary>Rooms or devices to choose from; none when no choice is needed.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    public bool Payment { get; init; }

    public bool Confirm { get; init; }

    public bool Login { get; init; }

    public int? AdvanceDays { get; init; }

    public int? MaxSlots { get; init; }

    /// <summary>Wall-clock time, HH:MM.</summary>
    public string Opens { get; init; } = "10:00";

    public string Closes { get; init; } = "20:00";

    /// <summary>Open from midnight to midnight, so that days with a change of clocks show it.</summary>
    public bool RoundTheClock { get; init; }

    /// <summary>ISO days of the week (1 Monday … 7 Sunday) on which it is closed.</summary>
    public IReadOnlyList<int> ClosedOn { get; init; } = [];

    /// <summary>Days a customer waits between two bookings of it.</summary>
    public int? CooldownDays { get; init; }

    /// <summary>A customer may hold one open booking of it.</summary>
    public bool OnePerCustomer { get; init; }

    /// <summary>Members cannot cancel it themselves.</summary>
    public bool NoCancel { get; init; }

    public IReadOnlyList<AddonSeed> Addons { get; init; } = [];
}
