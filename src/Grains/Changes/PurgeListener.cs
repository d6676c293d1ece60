using Bff.Caching;
using Bff.Contracts.Changes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Changes;

/// <summary>Has this silo's owners forget what operators order.</summary>
internal sealed class PurgeListener(
    IServiceProvider services, PurgeLog log, CacheEnvironment environment, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ChangeSubscriber> logger)
    : BackgroundService, IChangeObserver
{
    private readonly ChangeSubscriber subscriber = new(ChangeFeed.Owners, time, logger);

    public Task<long> ApplyAsync(ChangeBatch batch)
    {
        subscriber.Received(batch);
        foreach (var notice in batch.Notices)
        {
            foreach (var mark in notice.Marks)
            {
                log.Add(notice.Tenant, mark.Scope);
            }
        }

        return Task.FromResult(environment.Clock.Next());
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the silo has joined there is no hub that could be asked.
        var joined = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(joined.SetResult);
        await joined.Task.WaitAsync(stoppingToken);
        await subscriber.RunAsync(services.GetRequiredService<IGrainFactory>, this, missed: () => log.Add(null, null), stoppingToken);
    }
}
