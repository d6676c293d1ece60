using System.Collections.Immutable;
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
        where T : class =>
        GetAsync<OwnerQuestion<TGrain, TArgument, T>, T>(request, key, new(request.Grains, argument, ask));

    /// <summary>The same for a field of which a request often has many, such as one of each row of a list: they share a call.</summary>
    /// <param name="request">The request; its fence counts.</param>
    /// <param name="key">The question, under the same area and arguments as its owner keeps it.</param>
    /// <param name="argument">What the owner is asked with.</param>
    /// <param name="askAll">Asks it with all arguments, for an answer to each in their order.</param>
    public static ValueTask<Answer<T>> NearTogetherAsync<TGrain, TArgument, T>(
        this GraphContext request, CacheKey key, TArgument argument, Func<TGrain, ImmutableArray<TArgument>, Task<ImmutableArray<Answer<T>>>> askAll)
        where TGrain : IGrainWithStringKey
        where TArgument : notnull
        where T : class =>
        GetAsync<SharedQuestion<TGrain, TArgument, T>, T>(request, key, new(request.Grains, request.Batches, argument, askAll));

    private static ValueTask<Answer<T>> GetAsync<TQuestion, T>(GraphContext request, CacheKey key, TQuestion question)
        where TQuestion : struct, IOwnerQuestion<T>
        where T : class
    {
        if (request.Areas is { } areas && !areas.Contains(key.Area))
        {
            throw new InvalidOperationException($"A field reads {key.Area} without declaring it.");
        }

        return request.Services.GetRequiredService<NearCopies>().GetAsync<TQuestion, T>(
            request.Tenant, key, request.Fence.Current, question, request.CancellationToken);
    }
}
