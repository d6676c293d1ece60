using Bff.Contracts.Bookings;
using Bff.Contracts.Changes;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Connections;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

/// <summary>What can be read of bookings without signing in.</summary>
internal static class BookingQueries
{
    private static readonly TimeSpan CatalogMaxAge = TimeSpan.FromMinutes(1);

    public static void AddBookingQueries(this ObjectGraphType query)
    {
        query.AddConnection<ServiceType, Service>(
                "services",
                "The bookable services, in v6's order; search looks at names. Source: v6 listServices.",
                service => service.Id,
                request => request.Bookings().PageAsync)
            .PublicFor(CatalogMaxAge)
            .Reads(CacheAreas.Services);
        query.Field<ServiceType, Service>("service")
            .Description("One service with its add-ons; null when there is none. Source: v6 getService.")
            .Argument<NonNullGraphType<IdGraphType>>("id", "Service id.")
            .PublicFor(CatalogMaxAge)
            .Reads(CacheAreas.Services)
            .Answers(c => c.Request().Bookings().ServiceAsync(c.GetId("id")));
    }
}
