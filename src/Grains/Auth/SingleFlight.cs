namespace Bff.Grains.Auth;

/// <summary>Work that is never done twice at the same time within one grain: who comes meanwhile waits for the same outcome.</summary>
internal sealed class SingleFlight<T>
{
    private Task<T>? _flight;

    /// <summary>Joins the work in flight, or begins it.</summary>
    public Task<T> Join(Func<Task<T>> begin) => _flight is { IsCompleted: false } running ? running : _flight = begin();
}
