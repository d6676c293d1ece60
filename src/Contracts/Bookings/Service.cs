using System.Collections.Immutable;
using Bff.Contracts.Answers;

namespace Bff.Contracts.Bookings;

/// <summary>A bookable service. Source: v6 BookingService.</summary>
/// <param name="Id">Service id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Description">Longer text; may hold HTML as the merchant wrote it.</param>
/// <param name="Address">Where it takes place, when set.</param>
/// <param name="Type">Kind of service; open set.</param>
/// <param name="DurationMinutes">Length of the visit without add-ons, in minutes.</param>
/// <param name="Capacity">People one slot can take.</param>
/// <param name="Price">List price.</param>
/// <param name="DisplayPrice">Ready-made label that replaces the formatted price when present.</param>
/// <param name="CoverImage">Cover picture, a URL.</param>
/// <param name="SortOrder">Ascending display position.</param>
/// <param name="RequiresStaff">A staff member must be chosen before booking.</param>
/// <param name="RequiresResource">A resource must be chosen before booking.</param>
/// <param name="PaymentRequired">The booking has to be paid online.</param>
/// <param name="RequiresConfirmation">A new booking starts as pending.</param>
/// <param name="RequireLogin">Only signed-in customers may book.</param>
/// <param name="AdvanceBookingDays">How many days ahead a slot may be taken; null means no limit here.</param>
/// <param name="MaxBookableTimeslots">Most slots one booking may cover; null means no limit here.</param>
/// <param name="CategoryId">Category id.</param>
/// <param name="CategoryName">Category display name.</param>
/// <param name="Addons">Extras; v6 sends them on the single-service read only.</param>
/// <param name="MinimumAdvanceBookingMinutes">How long before its start a slot may still be taken, in minutes; null when v6 did not say.</param>
[GenerateSerializer, Immutable, Alias("bff.service")]
public sealed record Service(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Description,
    [property: Id(3)] string? Address,
    [property: Id(4)] string? Type,
    [property: Id(5)] int DurationMinutes,
    [property: Id(6)] int Capacity,
    [property: Id(7)] Money Price,
    [property: Id(8)] string? DisplayPrice,
    [property: Id(9)] string? CoverImage,
    [property: Id(10)] int SortOrder,
    [property: Id(11)] bool RequiresStaff,
    [property: Id(12)] bool RequiresResource,
    [property: Id(13)] bool PaymentRequired,
    [property: Id(14)] bool RequiresConfirmation,
    [property: Id(15)] bool RequireLogin,
    [property: Id(16)] int? AdvanceBookingDays,
    [property: Id(17)] int? MaxBookableTimeslots,
    [property: Id(18)] string? CategoryId,
    [property: Id(19)] string? CategoryName,
    [property: Id(20)] ImmutableArray<ServiceAddon> Addons,
    [property: Id(21)] int? MinimumAdvanceBookingMinutes = null);

/// <summary>Extra that can be bought with a service. Source: v6 ServiceAddon.</summary>
/// <param name="Id">Add-on id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Description">Longer text.</param>
/// <param name="Price">Price in the service's currency.</param>
/// <param name="DurationMinutes">Time it adds to the visit, in minutes.</param>
/// <param name="Image">Picture, a URL.</param>
[GenerateSerializer, Immutable, Alias("bff.service-addon")]
public sealed record ServiceAddon(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Description,
    [property: Id(3)] Money Price,
    [property: Id(4)] int DurationMinutes,
    [property: Id(5)] string? Image);

/// <summary>Person who can perform a service. Source: v6 StaffMember.</summary>
/// <param name="Id">Value to use as <c>staffId</c>.</param>
/// <param name="Name">Display name.</param>
[GenerateSerializer, Immutable, Alias("bff.staff-member")]
public sealed record StaffMember([property: Id(0)] string Id, [property: Id(1)] string Name);

/// <summary>Room, device or other thing that a booking can hold. Source: v6 BookableResource.</summary>
/// <param name="Id">Value to use as <c>resourceId</c>.</param>
/// <param name="Name">Display name.</param>
/// <param name="Type">Kind of resource; open set.</param>
[GenerateSerializer, Immutable, Alias("bff.bookable-resource")]
public sealed record BookableResource([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string? Type);
