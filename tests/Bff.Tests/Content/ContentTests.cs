using System.Text.Json;
using Bff.Tests.Fixture;

namespace Bff.Tests.Content;

public sealed class ContentTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Blocks = """
        blocks {
          __typename
          ... on HeadingBlock { id level text anchor }
          ... on ParagraphBlock { html }
          ... on ImageBlock { url alt caption width height }
          ... on ListBlock { ordered items { html } }
          ... on QuoteBlock { html cite }
          ... on CodeBlock { lang code }
          ... on HtmlBlock { html }
          ... on CalloutBlock { tone title body }
          ... on GalleryBlock { layout images { url alt caption } }
          ... on EmbedBlock { provider url aspectRatio }
          ... on YoutubeBlock { videoId title startSeconds aspectRatio }
          ... on FileBlock { url name mimeType sizeBytes icon }
          ... on CtaBlock { label href style openInNewTab }
          ... on ProductBlock { slug layout }
          ... on FaqBlock { title items { id question answer } }
          ... on AccordionBlock { semantic items { id title body } }
          ... on ColumnsBlock { stackBelow align columns { span blocks { __typename ... on ParagraphBlock { html } } } }
          ... on UnknownBlock { type data version }
        }
        """;

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_page_comes_with_its_blocks_by_kind()
    {
        var data = await bff.Storefront(bff.NewTenant()).QueryAsync($$"""{ page(slug: "home") { slug title status visibility publishedAt tags { name } {{Blocks}} } }""");

        var page = data.GetProperty("page");
        page.GetProperty("status").GetString().ShouldBe("PUBLISHED");
        var kinds = page.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("__typename").GetString()).ToList();
        kinds.ShouldBe(["HeadingBlock", "ParagraphBlock", "ImageBlock", "CtaBlock", "ColumnsBlock", "ProductBlock"]);
        page.GetProperty("blocks")[1].GetProperty("html").GetString()!.ShouldContain("<strong>好好休息</strong>");
        page.GetProperty("blocks")[4].GetProperty("columns")[0].GetProperty("blocks").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Every_page_and_post_of_the_sample_can_be_shown_with_all_kinds_of_blocks_in_one_selection()
    {
        foreach (var tenant in new[] { "salon-hk", "yoga-berlin" })
        {
            var list = await bff.Storefront(tenant).QueryAsync("{ pages { slug blocks { __typename } } posts(first: 100) { nodes { slug seoTitle } } }");
            list.GetProperty("pages").EnumerateArray().ShouldAllBe(page => page.GetProperty("blocks").ValueKind == JsonValueKind.Null);
            foreach (var page in list.GetProperty("pages").EnumerateArray())
            {
                var shown = await bff.Storefront(tenant).QueryAsync($$"""query($slug: String!) { page(slug: $slug) { {{Blocks}} } }""", new { slug = page.GetProperty("slug").GetString() });
                shown.GetProperty("page").GetProperty("blocks").ValueKind.ShouldBe(JsonValueKind.Array);
            }

            var post = list.GetProperty("posts").GetProperty("nodes")[0].GetProperty("slug").GetString();
            var one = await bff.Storefront(tenant).QueryAsync($$"""query($slug: String!) { post(slug: $slug) { title meta categories { slug } {{Blocks}} } }""", new { slug = post });
            one.GetProperty("post").GetProperty("blocks").ValueKind.ShouldBe(JsonValueKind.Array);
        }
    }

    [Fact]
    public async Task A_home_page_asks_v6_once_for_each_thing_and_then_not_again()
    {
        const string Home = """
            { header: menu(location: "header") { items { label url children { label url } } } footer: menu(location: "footer") { items { label url } }
              page(slug: "home") { title } posts(first: 3) { nodes { title } totalCount } postCategories { id name slug } pages { slug } }
            """;
        var tenant = bff.NewTenant();

        var first = await bff.Storefront(tenant).QueryAsync(Home);
        var second = await bff.Storefront(tenant).QueryAsync(Home);

        first.GetProperty("header").GetProperty("items").GetArrayLength().ShouldBePositive();
        first.GetProperty("footer").GetProperty("items").GetArrayLength().ShouldBePositive();
        second.GetRawText().ShouldBe(first.GetRawText());
        bff.V6.AllCalls(tenant).ShouldBe(6);
    }

    [Fact]
    public async Task Paging_through_the_posts_gives_each_once()
    {
        var tenant = bff.NewTenant();
        List<string> ids = [];
        string? cursor = null;
        do
        {
            var data = await bff.Storefront(tenant).QueryAsync(
                "query($after: String) { posts(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }", new { after = cursor });
            ids.AddRange(data.GetProperty("posts").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            var info = data.GetProperty("posts").GetProperty("pageInfo");
            cursor = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (cursor is not null);

        ids.Count.ShouldBeGreaterThan(2);
        ids.ShouldBeUnique();
        bff.V6.Calls("listCmsPosts", tenant).ShouldBe(1);
    }

    [Fact]
    public async Task What_does_not_exist_is_null_without_an_error()
    {
        var reply = await bff.Storefront(bff.NewTenant()).SendAsync(
            """{ page(slug: "no-such-page") { id } post(slug: "no-such-post") { id } menu(location: "cellar") { name } event(slug: "no-such-event") { id } survey(slug: "no-such-survey") { id } }""");

        reply.Errors.ShouldBeEmpty(reply.Text);
        reply.Data.EnumerateObject().ShouldAllBe(field => field.Value.ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Content_outlives_an_outage_of_v6()
    {
        var clock = new ShiftableTime();
        await using var own = await BffFixture.StartAsync(new BffSetup { CacheTime = clock });
        var tenant = own.NewTenant();
        var before = await own.Storefront(tenant).QueryAsync("""{ page(slug: "home") { title } menu(location: "header") { items { label } } }""");

        clock.Advance(TimeSpan.FromHours(1));
        own.V6.GoDown();
        var during = await own.Storefront(tenant).QueryAsync("""{ page(slug: "home") { title } menu(location: "header") { items { label } } }""");

        during.GetRawText().ShouldBe(before.GetRawText());
    }
}
