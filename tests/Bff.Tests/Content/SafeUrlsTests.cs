using Bff.Grains.Content;

namespace Bff.Tests.Content;

public sealed class SafeUrlsTests
{
    [Theory]
    [InlineData("https://cdn.example/a.jpg")]
    [InlineData("HTTP://cdn.example/a.jpg")]
    [InlineData("/media/a.jpg?w=1#x")]
    [InlineData("media/a:b.jpg")]
    public void A_source_is_on_the_web_or_on_the_site(string url) => SafeUrls.Source(url).ShouldBe(url);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example/x")]
    [InlineData("https:\\\\evil.example")]
    [InlineData("https:evil")]
    [InlineData("https://")]
    [InlineData("mailto:a@example.com")]
    [InlineData("file:///etc/passwd")]
    public void Anything_else_is_no_source(string? url) => SafeUrls.Source(url).ShouldBeNull();

    [Theory]
    [InlineData("#prices")]
    [InlineData("mailto:a@example.com")]
    [InlineData("tel:+85291234567")]
    [InlineData("/book")]
    public void A_link_may_also_lead_to_a_place_a_mailbox_or_a_phone(string url) => SafeUrls.Link(url).ShouldBe(url);

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("/local")]
    [InlineData("javascript:alert(1)")]
    public void A_frame_takes_https_alone(string url)
    {
        SafeUrls.Frame(url).ShouldBeNull();
        SafeUrls.Frame("https://player.example/1").ShouldNotBeNull();
    }
}
