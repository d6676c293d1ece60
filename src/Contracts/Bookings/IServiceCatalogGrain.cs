using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Keys;
using Orleans.Concurrency;

namespace Bff.Contracts.Bookings;

/// <summary>
/// One activation is the service catalog of one tenant: the one owner of its cached copies in the cluster.
/// Key: <see cref="TenantId"/>.
/// </summary>
[GrainInterfaceType("service-catalog")]
public interface IServiceCatalogGrain : IGrainWithStringKey
{
    /// <summary>A page of the catalog. Source: v6 listServices.</summary>
    [AlwaysInterleave, Alias("page")]
    Task<Answer<CatalogPage<Service>>> GetPageAsync(CatalogPageRequest request);

    /// <summary>One service with its add-ons; absent when there is none. Source: v6 getService.</summary>
    [AlwaysInterleave, Alias("service")]
    Task<Answer<Service>> GetServiceAsync(EntityId service);

    /// <summary>People who can perform the service. Source: v6 listServiceStaff.</summary>
    [AlwaysInterleave, Alias("staff")]
    Task<Answer<ItemList<StaffMember>>> GetStaffAsync(EntityId service);

    /// <summary>As <see cref="GetStaffAsync"/> for each of the services, in their order. A list of services asks once.</summary>
    [AlwaysInterleave, Alias("staff-of-all")]
    Task<ImmutableArray<Answer<ItemList<StaffMember>>>> GetStaffOfAllAsync(ImmutableArray<EntityId> services);

    /// <summary>Rooms and devices that a booking of the service can hold. Source: v6 listServiceResources.</summary>
    [AlwaysInterleave, Alias("resources")]
    Task<Answer<ItemList<BookableResource>>> GetResourcesAsync(EntityId service);

    /// <summary>As <see cref="GetResourcesAsync"/> for each of the services, in their order.</summary>
    [AlwaysInterleave, Alias("resources-of-all")]
    Task<ImmutableArray<Answer<ItemList<BookableResource>>>> GetResourcesOfAllAsync(ImmutableArray<EntityId> services);
}
