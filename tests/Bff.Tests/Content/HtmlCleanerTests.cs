using Bff.Grains.Content;

namespace Bff.Tests.Content;

public sealed class HtmlCleanerTests
{
    [Theory]
    [InlineData("Tea & cake", "Tea &amp; cake")]
    [InlineData("<p>Open <b>daily</b><br>9&ndash;18</p>", "<p>Open <b>daily</b><br>9–18</p>")]
    [InlineData("<a href=\"https://example.com/a?b=1\" title=\"t\">go</a>", "<a href=\"https://example.com/a?b=1\" title=\"t\">go</a>")]
    [InlineData("<a href=\"/shop\">shop</a>", "<a href=\"/shop\">shop</a>")]
    [InlineData("<p>unclosed", "<p>unclosed</p>")]
    public void What_a_merchant_writes_stays(string html, string clean) => HtmlCleaner.Clean(html).ShouldBe(clean);

    [Theory]
    [InlineData("<script>alert(1)</script>ok", "ok")]
    [InlineData("<img src=x onerror=alert(1)>", "<img src=\"x\">")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"jav&#x09;ascript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">", "<img>")]
    [InlineData("<svg><script>alert(1)</script></svg>x", "x")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "")]
    [InlineData("<iframe src=\"https://example.com\"></iframe>x", "x")]
    [InlineData("<form action=\"https://evil.example\"><input name=card></form>x", "x")]
    [InlineData("<p id=\"login\" class=\"modal\" style=\"position:fixed\">x</p>", "<p>x</p>")]
    [InlineData("<!--[if IE]><script>alert(1)</script><![endif]-->x", "x")]
    [InlineData("<a href=\"https://example.com\" target=\"opener\">x</a>", "<a href=\"https://example.com\" target=\"_blank\" rel=\"noopener noreferrer\">x</a>")]
    public void What_runs_loads_or_reaches_into_the_page_goes(string html, string clean) => HtmlCleaner.Clean(html).ShouldBe(clean);

    [Fact]
    public void Cleaning_twice_changes_nothing()
    {
        const string Html = "<p>a<b>b<i>c</b>d</i> &lt;script&gt; <table><tr><td>x<div>y</table></p><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">";

        var once = HtmlCleaner.Clean(Html);

        HtmlCleaner.Clean(once).ShouldBe(once);
    }

    public static TheoryData<string> Bombs =>
    [
        string.Concat(Enumerable.Repeat("<div>", 30_000)),
        string.Concat(Enumerable.Range(0, 300).Select(i => $"<b a={i}>")) + string.Concat(Enumerable.Repeat("<p>", 20_000)),
        "<a " + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"x{i} ")) + ">",
        string.Concat(Enumerable.Repeat("<table><td>", 5_000)),
        new string('<', 100_000),
        string.Concat(Enumerable.Repeat("&", 150_000)),
        "<p>" + new string('x', 300_000),
    ];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Markup_made_to_exhaust_a_parser_comes_out_harmless(string bomb)
    {
        var clean = HtmlCleaner.Clean(bomb);

        clean.Length.ShouldBeLessThan(bomb.Length * 6);
        clean.ShouldNotContain("<div><div>");
    }
}
