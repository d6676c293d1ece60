using System.Globalization;
using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Bookings;

/// <summary>Services in the contract's form.</summary>
internal static class ServiceJson
{
    public static JsonObject Summary(Service service, ServiceCatalog catalog, TenantProfile tenant)
    {
        var seed = service.Seed;
        return new JsonObject
        {
            ["id"] = service.Id,
            ["name"] = seed.Name,
            ["description"] = seed.Description,
            ["address"] = seed.Address,
            ["type"] = seed.Type,
            ["durationMinutes"] = seed.Minutes,
            ["capacity"] = seed.Capacity,
            ["price"] = Money(seed.Price),
            ["displayPrice"] = seed.DisplayPrice,
            ["currency"] = tenant.Currency,
            ["coverImage"] = $"https://images.example/{catalog.Name}/{service.Id}.jpg",
            ["sortOrder"] = service.Order,
            ["requiresStaff"] = service.RequiresStaff,
            ["requiresResource"] = service.RequiresResource,
            ["paymentRequired"] = seed.Payment,
            ["requiresConfirmation"] = seed.Confirm,
            ["requireLogin"] = seed.Login,
            ["advanceBookingDays"] = seed.AdvanceDays,
            ["maxBookableTimeslots"] = seed.MaxSlots,
            ["categoryId"] = seed.Category,
            ["categoryName"] = seed.Category is { } id ? catalog.Categories[id].Name : null,
        };
    }

    public static JsonObject Detail(Service service, ServiceCatalog catalog, TenantProfile tenant)
    {
        var json = Summary(service, catalog, tenant);
        json["addons"] = Reply.Array(service.Seed.Addons.Select((addon, i) => Addon(service, addon, i + 1)));
        return json;
    }

    public static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static JsonObject Addon(Service service, AddonSeed addon, int number) => new()
    {
        ["id"] = $"{service.Id}-addon-{number}",
        ["name"] = addon.Name,
        ["description"] = addon.Description,
        ["price"] = Money(addon.Price),
        ["durationMinutes"] = addon.Minutes,
        ["productImageUrl"] = null,
    };
}
