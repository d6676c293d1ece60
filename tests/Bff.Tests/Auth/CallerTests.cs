using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth;

namespace Bff.Tests.Auth;

public sealed class CallerTests
{
    private static readonly CustomerKey Customer = new(TenantId.Parse("salon-hk"), EntityId.Parse("00000000-0000-4000-8000-000000000001"));
    private static readonly CustomerToken Token = CustomerToken.Parse("CANARY-TOKEN.a.b");

    [Fact]
    public void A_customer_key_survives_its_own_text() => CustomerKey.Parse(Customer.ToString()).ShouldBe(Customer);

    [Theory]
    [InlineData("")]
    [InlineData("salon-hk")]
    [InlineData("salon-hk/a/b")]
    [InlineData("/a")]
    [InlineData("salon-hk/")]
    public void What_is_no_customer_key_is_refused(string text) => CustomerKey.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Nothing_about_a_caller_prints_its_token_or_its_customer()
    {
        var caller = Caller.Of(Customer, new TokenCredential(Token));
        var verdict = CredentialVerdict.Valid(Customer, null);
        var texts = string.Join('|', caller, caller.Customer, caller.Customer!.Credential, Token, TokenResult.Found(Token), verdict);

        texts.ShouldNotContain("CANARY");
        texts.ShouldNotContain(Customer.Customer.Value);
    }

    [Fact]
    public void The_key_of_a_token_differs_by_tenant_and_does_not_hold_it()
    {
        var key = Token.KeyAt(Customer.Tenant);

        key.ShouldStartWith("salon-hk/");
        key.ShouldNotContain("CANARY");
        key[9..].ShouldNotBe(Token.KeyAt(TenantId.Parse("yoga-berlin"))[12..]);
    }
}
