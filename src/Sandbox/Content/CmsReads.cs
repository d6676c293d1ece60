using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Content;

/// <summary>Pages, posts and their categories.</summary>
internal static class CmsReads
{
    public static Reply Pages(Call call)
    {
        var catalog = Catalog(call);
        return Reply.List(catalog.Pages.Select(page => CmsJson.Summary(page, catalog)));
    }

    public static Reply Page(Call call)
    {
        var catalog = Catalog(call);
        return catalog.Page(call.Id) is { } page ? Reply.Ok(CmsJson.Detail(page, catalog)) : Reply.NotFound();
    }

    public static Reply Posts(Call call)
    {
        var catalog = Catalog(call);
        var found = SearchWords.Of(call).Filter(catalog.Posts, post => $"{post.Seed.Title} {post.Seed.Excerpt}");
        return Reply.Page(call, found, post => CmsJson.Summary(post, catalog));
    }

    public static Reply Post(Call call)
    {
        var catalog = Catalog(call);
        return catalog.Post(call.Id) is { } post ? Reply.Ok(CmsJson.Detail(post, catalog, call.Tenant.Id)) : Reply.NotFound();
    }

    public static Reply Categories(Call call) => Reply.List(Catalog(call).Categories.Select(CmsJson.Category));

    public static CmsCatalog Catalog(Call call) => call.Tenant.Data.Part(data => CmsCatalog.Load(data, call.Now));
}
