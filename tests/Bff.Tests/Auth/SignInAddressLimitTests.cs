namespace Bff.Tests.Auth;

/// <summary>All tests call from one address: here it has an allowance of its own.</summary>
public sealed class SignInAddressLimitTests(SignInAddressLimitTests.OneAddress system) : IClassFixture<SignInAddressLimitTests.OneAddress>
{
    [Fact]
    public async Task One_address_gets_no_more_codes_and_tries_by_changing_tenant_phone_gateway_or_a_header_about_itself()
    {
        var tenants = Enumerable.Range(0, 12).Select(_ => system.Bff.NewTenant()).ToArray();

        foreach (var (tenant, i) in tenants.Select((tenant, i) => (tenant, i)))
        {
            var reply = await system.Bff.Storefront(tenant, i % 2).SendAsync(
                $$"""
                mutation {
                  ask: requestOtp(input: { phone: "{{Device.NewPhone()}}" }) { errors { __typename } }
                  try: verifyOtp(input: { phone: "{{Device.NewPhone()}}", code: "123456" }) { errors { __typename } }
                }
                """,
                null,
                ("X-Forwarded-For", $"198.51.100.{i}"),
                ("Forwarded", $"for=198.51.100.{i}"));
            reply.Text.Contains("RateLimitedError", StringComparison.Ordinal).ShouldBe(i >= 5, reply.Text);
        }

        tenants.Sum(tenant => system.Bff.V6.Calls("requestOtp", tenant)).ShouldBe(5);
        tenants.Sum(tenant => system.Bff.V6.Calls("verifyOtp", tenant)).ShouldBe(7);
    }

    public sealed class OneAddress : TimedBff
    {
        protected override Dictionary<string, string?> Settings => new()
        {
            ["Auth:Limits:CodesPerAddress"] = "5",
            ["Auth:Limits:TriesPerAddress"] = "7",
            ["Auth:Limits:Within"] = "1.00:00:00",
            ["Auth:Limits:AnswerStep"] = "00:00:00",
        };
    }
}
