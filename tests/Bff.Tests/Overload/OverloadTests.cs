using System.Net;
using Bff.Gateway.Overload;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;

namespace Bff.Tests.Overload;

/// <summary>A gateway that is asked for more than it takes on refuses the rest at once, and does what it has let in.</summary>
public sealed class OverloadTests
{
    private const int Places = 6;
    private const string Booking = "createGuestBooking";

    [Fact]
    public async Task At_five_times_its_capacity_all_that_is_let_in_is_done_once_and_the_rest_told_when_to_come_back()
    {
        // Arrange
        await using var bff = await StartAsync(("Gateway:Overload:MaxInFlight", $"{Places}"), ("Gateway:Overload:MaxInFlightPerTenant", $"{Places}"));
        var guest = new Guest(bff, bff.NewTenant());
        var slots = await guest.FindSlotsAsync();
        slots.Count.ShouldBeGreaterThan(Places);
        bff.V6.Fail(new FaultRule { OperationId = Booking, Tenant = guest.Tenant, Kind = FaultKind.Latency, DelayMs = 300 });

        // Act
        var replies = await Task.WhenAll(Enumerable.Range(0, Places * 5).Select(i => guest.TryBookAsync(slots[i % slots.Count])));

        // Assert
        var refused = replies.Where(reply => reply.Status == HttpStatusCode.ServiceUnavailable).ToArray();
        var done = replies.Except(refused).Count(reply => reply.Text.Contains("\"status\""));
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(reply => reply.Codes.Single() == "CLUSTER_UNAVAILABLE" && reply.Headers.Any(header => header == "Retry-After: 1" || header == "Retry-After: 2"));
        done.ShouldBePositive();
        bff.V6.Commits(Booking, guest.Tenant).ShouldBe(done);
        bff.V6.MostAtOnce(Booking, guest.Tenant).ShouldBeLessThanOrEqualTo(Places);
    }

    [Fact]
    public async Task What_is_refused_is_not_even_read_and_probes_pass()
    {
        await using var bff = await StartAsync(("Gateway:Overload:MaxInFlight", "1"), ("Gateway:Overload:MaxInFlightPerTenant", "1"));
        var tenant = bff.NewTenant();
        await using var inside = await HoldPlaceAsync(bff, tenant);

        var refused = await bff.Storefront(tenant).SendBodyAsync("no JSON at all");
        using var http = new HttpClient { BaseAddress = bff.AddressOf(0) };
        using var probe = await http.GetAsync("/health/live");

        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        probe.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_tenant_at_its_bound_is_refused_and_others_are_not()
    {
        await using var bff = await StartAsync(("Gateway:Overload:MaxInFlightPerTenant", "1"));
        var (busy, other) = (bff.NewTenant(), bff.NewTenant());
        await using (await HoldPlaceAsync(bff, busy))
        {
            var refused = await bff.Storefront(busy).SendAsync("{ __typename }");
            refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Codes.ShouldBe(["RATE_LIMITED"]);
            (await bff.Storefront(other).SendAsync("{ __typename }")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await bff.Storefront(busy).SendAsync("{ __typename }")).Status.ShouldBe(HttpStatusCode.OK, "the place is free again");
    }

    [Fact]
    public async Task An_open_subscription_holds_no_place()
    {
        await using var bff = await StartAsync(("Gateway:Overload:MaxInFlight", "1"), ("Gateway:Overload:MaxInFlightPerTenant", "1"));
        using var http = new HttpClient { BaseAddress = bff.AddressOf(0) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"subscription { sessionEnded { __typename } }"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("X-Company-Id", bff.NewTenant());
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var stream = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        var reply = await bff.Storefront(bff.NewTenant()).SendAsync("{ __typename }");

        stream.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        reply.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(10, 0, 1)]
    [InlineData(10, 11, 1)]
    [InlineData(10, 10, 0)]
    public void A_wrong_setting_is_named(int all, int tenant, int retryAfter)
    {
        var options = new OverloadOptions { MaxInFlight = all, MaxInFlightPerTenant = tenant, RetryAfterMs = retryAfter };
        List<System.ComponentModel.DataAnnotations.ValidationResult> problems = [];

        System.ComponentModel.DataAnnotations.Validator.TryValidateObject(options, new(options), problems, validateAllProperties: true).ShouldBeFalse();

        problems.SelectMany(problem => problem.MemberNames).ShouldBeSubsetOf([nameof(options.MaxInFlight), nameof(options.MaxInFlightPerTenant), nameof(options.RetryAfterMs)]);
    }

    private static Task<BffFixture> StartAsync(params (string Name, string Value)[] settings) => BffFixture.StartAsync(new BffSetup
    {
        Settings = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
    });

    // A request whose body does not end until it is let go.
    private static async Task<IAsyncDisposable> HoldPlaceAsync(BffFixture bff, string tenant)
    {
        var held = new HeldRequest(bff.AddressOf(0), tenant);
        await held.BeginAsync();
        return held;
    }
}
