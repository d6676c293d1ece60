namespace Bff.Tests.Auth.Renewal;

/// <summary>Runs a story as a grain runs its calls: they interleave where they wait, and never run at the same time.</summary>
internal static class OneAtATime
{
    public static Task RunAsync(Func<Task> story) => Task.Factory.StartNew(
        story, CancellationToken.None, TaskCreationOptions.DenyChildAttach, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();
}
