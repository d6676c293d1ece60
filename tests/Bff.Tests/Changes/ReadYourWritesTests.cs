using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Changes;

/// <summary>
/// Two silos, two gateways whose copies live for a minute, and notices that come half a second late: whoever has changed something sees
/// it everywhere at once all the same.
/// </summary>
public sealed class ReadYourWritesTests : IAsyncLifetime
{
    private const int Buyers = 50;
    private const int Each = 20;

    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        Silos = 2,
        Gateways = 2,
        Settings = new Dictionary<string, string?>
        {
            ["Changes:CollectFor"] = "00:00:00.500",
            ["Gateway:NearCache:FreshSeconds"] = "60",
        },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_thousand_changes_through_one_gateway_are_seen_through_the_other_by_who_made_them(bool bySession)
    {
        var before = bff.V6.Commits("createOrder");
        var stale = new List<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Buyers), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            var buyer = bySession ? await MemberAsync() : new Buyer(bff, bff.NewTenant());
            await buyer.ChooseAsync(Each, gateways: 2);
            for (var i = 0; i < Each; i++)
            {
                await buyer.BuyAsync(gateway: i % 2);
                var seen = await buyer.ReadAsync(gateway: (i + 1) % 2);
                lock (stale)
                {
                    stale.AddRange(seen == (buyer.Left, buyer.Left) ? [] : [$"{seen} instead of {buyer.Left} (buyer {number}, purchase {i})"]);
                }
            }
        });

        stale.ShouldBeEmpty();
        (bff.V6.Commits("createOrder") - before).ShouldBe(Buyers * Each);
    }

    // Its session alone tells what it has changed.
    private async Task<Buyer> MemberAsync()
    {
        var device = await Device.SignedInAsync(bff, bearer: true);
        return new Buyer(bff, device.Tenant, [("Authorization", $"Bearer {device.Bearer}")]) { KeepsFence = false };
    }
}
