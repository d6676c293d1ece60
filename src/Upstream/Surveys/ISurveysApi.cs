using Bff.Contracts.Answers;
using Bff.Contracts.Keys;

namespace Bff.Upstream.Surveys;

/// <summary>Surveys, storefront domains and the contact form of v6.</summary>
internal interface ISurveysApi
{
    /// <summary>The tenant behind a host name; absent when none is registered. Source: v6 resolveStorefrontDomain.</summary>
    Task<Fetched<V6Storefront>> ResolveDomainAsync(StorefrontDomain domain, CancellationToken cancellationToken = default);
}
