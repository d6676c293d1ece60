using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Changes;

internal static class NearReads
{
    /// <summary>Asks the owner of the tenant what everybody may know, or this gateway's copy of its answer. The lambda must be static.</summary>
    /// <param name="request">The request; its fence counts.</param>
    /// <param name="key">The question, under the same area and arguments as its owner keeps it.</param>
    /// <param name="argument">What the owner is asked with.</param>
    /// <param name="ask">Asks it.</param>
    /// <exception cref="InvalidOperationException">
    /// The operation's fields do not declare the area, so that a kept reply would not be dropped with it: a defect of the schema.
    /// </exception>
    public static ValueTask<Answer<T>> NearAsync<TGrain, TArgument, T>(
        this GraphContext request, CacheKey key, TArgument argument, Func<TGrain, TArgument, Task<Answer<T>>> ask)
        where TGrain : IGrainWithStringKey
        where T : class
    {
        if (request.Areas is { } areas && !areas.Contains(key.Area))
        {
            throw new InvalidOperationException($"A field reads {key.Area} without declaring it.");
        }

        return request.Services.GetRequiredService<NearCopies>().GetAsync(
            request.Tenant, key, request.Fence.Current, new OwnerQuestion<TGrain, TArgument, T>(request.Grains, argument, ask), request.CancellationToken);
    }
}
