using Bff.Contracts.Answers;
using Orleans.Concurrency;

namespace Bff.Contracts.Surveys;

/// <summary>
/// One activation is one host name and the tenant behind it, found and absent kept apart, an error never kept.
/// Key: <see cref="Keys.StorefrontDomain"/>.
/// </summary>
[GrainInterfaceType("storefront")]
public interface IStorefrontGrain : IGrainWithStringKey
{
    /// <summary>The storefront under this host name; absent when none is registered. Source: v6 resolveStorefrontDomain.</summary>
    [AlwaysInterleave, Alias("get")]
    Task<Answer<Storefront>> GetAsync();
}
