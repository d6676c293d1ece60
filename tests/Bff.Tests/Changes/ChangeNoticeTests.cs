using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Changes;

/// <summary>What reaches those who did not make a change. Copies live for a minute here and notices come late, so that each is told from the other.</summary>
public sealed class ChangeNoticeTests : IAsyncLifetime
{
    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        Silos = 2,
        Gateways = 2,
        Settings = new Dictionary<string, string?>
        {
            ["Changes:CollectFor"] = "00:00:05",
            ["Gateway:NearCache:FreshSeconds"] = "60",
        },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task The_gateway_that_sent_it_knows_at_once_and_the_other_when_the_notice_comes()
    {
        var buyer = new Buyer(bff, bff.NewTenant()) { KeepsFence = false };
        await buyer.ChooseAsync(2, gateways: 2);

        await buyer.BuyAsync(gateway: 0);
        var own = await buyer.ReadAsync(gateway: 0);
        var other = await buyer.ReadAsync(gateway: 1);
        await Eventually.BecomesAsync(async () => await buyer.ReadAsync(gateway: 1) == (buyer.Left, buyer.Left), "the notice");

        own.ShouldBe((buyer.Left, buyer.Left));
        other.ShouldBe((buyer.Left + 1, buyer.Left + 1));
    }

    [Fact]
    public async Task A_copy_spares_the_owner_and_a_change_of_one_tenant_leaves_the_others_alone()
    {
        var (bought, idle) = (new Buyer(bff, bff.NewTenant()), bff.NewTenant());
        await bought.ChooseAsync(1, gateways: 1);
        await bff.Storefront(idle).QueryAsync("{ products { nodes { id } } }");
        var before = bff.V6.AllCalls(idle);

        await bought.BuyAsync(gateway: 0);
        for (var i = 0; i < 10; i++)
        {
            await bff.Storefront(idle).QueryAsync("{ products { nodes { id name } } }");
        }

        bff.V6.AllCalls(idle).ShouldBe(before);
    }
}
