using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Upstream.Bookings;

namespace Bff.Grains.Bookings;

/// <summary>Where the oddities of v6's services stop.</summary>
internal static class ServiceMapping
{
    /// <param name="service">As v6 sent it.</param>
    /// <param name="tenantCurrency">Used where v6 left the currency out.</param>
    public static Service ToService(this V6Service service, string tenantCurrency)
    {
        var currency = service.Currency ?? tenantCurrency;
        return new Service(
            service.Id,
            service.Name,
            service.Description,
            service.Address,
            service.Type,
            service.DurationMinutes,
            service.Capacity,
            new Money(service.Price, currency),
            service.DisplayPrice,
            service.CoverImage,
            service.SortOrder,
            service.RequiresStaff,
            service.RequiresResource,
            service.PaymentRequired,
            service.RequiresConfirmation,
            service.RequireLogin,
            service.AdvanceBookingDays,
            service.MaxBookableTimeslots,
            service.CategoryId,
            service.CategoryName,
            [.. service.Addons.Select(addon => addon.ToAddon(currency))],
            service.MinimumAdvanceBookingMinutes);
    }

    public static StaffMember ToStaffMember(V6Staff staff) => new(staff.Id, staff.Name);

    public static BookableResource ToResource(V6Resource resource) => new(resource.Id, resource.Name, resource.Type);

    private static ServiceAddon ToAddon(this V6ServiceAddon addon, string currency) =>
        new(addon.Id, addon.Name, addon.Description, new Money(addon.Price, currency), addon.DurationMinutes, addon.ImageUrl);
}
