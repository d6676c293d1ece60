using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Shop;

/// <summary>What is filtered from kept pages is no fresher than they are, however it is kept itself.</summary>
public sealed class FilterFreshnessTests(ShiftedBff shared) : IClassFixture<ShiftedBff>
{
    private const string Plain = "{ products(first: 100) { totalCount } }";
    private const string Featured = "{ products(first: 100, featured: true) { totalCount } }";

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_filter_over_pages_that_are_nearly_over_is_over_with_them()
    {
        var tenant = bff.NewTenant();
        await VerdictAsync(tenant, Plain);
        shared.Advance(TimeSpan.FromSeconds(30));
        await VerdictAsync(tenant, Featured);
        var early = bff.V6.Calls("listProducts", tenant);

        // The pages' minute is over, the filter's own would not be.
        shared.Advance(TimeSpan.FromSeconds(31));
        await VerdictAsync(tenant, Featured);

        (early, bff.V6.Calls("listProducts", tenant)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task During_an_outage_it_is_stale_each_time_and_afterwards_new()
    {
        var tenant = bff.NewTenant();
        await VerdictAsync(tenant, Featured);
        bff.V6.GoDown();
        shared.Advance(TimeSpan.FromMinutes(30));
        List<string> verdicts = [];
        for (var i = 0; i < 3; i++)
        {
            verdicts.Add(await VerdictAsync(tenant, Featured));
            shared.Advance(TimeSpan.FromSeconds(2));
        }

        var during = bff.V6.Calls("listProducts", tenant);
        bff.V6.Recover();
        shared.Advance(TimeSpan.FromSeconds(30));

        // Whoever waits long for v6 is given what is stale once more.
        await Eventually.BecomesAsync(async () => await VerdictAsync(tenant, Featured) != "stale", "what is new is served");

        verdicts.ShouldAllBe(verdict => verdict == "stale");
        (during, bff.V6.Calls("listProducts", tenant)).ShouldBe((1, 2));
    }

    private async Task<string> VerdictAsync(string tenant, string document)
    {
        var reply = await bff.Storefront(tenant).SendAsync(document);
        reply.Errors.ShouldBeEmpty(reply.Text);
        reply.Data.GetProperty("products").GetProperty("totalCount").GetInt32().ShouldBePositive();
        return reply.Headers.Single(header => header.StartsWith("Bff-Cache: ", StringComparison.Ordinal))["Bff-Cache: ".Length..];
    }
}
