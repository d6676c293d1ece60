using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Bookings;

/// <summary>The catalogue: listServices, getService, listServiceStaff, listServiceResources.</summary>
internal static class ServiceReads
{
    public static Reply List(Call call)
    {
        var catalog = Catalog(call);
        var found = SearchWords.Of(call).Filter(catalog.Services, service => service.Seed.Name);
        return Reply.Page(call, found, service => ServiceJson.Summary(service, catalog, call.Tenant.Profile));
    }

    public static Reply Get(Call call) =>
        With(call, (catalog, service) => Reply.Ok(ServiceJson.Detail(service, catalog, call.Tenant.Profile)));

    public static Reply Staff(Call call) => With(call, (catalog, service) => Reply.List(
        service.Seed.Staff.Select(id => new JsonObject { ["memberId"] = id, ["memberName"] = catalog.Staff[id].Name })));

    public static Reply Resources(Call call) => With(call, (catalog, service) => Reply.List(
        service.Seed.Resources.Select(id => catalog.Resources[id]).Select(resource => new JsonObject
        {
            ["resourceId"] = resource.Id,
            ["resourceName"] = resource.Name,
            ["resourceType"] = resource.Type,
        })));

    public static ServiceCatalog Catalog(Call call) => call.Tenant.Data.Part(ServiceCatalog.Load);

    private static Reply With(Call call, Func<ServiceCatalog, Service, Reply> answer)
    {
        var catalog = Catalog(call);
        return catalog.Find(call.Id) is { } service ? answer(catalog, service) : Reply.NotFound();
    }
}
