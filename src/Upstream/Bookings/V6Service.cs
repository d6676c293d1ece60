using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Bookings;

/// <summary>A bookable service. Source: v6 BookingService.</summary>
internal sealed record V6Service(
    string Id,
    string Name,
    string? Description,
    string? Address,
    string? Type,
    int DurationMinutes,
    int Capacity,
    decimal Price,
    string? DisplayPrice,
    string? Currency,
    string? CoverImage,
    int SortOrder,
    bool RequiresStaff,
    bool RequiresResource,
    bool PaymentRequired,
    bool RequiresConfirmation,
    bool RequireLogin,
    int? AdvanceBookingDays,
    int? MinimumAdvanceBookingMinutes,
    int? MaxBookableTimeslots,
    string? CategoryId,
    string? CategoryName,
    ImmutableArray<V6ServiceAddon> Addons)
{
    /// <summary>Reads a service. One without id or price is unusable: a missing price must not read as free.</summary>
    public static V6Service? Read(V6Json json) =>
        json.Key("id") is not { } id || json.Decimal("price") is not { } price ? null : new(
            id,
            json.Text("name") ?? "",
            json.Text("description"),
            json.Text("address"),
            json.Text("type"),
            json.Int("durationMinutes") ?? 0,
            json.Int("capacity") ?? 1,
            price,
            json.Text("displayPrice"),
            json.Key("currency"),
            json.Text("coverImage"),
            json.Int("sortOrder") ?? 0,
            json.Flag("requiresStaff") ?? false,
            json.Flag("requiresResource") ?? false,
            json.Flag("paymentRequired") ?? false,
            json.Flag("requiresConfirmation") ?? false,
            json.Flag("requireLogin") ?? false,
            json.Int("advanceBookingDays"),

            // Not in the contract; read where it is sent.
            json.Int("minimumAdvanceBookingMinutes"),
            json.Int("maxBookableTimeslots"),
            json.Key("categoryId"),
            json.Text("categoryName"),
            json.Many("addons", V6ServiceAddon.Read));
}

/// <summary>An extra of a service. Source: v6 ServiceAddon.</summary>
internal sealed record V6ServiceAddon(string Id, string Name, string? Description, decimal Price, int DurationMinutes, string? ImageUrl)
{
    /// <summary>Reads an add-on; one without id or price is unusable.</summary>
    public static V6ServiceAddon? Read(V6Json json) =>
        json.Key("id") is not { } id || json.Decimal("price") is not { } price ? null : new(
            id,
            json.Text("name") ?? "",
            json.Text("description"),
            price,
            json.Int("durationMinutes") ?? 0,
            json.Text("productImageUrl"));
}

/// <summary>A person who performs services. Source: v6 StaffMember.</summary>
internal sealed record V6Staff(string Id, string Name)
{
    /// <summary>Reads either form (notes V16).</summary>
    public static V6Staff? Read(V6Json json) =>
        json.Key("memberId", "id") is { } id ? new(id, json.Text("memberName", "name") ?? "") : null;
}

/// <summary>A thing that bookings hold. Source: v6 BookableResource.</summary>
internal sealed record V6Resource(string Id, string Name, string? Type)
{
    /// <summary>Reads a resource; the short names are the SDK's of old, as with staff.</summary>
    public static V6Resource? Read(V6Json json) =>
        json.Key("resourceId", "id") is { } id ? new(id, json.Text("resourceName", "name") ?? "", json.Text("resourceType", "type")) : null;
}
