using System.Text.Json.Nodes;

namespace Bff.Sandbox.Content.Events;

/// <summary>The events of a tenant's sample data, as its JSON file has them.</summary>
internal sealed record EventSeeds(IReadOnlyList<EventSeed> Events);

/// <summary>An event. Its id follows from its place in the file.</summary>
internal sealed record EventSeed
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? Introduction { get; init; }

    public string? Content { get; init; }

    /// <summary>Structured page text in the contract's form; some events have none.</summary>
    public JsonObject? Presentation { get; init; }

    public required decimal Price { get; init; }

    public decimal? DiscountedPrice { get; init; }

    public decimal? EarlyBirdPrice { get; init; }

    /// <summary>Days from the start of the sandbox to the end of the early-bird price.</summary>
    public int EarlyBirdDays { get; init; }

    /// <summary>What signed-in members pay.</summary>
    public decimal? MemberPrice { get; init; }

    /// <summary>What members of some tiers pay instead, by the tier's id.</summary>
    public IReadOnlyDictionary<string, decimal> TierPrices { get; init; } = new Dictionary<string, decimal>();

    public string? Venue { get; init; }

    public string? VenueAddress { get; init; }

    public bool ShowsSeats { get; init; } = true;

    /// <summary>Most tickets per registration; null leaves it out of the answer, and 10 counts.</summary>
    public int? PerOrder { get; init; }

    public int? PerMember { get; init; }

    /// <summary>in_person, online or hybrid; null leaves it out of the answer, and in_person counts.</summary>
    public string? Mode { get; init; }

    /// <summary>Link that opens shortly before an online session.</summary>
    public string? AccessUrl { get; init; }

    public string? AccessInstructions { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>Seats are for signed-in members: guests see them as not available.</summary>
    public bool MembersOnly { get; init; }

    public IReadOnlyList<SessionSeed> Sessions { get; init; } = [];
}

/// <summary>One date of an event.</summary>
internal sealed record SessionSeed
{
    /// <summary>Days from the day the sandbox started, in the tenant's time zone; negative for the past.</summary>
    public required int InDays { get; init; }

    /// <summary>Wall-clock time, HH:MM.</summary>
    public string At { get; init; } = "10:00";

    /// <summary>Length; null for a session without an end.</summary>
    public int? Minutes { get; init; } = 120;

    public bool AllDay { get; init; }

    /// <summary>Seats; null for no limit.</summary>
    public int? Quota { get; init; }

    /// <summary>Seats taken from the start.</summary>
    public int Taken { get; init; }

    /// <summary>A session without an id cannot be booked.</summary>
    public bool NoId { get; init; }
}
