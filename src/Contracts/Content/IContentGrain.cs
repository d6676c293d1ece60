using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;
using Bff.Contracts.Keys;
using Orleans.Concurrency;

namespace Bff.Contracts.Content;

/// <summary>
/// One activation is the published content of one tenant: the one owner of its cached copies in the cluster. Key: <see cref="TenantId"/>.
/// </summary>
[GrainInterfaceType("content")]
public interface IContentGrain : IGrainWithStringKey
{
    /// <summary>All pages, without their blocks. Source: v6 listCmsPages.</summary>
    [AlwaysInterleave, Alias("pages")]
    Task<Answer<ItemList<CmsPage>>> GetPagesAsync();

    /// <summary>One page with its blocks; absent when there is none. Source: v6 getCmsPage.</summary>
    [AlwaysInterleave, Alias("page")]
    Task<Answer<CmsPage>> GetPageAsync(Slug page);

    /// <summary>A page of the posts, without their content. Source: v6 listCmsPosts.</summary>
    [AlwaysInterleave, Alias("posts")]
    Task<Answer<CatalogPage<CmsPost>>> GetPostsAsync(CatalogPageRequest request);

    /// <summary>One post with its content; absent when there is none. Source: v6 getCmsPost.</summary>
    [AlwaysInterleave, Alias("post")]
    Task<Answer<CmsPost>> GetPostAsync(Slug post);

    /// <summary>Categories of posts. Source: v6 listCmsCategories.</summary>
    [AlwaysInterleave, Alias("categories")]
    Task<Answer<ItemList<PostCategory>>> GetCategoriesAsync();

    /// <summary>The menu of a place of the site; absent when there is none. Source: v6 getMenu.</summary>
    [AlwaysInterleave, Alias("menu")]
    Task<Answer<Menu>> GetMenuAsync(Slug location);
}
