namespace Bff.ServiceDefaults.WarmUp;

/// <summary>
/// Something that a host does over and over before it says that it is ready, until the compiler has nothing left to do for it. It asks
/// nobody for anything that belongs to somebody, and never v6.
/// </summary>
public interface IWarmUpExercise : IAsyncDisposable
{
    /// <summary>Does it once. Whatever it throws ends this exercise, not the start of the host.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
