using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;
using Bff.Upstream.Json;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Content;

internal sealed class ContentApi(UpstreamClient client) : IContentApi
{
    public Task<Fetched<V6Page<V6CmsPageSummary>>> ListPagesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListCmsPages.Of(tenant), V6CmsPageSummary.Read, null, cancellationToken);

    public Task<Fetched<V6CmsPage>> GetPageAsync(TenantId tenant, Slug page, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetCmsPage.Of(tenant, page.Value), V6CmsPage.Read, cancellationToken);

    public Task<Fetched<V6Page<V6CmsPostSummary>>> ListPostsAsync(TenantId tenant, V6PageQuery page, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListCmsPosts.Of(tenant).WithPage(page), V6CmsPostSummary.Read, page.Size, cancellationToken);

    public Task<Fetched<V6CmsPost>> GetPostAsync(TenantId tenant, Slug post, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetCmsPost.Of(tenant, post.Value), V6CmsPost.Read, cancellationToken);

    public Task<Fetched<V6Page<V6CmsCategory>>> ListCategoriesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListCmsCategories.Of(tenant), V6CmsCategory.Read, null, cancellationToken);

    public Task<Fetched<V6Menu>> GetMenuAsync(TenantId tenant, Slug location, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetMenu.Of(tenant, location.Value), V6Menu.Read, cancellationToken);

    public Task<Fetched<V6Page<V6Event>>> ListEventsAsync(
        TenantId tenant, CustomerToken? token, V6PageQuery page, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListEvents.Of(tenant).As(token).WithPage(page), V6Event.Read, page.Size, cancellationToken);

    public Task<Fetched<V6Event>> GetEventAsync(TenantId tenant, CustomerToken? token, Slug slug, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetEvent.Of(tenant, slug.Value).As(token), V6Event.Read, cancellationToken);

    public Task<Sent<V6EventRegistration>> RegisterAsync(
        TenantId tenant,
        CustomerToken? token,
        V6EventRegistrationRequest request,
        Guid idempotencyKey,
        CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(request, V6RequestJson.Default.V6EventRegistrationRequest);
        var call = V6Operations.CreateEventRegistration.Of(tenant).As(token).With(body) with { IdempotencyKey = idempotencyKey };
        return client.SendAsync(call, V6EventRegistration.Read, cancellationToken);
    }

    public Task<Sent<V6EventPaymentIntent>> CreatePaymentIntentAsync(
        TenantId tenant, CustomerToken? token, EntityId registration, V6EventPaymentRequest request, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(request, V6RequestJson.Default.V6EventPaymentRequest);
        var call = V6Operations.CreateEventPaymentIntent.Of(tenant, registration.Value).As(token).With(body);
        return client.SendAsync(call, V6EventPaymentIntent.Read, cancellationToken);
    }

    public Task<Fetched<V6EventAccess>> GetAccessAsync(
        TenantId tenant, CustomerToken? token, EntityId registration, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetEventAccess.Of(tenant, registration.Value).As(token), V6EventAccess.Read, cancellationToken);
}
