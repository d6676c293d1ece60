using System.Collections.Immutable;
using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Catalog;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Grains.Caching;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;
using Bff.Upstream.Http;
using Bff.Upstream.Operations;

namespace Bff.Grains.Bookings;

[GrainType("service-catalog")]
internal sealed class ServiceCatalogGrain(IGrainContext context, OwnerCaches caches, TenantDirectory tenants, IBookingsApi v6) : OwnerGrain(caches.For(TenantId.Parse(context.GrainId.Key.ToString()!))), IServiceCatalogGrain
{
    private readonly TenantId tenant = TenantId.Parse(context.GrainId.Key.ToString()!);

    private string Currency => tenants.SettingsOf(tenant).Currency;

    public Task<Answer<CatalogPage<Service>>> GetPageAsync(CatalogPageRequest request) =>
        Cache.GetAsync(
            V6Operations.ListServices,
            CacheKey.List(CacheAreas.Services, request.Number, request.Search),
            async cancellation =>
            {
                var page = await v6.ListServicesAsync(tenant, new V6PageQuery(request.Number, CatalogPageRequest.PageSize, request.Search), cancellation);
                return page.Select(found => found.ToCatalogPage(request.Number, service => service.ToService(Currency)));
            });

    public Task<Answer<Service>> GetServiceAsync(EntityId service) =>
        Cache.GetAsync(
            V6Operations.GetService,
            CacheKey.One(CacheAreas.Services, service),
            async cancellation => (await v6.GetServiceAsync(tenant, service, cancellation)).Select(found => found.ToService(Currency)));

    public Task<Answer<ItemList<StaffMember>>> GetStaffAsync(EntityId service) =>
        Cache.GetAsync(
            V6Operations.ListServiceStaff,
            CacheKey.One(CacheAreas.ServiceStaff, service),
            async cancellation => (await v6.ListStaffAsync(tenant, service, cancellation)).Select(found => found.ToItemList(ServiceMapping.ToStaffMember)));

    public async Task<ImmutableArray<Answer<ItemList<StaffMember>>>> GetStaffOfAllAsync(ImmutableArray<EntityId> services) =>
        [.. await Task.WhenAll(services.Select(GetStaffAsync))];

    public Task<Answer<ItemList<BookableResource>>> GetResourcesAsync(EntityId service) =>
        Cache.GetAsync(
            V6Operations.ListServiceResources,
            CacheKey.One(CacheAreas.ServiceResources, service),
            async cancellation => (await v6.ListResourcesAsync(tenant, service, cancellation)).Select(found => found.ToItemList(ServiceMapping.ToResource)));

    public async Task<ImmutableArray<Answer<ItemList<BookableResource>>>> GetResourcesOfAllAsync(ImmutableArray<EntityId> services) =>
        [.. await Task.WhenAll(services.Select(GetResourcesAsync))];
}
