using System.Collections.Concurrent;
using System.Reflection;
using Bff.Contracts.WarmUp;

namespace Bff.Gateway.WarmUp;

/// <summary>A cluster of nobody: every grain answers with made-up values, at once and in this process.</summary>
internal class PracticeGrains : DispatchProxy
{
    public static IGrainFactory Create() => Create<IGrainFactory, PracticeGrains>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name is nameof(IGrainFactory.GetGrain)
        ? Create(targetMethod.ReturnType, typeof(PracticeGrain))
        : throw new NotSupportedException(targetMethod.Name);
}

/// <summary>Any grain.</summary>
internal class PracticeGrain : DispatchProxy
{
    private static readonly MethodInfo FromResult = typeof(Task).GetMethod(nameof(Task.FromResult))!;
    private static readonly ConcurrentDictionary<MethodInfo, object> Replies = new();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Replies.GetOrAdd(targetMethod!, static method => Samples.ResultOf(method) is { } result
            ? FromResult.MakeGenericMethod(result).Invoke(null, [Samples.Of(result)])!
            : Task.CompletedTask);
}
