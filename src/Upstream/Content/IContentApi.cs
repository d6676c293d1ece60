using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;

namespace Bff.Upstream.Content;

/// <summary>Pages, posts, menus and events of v6.</summary>
internal interface IContentApi
{
    /// <summary>Published pages, without their content. Source: v6 listCmsPages.</summary>
    Task<Fetched<V6Page<V6CmsPageSummary>>> ListPagesAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>A page. Source: v6 getCmsPage.</summary>
    Task<Fetched<V6CmsPage>> GetPageAsync(TenantId tenant, Slug page, CancellationToken cancellationToken = default);

    /// <summary>A page of posts, without their content. Source: v6 listCmsPosts.</summary>
    Task<Fetched<V6Page<V6CmsPostSummary>>> ListPostsAsync(TenantId tenant, V6PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>A post. Source: v6 getCmsPost.</summary>
    Task<Fetched<V6CmsPost>> GetPostAsync(TenantId tenant, Slug post, CancellationToken cancellationToken = default);

    /// <summary>Categories of posts. Source: v6 listCmsCategories.</summary>
    Task<Fetched<V6Page<V6CmsCategory>>> ListCategoriesAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>The menu for one place of the site. Source: v6 getMenu.</summary>
    Task<Fetched<V6Menu>> GetMenuAsync(TenantId tenant, Slug location, CancellationToken cancellationToken = default);

    /// <summary>A page of events; a token may change prices and availability. Source: v6 listEvents.</summary>
    Task<Fetched<V6Page<V6Event>>> ListEventsAsync(
        TenantId tenant, CustomerToken? token, V6PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>An event; a token may change prices and availability. Source: v6 getEvent.</summary>
    Task<Fetched<V6Event>> GetEventAsync(
        TenantId tenant, CustomerToken? token, Slug slug, CancellationToken cancellationToken = default);

    /// <summary>Takes seats. Source: v6 createEventRegistration.</summary>
    /// <param name="tenant">Merchant.</param>
    /// <param name="token">Customer, if one is signed in.</param>
    /// <param name="request">The seats.</param>
    /// <param name="idempotencyKey">New for each registration, the same for a repetition of it (notes V24).</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    Task<Sent<V6EventRegistration>> RegisterAsync(
        TenantId tenant,
        CustomerToken? token,
        V6EventRegistrationRequest request,
        Guid idempotencyKey,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Begins the payment of a registration. A guest's registration token goes in place of a customer's (notes Q8).
    /// Source: v6 createEventPaymentIntent.
    /// </summary>
    Task<Sent<V6EventPaymentIntent>> CreatePaymentIntentAsync(
        TenantId tenant,
        CustomerToken? token,
        EntityId registration,
        V6EventPaymentRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Whether a registration opens the door; never kept. Source: v6 getEventAccess.</summary>
    Task<Fetched<V6EventAccess>> GetAccessAsync(
        TenantId tenant, CustomerToken? token, EntityId registration, CancellationToken cancellationToken = default);
}
