using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Surveys;

internal sealed class SurveysApi(UpstreamClient client) : ISurveysApi
{
    public Task<Fetched<V6Storefront>> ResolveDomainAsync(StorefrontDomain domain, CancellationToken cancellationToken)
    {
        var call = new V6Call(V6Operations.ResolveStorefrontDomain, null) { Query = [("domain", domain.Value)] };
        return client.ReadAsync(call, V6Storefront.Read, cancellationToken);
    }
}
