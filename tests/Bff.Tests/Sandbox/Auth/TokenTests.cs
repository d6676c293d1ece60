using System.Net;
using System.Net.Http.Json;

namespace Bff.Tests.Sandbox.Auth;

public sealed class TokenTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ0b2stMDAwMDAwMDEifQ.AAAA")]
    public async Task A_missing_or_forged_token_is_refused_before_ids_and_body_are_looked_at(string? token)
    {
        using var salon = sandbox.Salon();
        salon.Token = token;

        var answer = await salon.PostTextAsync("/bookings/bkg-999999/reschedule", "{}");

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.Unauthorized, "UNAUTHORIZED"));
    }

    [Fact]
    public async Task A_token_of_another_company_is_forbidden()
    {
        using var salon = await sandbox.SalonAsync();
        using var yoga = sandbox.Yoga();
        yoga.Token = salon.Token;

        (await yoga.GetAsync("/bookings")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await yoga.GetAsync("/gifts/offers")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await yoga.GetAsync("/services")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_ends_with_its_time()
    {
        using var salon = await sandbox.SalonAsync();
        var before = await salon.PostAsync("/auth/validate-token");

        sandbox.World.Clock.Advance(TimeSpan.FromSeconds(3600));

        ((bool)before.Data["valid"]!).ShouldBeTrue();
        (await salon.PostAsync("/auth/validate-token")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await salon.PostAsync("/auth/refresh")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Of_many_refreshes_of_one_token_one_wins_and_the_old_token_is_dead()
    {
        using var salon = await sandbox.SalonAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => salon.PostAsync("/auth/refresh")));
        var winner = answers.Single(a => a.Status == HttpStatusCode.OK);

        answers.Count(a => a.Status == HttpStatusCode.Unauthorized).ShouldBe(19);
        (await salon.GetAsync("/bookings")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        salon.Token = (string)winner.Data["accessToken"]!;
        (await salon.GetAsync("/bookings")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Logout_ends_the_token()
    {
        using var salon = await sandbox.SalonAsync();

        var answer = await salon.PostAsync("/auth/logout");

        ((bool)answer.Data["loggedOut"]!).ShouldBeTrue();
        (await salon.GetAsync("/bookings")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_admin_revokes_all_tokens_of_a_member()
    {
        using var admin = sandbox.Admin();
        using var first = await sandbox.SalonAsync();
        using var second = await sandbox.SalonAsync();
        using var other = await sandbox.SalonAsync(SignIn.SalonSilver);
        var uuid = (string)(await first.PostAsync("/auth/validate-token")).Data["memberUuid"]!;

        await admin.PostAsJsonAsync("/admin/revoke", new { tenant = "salon-hk", memberUuid = uuid });

        (await first.GetAsync("/bookings")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await second.GetAsync("/bookings")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await other.GetAsync("/bookings")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_on_a_public_operation_is_noted_as_a_violation()
    {
        using var salon = await sandbox.SalonAsync();

        await salon.GetAsync("/services/svc-002/resources");

        sandbox.World.Violations.Counts.Keys.ShouldContain(v => v.Kind == "tokenOnPublicOperation" && v.Subject == "listServiceResources");
    }
}
