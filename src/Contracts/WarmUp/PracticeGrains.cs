using System.Collections.Concurrent;
using System.Reflection;
using Bff.Contracts.Live;

namespace Bff.Contracts.WarmUp;

/// <summary>A cluster of nobody: every grain answers with made-up values, in this process.</summary>
public class PracticeGrains : DispatchProxy
{
    /// <summary>The cluster.</summary>
    public static IGrainFactory Create() => Create<IGrainFactory, PracticeGrains>();

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name is nameof(IGrainFactory.GetGrain)
        ? Create(targetMethod.ReturnType, typeof(PracticeGrain))
        : throw new NotSupportedException(targetMethod.Name);
}

/// <summary>Any grain. It answers later, as one does that is elsewhere: what waits for it is practised too.</summary>
public class PracticeGrain : DispatchProxy, ILiveObserver
{
    private static readonly MethodInfo Reply = ((Delegate)LaterAsync<object>).Method.GetGenericMethodDefinition();
    private static readonly ConcurrentDictionary<MethodInfo, Func<Task>> Replies = new();

    // As an observer it can be called from elsewhere, by a reference that looks like the grain's.
    Task ILiveObserver.ChangedAsync(LiveNotice notice) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Replies.GetOrAdd(targetMethod!, ReplyTo)();

    private static Func<Task> ReplyTo(MethodInfo method)
    {
        if (Samples.ResultOf(method) is not { } result)
        {
            return static async () => await Task.Yield();
        }

        // Short and long ones take turns: they are read by different code.
        var reply = Reply.MakeGenericMethod(result);
        var calls = 0;
        return () => (Task)reply.Invoke(null, [Samples.Of(result, isLong: Interlocked.Increment(ref calls) % 2 == 0)])!;
    }

    private static async Task<T> LaterAsync<T>(T value)
    {
        await Task.Yield();
        return value;
    }
}
