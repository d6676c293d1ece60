using Bff.Caching;
using Bff.Contracts.Changes;

namespace Bff.Gateway.Changes;

/// <summary>Hears of changes by the hub.</summary>
internal sealed class ChangeListener(
    IServiceProvider services, LocalChanges changes, CacheEnvironment environment, TimeProvider time, ILogger<ChangeSubscriber> logger)
    : BackgroundService, IChangeObserver
{
    private readonly ChangeSubscriber subscriber = new(ChangeFeed.Copies, time, logger);

    public Task<long> ApplyAsync(ChangeBatch batch)
    {
        subscriber.Received(batch);
        foreach (var notice in batch.Notices)
        {
            changes.Apply(notice.Tenant, notice.Marks);
        }

        return Task.FromResult(environment.Clock.Next());
    }

    // A batch lost with its hub, or on the way: nobody can say what was in it.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        subscriber.RunAsync(services.GetRequiredService<IGrainFactory>, this, missed: changes.Forget, stoppingToken);
}
