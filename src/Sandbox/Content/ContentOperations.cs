using Bff.Sandbox.Content.Events;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Content;

/// <summary>Published content, menus and events.</summary>
internal static class ContentOperations
{
    public static readonly Operation[] All =
    [
        Operation.Get("listCmsPages", "/cms/pages", Access.Public, CmsReads.Pages) with { Keep = Keep.Dataset },
        Operation.Get("getCmsPage", "/cms/pages/{slug}", Access.Public, CmsReads.Page) with { Keep = Keep.Dataset },
        Operation.Get("listCmsPosts", "/cms/posts", Access.Public, CmsReads.Posts) with
        {
            Keep = Keep.Dataset, Query = QueryShape.SearchAndPaging,
        },
        Operation.Get("getCmsPost", "/cms/posts/{slug}", Access.Public, CmsReads.Post) with { Keep = Keep.Tenant },
        Operation.Get("listCmsCategories", "/cms/categories", Access.Public, CmsReads.Categories) with { Keep = Keep.Dataset },
        Operation.Get("getMenu", "/cms/menus/{location}", Access.Public, MenuReads.Get) with { Keep = Keep.Dataset },
        .. EventOperations.All,
    ];
}
