using System.Collections.Immutable;
using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Catalog;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Bookings;

/// <summary>The questions that the booking fields ask, each of the one grain that owns the answer.</summary>
internal readonly struct BookingReads(GraphContext request)
{
    public ValueTask<Answer<CatalogPage<Service>>> PageAsync(CatalogPageRequest page) => request.NearAsync(
        CacheKey.List(CacheAreas.Services, page.Number, page.Search), page, static (IServiceCatalogGrain owner, CatalogPageRequest page) => owner.GetPageAsync(page));

    public ValueTask<Answer<Service>> ServiceAsync(EntityId service) => request.NearAsync(
        CacheKey.One(CacheAreas.Services, service), service, static (IServiceCatalogGrain owner, EntityId service) => owner.GetServiceAsync(service));

    public ValueTask<Answer<ItemList<StaffMember>>> StaffAsync(EntityId service) => request.NearTogetherAsync(
        CacheKey.One(CacheAreas.ServiceStaff, service), service, static (IServiceCatalogGrain owner, ImmutableArray<EntityId> services) => owner.GetStaffOfAllAsync(services));

    public ValueTask<Answer<ItemList<BookableResource>>> ResourcesAsync(EntityId service) => request.NearTogetherAsync(
        CacheKey.One(CacheAreas.ServiceResources, service),
        service,
        static (IServiceCatalogGrain owner, ImmutableArray<EntityId> services) => owner.GetResourcesOfAllAsync(services));

    /// <summary>Of no copy: what is free changes by the second.</summary>
    public ValueTask<Answer<SlotDay>> SlotsAsync(EntityId service, DateOnly day, SlotQuery query) => new(SlotDay(service, day).GetSlotsAsync(query));

    private ISlotDayGrain SlotDay(EntityId service, DateOnly day) =>
        request.Grains.GetGrain<ISlotDayGrain>(new SlotDayKey(request.Tenant, service, day).ToString());
}

internal static class BookingReadsExtensions
{
    public static BookingReads Bookings(this GraphContext request) => new(request);
}
