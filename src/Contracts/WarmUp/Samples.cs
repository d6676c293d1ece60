using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Bff.Contracts.WarmUp;

/// <summary>
/// Made-up values of the wire records, so that a host can practise before it has clients: nobody's data, and nothing that v6 would have
/// to be asked for. Every member is filled in, lists with a few rows, so that as much code as possible is run.
/// </summary>
public static class Samples
{
    private const int FewRows = 2;
    private const int ManyRows = 24;

    private static readonly ConcurrentDictionary<(Type, bool), object?> Known = new();

    /// <summary>A value of the type, the same each time; null where one cannot be made up.</summary>
    /// <param name="type">A wire record, or anything that one is made of.</param>
    /// <param name="isLong">Its outer lists are longer than the pages that are asked for, and it is longer than one buffer of the network.</param>
    public static object? Of(Type type, bool isLong = false) =>
        Known.GetOrAdd((type, isLong), static wanted => new SampleMaker(wanted.Item2 ? ManyRows : FewRows).Make(wanted.Item1));

    /// <summary>All grains that gateways and silos call.</summary>
    public static ImmutableArray<Type> GrainInterfaces { get; } =
        [.. typeof(Samples).Assembly.GetExportedTypes().Where(type => type.IsInterface && type.IsAssignableTo(typeof(IGrain)))];

    /// <summary>All calls of a grain.</summary>
    public static IEnumerable<MethodInfo> CallsOf(Type grain) =>
        grain.GetInterfaces().Where(other => other.Assembly == typeof(Samples).Assembly).Append(grain).SelectMany(type => type.GetMethods());

    /// <summary>What a call gives when it has been waited for; null for nothing.</summary>
    public static Type? ResultOf(MethodInfo method) => method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : null;
}
