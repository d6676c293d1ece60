using System.Net;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Auth;

public sealed class SignUpTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Who_signs_up_can_sign_in_by_code()
    {
        using var salon = sandbox.Salon();
        var registered = await salon.PostAsync("/auth/register", new JsonObject { ["name"] = "Ivy", ["phone"] = "+85291239999" });

        var token = await sandbox.TokenAsync(salon, "salon-hk", "phone", "+85291239999");
        salon.Token = token;
        var valid = await salon.PostAsync("/auth/validate-token");

        (registered.Status, registered.Data["token"]).ShouldBe((HttpStatusCode.Created, null));
        ((string)valid.Data["memberUuid"]!).ShouldBe((string)registered.Data["member"]!["uuid"]!);
    }

    [Fact]
    public async Task Where_the_merchant_wants_it_a_new_member_is_signed_in_at_once()
    {
        using var yoga = sandbox.Yoga();

        var registered = await yoga.PostAsync("/auth/register", new JsonObject { ["name"] = "Mia", ["email"] = "mia@example.com" });
        yoga.Token = (string)registered.Data["token"]!;

        (await yoga.GetAsync("/bookings")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_phone_or_address_in_use_is_a_conflict()
    {
        using var salon = sandbox.Salon();

        var answer = await salon.PostAsync("/auth/register", new JsonObject { ["name"] = "X", ["email"] = SignIn.SalonGoldEmail });

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.Conflict, "CONFLICT"));
    }
}
