using Bff.Contracts.Bookings;
using Bff.Contracts.Catalog;
using Bff.Contracts.Content;
using Bff.Tests.Fixture;

namespace Bff.Tests.Cluster;

/// <summary>Owners whose silo leaves take along what they keep. Asked past the gateways' copies: grains themselves must know it.</summary>
public sealed class WarmMoveTests
{
    private const int Tenants = 12;
    private static readonly Dictionary<string, string> Reads = new() { ["service-catalog"] = "listServices", ["content"] = "listCmsPages" };

    [Fact]
    public async Task After_a_silo_has_left_v6_is_not_asked_again_for_what_its_owners_kept()
    {
        await using var bff = await BffFixture.StartAsync(new BffSetup { Silos = 2 });
        var tenants = Enumerable.Range(0, Tenants).Select(_ => bff.NewTenant()).ToArray();
        await ReadAsync(bff, tenants);
        var owned = (await bff.Cluster.Client.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics())
            .Where(grain => Reads.ContainsKey(grain.GrainId.Type.ToString()!))
            .GroupBy(grain => grain.SiloAddress)
            .MaxBy(owner => owner.Count())!;

        await bff.Cluster.StopSiloAsync(bff.Cluster.Silos.Single(silo => silo.SiloAddress.Equals(owned.Key)));
        await ReadAsync(bff, tenants);

        // Owners elsewhere, of which the leaving silo knew the place, begin anew: Orleans' directory forgets them.
        var all = tenants.Sum(tenant => Reads.Values.Sum(read => bff.V6.Calls(read, tenant)));
        TestContext.Current.TestOutputHelper!.WriteLine($"{owned.Count()} owners moved; {all - (Tenants * Reads.Count)} of the others began anew");
        owned.Count().ShouldBeGreaterThanOrEqualTo(Tenants);
        owned.Select(grain => bff.V6.Calls(Reads[grain.GrainId.Type.ToString()!], grain.GrainId.Key.ToString()!)).ShouldAllBe(calls => calls == 1);
    }

    private static async Task ReadAsync(BffFixture bff, string[] tenants)
    {
        foreach (var tenant in tenants)
        {
            (await bff.Cluster.Client.GetGrain<IServiceCatalogGrain>(tenant).GetPageAsync(new CatalogPageRequest(1, null))).IsFound.ShouldBeTrue();
            (await bff.Cluster.Client.GetGrain<IContentGrain>(tenant).GetPagesAsync()).IsFound.ShouldBeTrue();
        }
    }
}
