using System.Reflection;
using Bff.Contracts.Live;

namespace Bff.Contracts.WarmUp;

/// <summary>
/// Every call that can be made of a grain, made of observers in this process that are addressed as if they were those grains: it goes to a
/// silo and comes back. So all that is written, sent and read is real, and no grain hears of it, whatever build its silo is of.
/// </summary>
/// <param name="cluster">A connected client.</param>
public sealed class LoopbackCalls(IClusterClient cluster) : IDisposable
{
    // Twice for short replies and twice for long ones: what this is about has been compiled then, if not for speed.
    private const int Rounds = 4;

    private readonly List<(ILiveObserver Reference, ILiveObserver Observer)> observers = [];
    private List<Func<Task>>? calls;
    private int round;

    /// <summary>Makes each call once; short replies and long ones take turns. After four times there is nothing left to practise, and it does nothing.</summary>
    /// <exception cref="OrleansException">The cluster cannot be reached.</exception>
    public async Task MakeAsync()
    {
        if (round++ >= Rounds)
        {
            return;
        }

        calls ??= [.. Samples.GrainInterfaces.SelectMany(CallsOf)];
        foreach (var call in calls)
        {
            await call();
        }
    }

    /// <summary>Nobody listens any more.</summary>
    public void Dispose()
    {
        foreach (var (reference, _) in observers)
        {
            cluster.DeleteObjectReference<ILiveObserver>(reference);
        }

        observers.Clear();
    }

    private IEnumerable<Func<Task>> CallsOf(Type grain)
    {
        // The client does not keep the observer alive.
        var observer = (ILiveObserver)DispatchProxy.Create(grain, typeof(PracticeGrain));
        var reference = cluster.CreateObjectReference<ILiveObserver>(observer);
        observers.Add((reference, observer));
        Address(grain);
        var asGrain = reference.AsReference(grain);
        return Samples.CallsOf(grain).Select(method =>
        {
            object?[] arguments = [.. method.GetParameters().Select(parameter => Samples.Of(parameter.ParameterType))];
            return (Func<Task>)(() => (Task)method.Invoke(asGrain, arguments)!);
        });
    }

    // Finding out what a grain is called is half of what its first call costs.
    private void Address(Type grain)
    {
        if (grain.IsAssignableTo(typeof(IGrainWithIntegerKey)))
        {
            cluster.GetGrain(grain, 0);
        }
        else if (grain != typeof(ILiveGrain))
        {
            cluster.GetGrain(grain, "warm-up");
        }
    }
}
