using System.Text.Json;
using Bff.Contracts.Auth;
using Bff.Contracts.Catalog;
using Bff.Contracts.Content;
using Bff.Contracts.Keys;
using Bff.Tests.Fixture;

namespace Bff.Tests.Content;

public sealed class EventTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Workshop = "braiding-workshop";

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task Events_come_with_prices_states_and_seats_from_one_v6_call()
    {
        var tenant = bff.NewTenant();

        var data = await bff.Storefront(tenant).QueryAsync(
            """
            { events(first: 50) { totalCount nodes { slug status statusText price { amount currency } regularPrice { amount } pricingSource deliveryMode
              introduction image dates { id startTime endTime allDay remainingQuota isExpired isFull available } publicPresentation { highlights { title } faq { answer } } } } }
            """);

        var events = data.GetProperty("events").GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("slug").GetString()!);
        events[Workshop].GetProperty("status").GetString().ShouldBe("UPCOMING");
        events["spring-market"].GetProperty("status").GetString().ShouldBe("PAST");
        events["nail-art-for-two"].GetProperty("dates").EnumerateArray().ShouldAllBe(date => !date.GetProperty("available").GetBoolean());
        events[Workshop].GetProperty("price").GetProperty("currency").GetString().ShouldBe("HKD");
        bff.V6.AllCalls(tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_without_id_or_seats_cannot_be_taken()
    {
        var data = await bff.Storefront(bff.NewTenant()).QueryAsync(
            """{ full: event(slug: "wedding-makeup-masterclass") { dates { isFull available } } nameless: event(slug: "perfume-blending") { dates { id available } } }""");

        data.GetProperty("full").GetProperty("dates")[0].GetProperty("isFull").GetBoolean().ShouldBeTrue();
        data.GetProperty("full").GetProperty("dates")[0].GetProperty("available").GetBoolean().ShouldBeFalse();
        var nameless = data.GetProperty("nameless").GetProperty("dates").EnumerateArray().Single(date => date.GetProperty("id").ValueKind == JsonValueKind.Null);
        nameless.GetProperty("available").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_member_sees_its_own_price_and_nobody_else_does()
    {
        var tenant = bff.NewTenant();
        var member = bff.V6.Member(tenant);

        var before = await PriceForEverybodyAsync(tenant);
        var own = await Customer(member).GetEventAsync(new CustomerEventRequest(member, Slug.Parse(Workshop)));
        var list = await Customer(member).GetPageAsync(new CustomerEventPageRequest(member, new CatalogPageRequest(1, null)));
        var after = await PriceForEverybodyAsync(tenant);

        own.Value!.Price.Amount.ShouldBe(300);
        list.Value!.Items.Single(item => item.Slug == Workshop).Price.Amount.ShouldBe(300);
        before.ShouldBeGreaterThan(300);
        after.ShouldBe(before);
        bff.V6.Calls("getEvent", tenant).ShouldBe(2);
    }

    [Fact]
    public async Task A_new_activation_distrusts_what_customers_kept_before_it_and_then_lets_them_keep()
    {
        var tenant = bff.NewTenant();
        var member = bff.V6.Member(tenant);
        var everybody = bff.Cluster.Client.GetGrain<IEventCatalogGrain>(tenant);

        var mark = await everybody.GetChangedAtAsync();
        var first = await Customer(member).GetEventAsync(new CustomerEventRequest(member, Slug.Parse(Workshop)));
        var second = await Customer(member).GetEventAsync(new CustomerEventRequest(member, Slug.Parse(Workshop)));

        mark.ShouldBePositive();
        first.Version.ShouldBeGreaterThanOrEqualTo(mark);
        second.Version.ShouldBe(first.Version);
        bff.V6.Calls("getEvent", tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_member_s_grain_refuses_anybody_else()
    {
        var tenant = bff.NewTenant();
        var (one, other) = (bff.V6.Member(tenant, 1), bff.V6.Member(tenant, 2));

        await Should.ThrowAsync<ArgumentException>(() => Customer(one).GetEventAsync(new CustomerEventRequest(other, Slug.Parse(Workshop))));

        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Fact]
    public async Task A_registration_makes_the_seats_stale_in_every_scope()
    {
        var tenant = bff.NewTenant();
        var members = new[] { bff.V6.Member(tenant, 1), bff.V6.Member(tenant, 2) };
        var everybody = bff.Cluster.Client.GetGrain<IEventCatalogGrain>(tenant);
        var slug = Slug.Parse(Workshop);
        var seats = await everybody.GetEventAsync(slug);
        var ownSeats = await Task.WhenAll(members.Select(member => Customer(member).GetEventAsync(new CustomerEventRequest(member, slug))));

        var made = await everybody.RegisterAsync(new EventRegistrationRequest(members[0], slug, "Ada", null, null, 2, Guid.NewGuid()));
        var after = await everybody.GetEventAsync(slug);
        var ownAfter = await Task.WhenAll(members.Select(member => Customer(member).GetEventAsync(new CustomerEventRequest(member, slug))));

        made.IsDone.ShouldBeTrue();
        Left(after.Value!).ShouldBe(Left(seats.Value!) - 2);
        ownAfter.Select(answer => Left(answer.Value!)).ShouldBe(ownSeats.Select(answer => Left(answer.Value!) - 2));
    }

    private ICustomerEventsGrain Customer(Caller member) =>
        bff.Cluster.Client.GetGrain<ICustomerEventsGrain>(member.Customer!.Key.ToString());

    private static int Left(Event source) => source.Sessions.Sum(session => session.RemainingQuota ?? 0);

    private async Task<decimal> PriceForEverybodyAsync(string tenant)
    {
        var data = await bff.Storefront(tenant).QueryAsync("query($slug: String!) { event(slug: $slug) { price { amount } } }", new { slug = Workshop });
        return decimal.Parse(data.GetProperty("event").GetProperty("price").GetProperty("amount").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
    }
}
