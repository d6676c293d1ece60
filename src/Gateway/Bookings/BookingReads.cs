using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Catalog;
using Bff.Contracts.Keys;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Bookings;

/// <summary>The questions that the booking fields ask, each of the one grain that owns the answer.</summary>
internal readonly struct BookingReads(GraphContext request)
{
    public ValueTask<Answer<CatalogPage<Service>>> PageAsync(CatalogPageRequest page) => new(Catalog.GetPageAsync(page));

    public ValueTask<Answer<Service>> ServiceAsync(EntityId service) => new(Catalog.GetServiceAsync(service));

    public ValueTask<Answer<ItemList<StaffMember>>> StaffAsync(EntityId service) => new(Catalog.GetStaffAsync(service));

    public ValueTask<Answer<ItemList<BookableResource>>> ResourcesAsync(EntityId service) => new(Catalog.GetResourcesAsync(service));

    public ValueTask<Answer<SlotDay>> SlotsAsync(EntityId service, DateOnly day, SlotQuery query) => new(SlotDay(service, day).GetSlotsAsync(query));

    private IServiceCatalogGrain Catalog => request.Grains.GetGrain<IServiceCatalogGrain>(request.Tenant.Value);

    private ISlotDayGrain SlotDay(EntityId service, DateOnly day) =>
        request.Grains.GetGrain<ISlotDayGrain>(new SlotDayKey(request.Tenant, service, day).ToString());
}

internal static class BookingReadsExtensions
{
    public static BookingReads Bookings(this GraphContext request) => new(request);
}
