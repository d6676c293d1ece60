using System.Buffers.Text;
using System.Text;
using Bff.Contracts.Answers;
using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>Clients that sign in at v6 by themselves and bring its token.</summary>
public sealed class OwnTokenTests(TimedBff system) : IClassFixture<TimedBff>
{
    private readonly BffFixture _bff = system.Bff;

    [Fact]
    public async Task A_v6_token_is_validated_once_for_all_requests_of_a_few_seconds()
    {
        var (client, member) = NewClient();

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => client.SendAsync("{ me { id name phone } session { id expiresAt } }", i % 2)));

        replies.ShouldAllBe(reply => reply.Data.GetProperty("me").GetProperty("id").GetString() == member);
        _bff.V6.Calls("validateToken", client.Tenant).ShouldBe(1);
        replies[0].Text.ShouldNotContain(client.Bearer!);
    }

    [Fact]
    public async Task A_token_revoked_at_v6_is_refused_when_the_verdict_is_over()
    {
        var (client, member) = NewClient();
        (await client.IsSignedInAsync()).ShouldBeTrue();
        _bff.V6.RevokeTokens(client.Tenant, member);

        system.PassTime(TimeSpan.FromSeconds(11));

        await Eventually.BecomesAsync(async () => !await client.IsSignedInAsync(), "the token is refused");
        _bff.V6.Calls("validateToken", client.Tenant).ShouldBe(2);
    }

    [Fact]
    public async Task A_token_of_another_tenant_is_refused()
    {
        var (client, _) = NewClient();

        var reply = await client.SendAsync("{ me { id } }", atTenant: _bff.NewTenant());

        reply.Codes.ShouldBe([ErrorCodes.Unauthenticated]);
    }

    [Fact]
    public async Task What_cannot_be_a_good_token_is_no_question_to_v6()
    {
        var tenant = _bff.NewTenant();
        var expired = $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""{"exp":1000000000}"""))}.c2ln";

        foreach (var token in new[] { expired, "a.b.c", "e30.bm8.c2ln", ".." })
        {
            var reply = await new Device(_bff, tenant, Device.NewPhone()) { Bearer = token }.SendAsync("{ me { id } }");
            reply.Codes.ShouldBe([ErrorCodes.Unauthenticated], token);
        }

        _bff.V6.Calls("validateToken", tenant).ShouldBe(0);
    }

    [Fact]
    public async Task A_forged_token_is_asked_about_once()
    {
        var (client, _) = NewClient();
        client.Bearer = client.Bearer![..^3] + "AAA";

        for (var i = 0; i < 20; i++)
        {
            (await client.IsSignedInAsync(i % 2)).ShouldBeFalse();
        }

        _bff.V6.Calls("validateToken", client.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task While_v6_is_down_the_answer_is_a_failure_and_neither_a_yes_nor_a_no()
    {
        var (client, _) = NewClient();
        _bff.V6.GoDown();

        var reply = await client.SendAsync("{ me { id } }");
        _bff.V6.Recover();

        reply.Errors[0].GetProperty("extensions").GetProperty("retryable").GetBoolean().ShouldBeTrue(reply.Text);
        await Eventually.BecomesAsync(() => client.IsSignedInAsync(), "the token is accepted again");
    }

    [Fact]
    public async Task Logout_ends_the_token_at_v6()
    {
        var (client, _) = NewClient();

        await client.SendAsync("mutation { logout { loggedOut errors { __typename } } }");

        _bff.V6.Commits("logout", client.Tenant).ShouldBe(1);
        await Eventually.BecomesAsync(async () => !await client.IsSignedInAsync(1), "the token is refused");
    }

    private (Device Client, string Member) NewClient()
    {
        var (tenant, phone) = (_bff.NewTenant(), Device.NewPhone());
        var member = _bff.V6.AddMember(tenant, phone);
        return (new Device(_bff, tenant, phone) { Bearer = _bff.V6.IssueToken(tenant, member) }, member);
    }
}
