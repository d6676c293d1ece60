using Bff.Contracts.Keys;

namespace Bff.Tests.Keys;

public sealed class KeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("a%2fb")]
    [InlineData("a\r\nHost: evil")]
    [InlineData("a@host")]
    [InlineData("a b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("中文")]
    public void An_id_that_means_something_in_a_path_or_a_key_is_refused(string text)
    {
        EntityId.TryParse(text, out _).ShouldBeFalse();
        TenantId.TryParse(text, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("關於我們")]
    [InlineData("über-uns")]
    [InlineData("about-us")]
    public void A_slug_may_have_letters_of_every_script(string text) => Slug.Parse(text).Value.ShouldBe(text);

    [Theory]
    [InlineData("localhost")]
    [InlineData("shop.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("salon.example:443")]
    [InlineData("-a.example")]
    [InlineData("a..example")]
    [InlineData("a.example/x")]
    public void What_is_no_registrable_host_name_is_no_storefront(string text) => StorefrontDomain.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_storefront_domain_is_compared_without_case() =>
        StorefrontDomain.Parse("Salon.Example").ShouldBe(StorefrontDomain.Parse("salon.example"));

    [Fact]
    public void A_slot_day_key_survives_its_own_text()
    {
        var key = new SlotDayKey(TenantId.Parse("salon-hk"), EntityId.Parse("svc-001"), new DateOnly(2026, 11, 23));

        SlotDayKey.Parse(key.ToString()).ShouldBe(key);
        key.ToString().ShouldBe("salon-hk/svc-001/2026-11-23");
    }
}
