using System.Net;
using System.Text.Json.Nodes;
using Bff.Sandbox.Content.Events;
using Bff.Sandbox.Faults;
using Bff.Tests.Sandbox.Auth;
using Bff.Tests.Sandbox.Bookings;

namespace Bff.Tests.Sandbox.Content;

public sealed class EventRegistrationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Path = "/event-registrations";

    [Fact]
    public async Task Seats_are_taken_from_the_next_date_until_it_is_full()
    {
        using var load = sandbox.For("load-00201");

        var first = await load.PostAsync(Path, Body("braiding-workshop", 2));
        var second = await load.PostAsync(Path, Body("evt-001", 4));
        var dates = (await load.GetAsync("/events/braiding-workshop")).Data["dates"]!.AsArray();

        ((string)first.Data["eventSlug"]!, (decimal)first.Data["totalAmount"]!).ShouldBe(("braiding-workshop", 640m));
        second.Status.ShouldBe(HttpStatusCode.Created);
        dates.Select(d => (int)d!["remainingQuota"]!).ShouldBe([0, 0, 5, 12]);
    }

    [Fact]
    public async Task Twenty_at_once_get_exactly_the_seats_there_are()
    {
        using var load = sandbox.For("load-00202");
        var commits = sandbox.World.Counters["createEventRegistration", "load-00202"];

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => load.PostAsync(Path, Body("members-evening", 1))));
        var sold = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            load.PostAsync(Path, Body("perfume-blending", 1).With("sessionId", "evt-006-s2"))));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Forbidden);
        sold.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(6);
        sold.Count(a => a.ErrorCode == "EVENT_FULL").ShouldBe(14);
        commits.Commits.ShouldBe(6);
    }

    [Theory]
    [InlineData("nothing", 1, HttpStatusCode.NotFound, "EVENT_NOT_FOUND")]
    [InlineData("wedding-makeup-masterclass", 1, HttpStatusCode.Conflict, "EVENT_FULL")]
    [InlineData("spring-market", 1, HttpStatusCode.Conflict, "EVENT_ENDED")]
    [InlineData("nail-art-for-two", 1, HttpStatusCode.Conflict, "EVENT_CANCELLED")]
    [InlineData("braiding-workshop", 5, HttpStatusCode.UnprocessableEntity, "QUANTITY_NOT_ALLOWED")]
    [InlineData("braiding-workshop", 0, HttpStatusCode.UnprocessableEntity, "QUANTITY_NOT_ALLOWED")]
    public async Task What_cannot_be_had_is_refused_with_its_reason(string item, int quantity, HttpStatusCode status, string code)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.PostAsync(Path, Body(item, quantity));

        (answer.Status, answer.ErrorCode).ShouldBe((status, code));
    }

    [Fact]
    public async Task One_customer_holds_no_more_tickets_than_the_merchant_allows()
    {
        using var load = sandbox.For("load-00203");

        var first = await load.PostAsync(Path, Body("skin-talk-online", 1).With("email", "a@example.com"));
        var again = await load.PostAsync(Path, Body("skin-talk-online", 1).With("email", "A@example.com"));
        var other = await load.PostAsync(Path, Body("skin-talk-online", 1).With("email", "b@example.com"));

        first.Data["paymentRequired"]!.GetValue<bool>().ShouldBeFalse();
        (again.Status, again.ErrorCode).ShouldBe((HttpStatusCode.Conflict, "TICKET_LIMIT_REACHED"));
        other.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("""{"name":"A"}""", "eventId")]
    [InlineData("""{"eventId":"evt-001"}""", "name")]
    [InlineData("""{"eventId":"evt-001","name":"A","email":"no"}""", "email")]
    [InlineData("""{"eventId":"evt-001","name":"A","quantity":"two"}""", "quantity")]
    public async Task A_malformed_field_is_named(string body, string field)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.PostTextAsync(Path, body);

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.BadRequest, "VALIDATION_ERROR"));
        answer.InvalidFields.ShouldBe([field]);
    }

    [Fact]
    public async Task The_same_key_is_answered_the_same_and_registers_once()
    {
        using var load = sandbox.For("load-00204");
        var body = Body("braiding-workshop", 1).ToJsonString();
        var key = ("Idempotency-Key", "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => load.SendAsync(HttpMethod.Post, Path, body, key)));
        var other = await load.SendAsync(HttpMethod.Post, Path, Body("braiding-workshop", 2).ToJsonString(), key);

        answers.Select(a => a.Text).Distinct().Count().ShouldBe(1);
        sandbox.World.Counters["createEventRegistration", "load-00204"].Commits.ShouldBe(1);
        (other.Status, other.ErrorCode).ShouldBe((HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED"));
    }

    [Fact]
    public async Task A_key_of_one_caller_means_nothing_to_another()
    {
        using var guest = sandbox.Salon();
        using var member = await sandbox.SalonAsync();
        var key = ("Idempotency-Key", "2f1c0d5e-0000-4000-8000-000000000001");
        var body = Body("free-scalp-check", 1).ToJsonString();

        var first = await guest.SendAsync(HttpMethod.Post, Path, body, key);
        var second = await member.SendAsync(HttpMethod.Post, Path, body, key);

        ((string)second.Data["id"]!).ShouldNotBe((string)first.Data["id"]!);
        second.Data.AsObject().ContainsKey("guestRegistrationToken").ShouldBeFalse();
    }

    [Theory]
    [InlineData(FaultKind.Race, 2)]
    [InlineData(FaultKind.RaceConflict, 1)]
    internal async Task A_race_sells_the_last_seat_twice_or_tells_the_loser(FaultKind kind, int sold)
    {
        var tenant = kind == FaultKind.Race ? "load-00205" : "load-00206";
        using var load = sandbox.For(tenant);
        await load.PostAsync(Path, Last(5));
        sandbox.World.Faults.Set(
            [new FaultRule { OperationId = "createEventRegistration", Tenant = tenant, Kind = kind, Parties = 2, DelayMs = 10_000 }]);

        var answers = await Task.WhenAll(load.PostAsync(Path, Last(1)), load.PostAsync(Path, Last(1)));
        sandbox.World.Faults.Clear();

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(sold);
        answers.Where(a => a.Status != HttpStatusCode.Created).ShouldAllBe(a => a.ErrorCode == "EVENT_FULL");
        sandbox.World.Tenants.Find(tenant)!.Part(EventBook.Create).Registrations.Count.ShouldBe(1 + sold);
    }

    private static JsonObject Body(string item, int quantity) => new() { ["eventId"] = item, ["name"] = "Guest", ["quantity"] = quantity };

    private static JsonObject Last(int quantity) => Body("perfume-blending", quantity).With("sessionId", "evt-006-s2");
}
