using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Graph.Running;

namespace Bff.Gateway.Changes;

/// <summary>What an owner is asked. It knows no request, because its answer is for everybody who waits for it.</summary>
internal interface IOwnerQuestion<T>
    where T : class
{
    /// <summary>Asks the owner of the tenant for nothing that is older than the floor.</summary>
    Task<Answer<T>> AskAsync(TenantId tenant, long floor);
}

/// <summary>A question that is a call of its own.</summary>
internal readonly record struct OwnerQuestion<TGrain, TArgument, T>(IGrainFactory Grains, TArgument Argument, Func<TGrain, TArgument, Task<Answer<T>>> Ask)
    : IOwnerQuestion<T>
    where TGrain : IGrainWithStringKey
    where T : class
{
    public async Task<Answer<T>> AskAsync(TenantId tenant, long floor)
    {
        ReadFloor.Demand(floor);
        return await Ask(Grains.GetGrain<TGrain>(tenant.Value), Argument);
    }
}

/// <summary>A question that shares a call with others of its kind that are asked at about the same time.</summary>
internal readonly record struct SharedQuestion<TGrain, TArgument, T>(
    IGrainFactory Grains, RequestBatches Batches, TArgument Argument, Func<TGrain, ImmutableArray<TArgument>, Task<ImmutableArray<Answer<T>>>> AskAll)
    : IOwnerQuestion<T>
    where TGrain : IGrainWithStringKey
    where TArgument : notnull
    where T : class
{
    public async Task<Answer<T>> AskAsync(TenantId tenant, long floor)
    {
        var (grains, askAll) = (Grains, AskAll);
        var answer = await Batches.AskAsync<TArgument, Answer<T>>((askAll, floor), Argument, async arguments =>
        {
            ReadFloor.Demand(floor);
            var answers = await askAll(grains.GetGrain<TGrain>(tenant.Value), [.. arguments]);
            return arguments.Zip(answers).ToDictionary();
        });
        return answer ?? throw new InvalidOperationException("The owner gave fewer answers than it was asked for.");
    }
}
