using System.Collections.Immutable;
using System.Threading.Channels;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Changes;

/// <summary>
/// Carries what owners of this silo drop to the hub, collected for some milliseconds. A notice that cannot be sent is dropped: copies
/// live for seconds only, and who made the change has its fence.
/// </summary>
internal sealed partial class ChangePublisher(
    IServiceProvider services, IOptions<ChangeOptions> options, TimeProvider time, ILogger<ChangePublisher> logger) : BackgroundService
{
    private const int MostWaiting = 100_000;

    private readonly Channel<(TenantId Tenant, ChangeMark Mark)> changes = Channel.CreateBounded<(TenantId, ChangeMark)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Something was dropped. Never waits.</summary>
    public void Publish(TenantId tenant, ChangeMark mark) => changes.Writer.TryWrite((tenant, mark));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await changes.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(options.Value.CollectFor, time, stoppingToken);
            await SendAsync(Collected());
        }
    }

    private ImmutableArray<ChangeNotice> Collected()
    {
        var marks = new List<(TenantId Tenant, ChangeMark Mark)>();
        while (changes.Reader.TryRead(out var change))
        {
            marks.Add(change);
        }

        var now = time.GetUtcNow();
        return [.. marks.GroupBy(change => change.Tenant, change => change.Mark).Select(tenant => new ChangeNotice(tenant.Key, Latest(tenant), now))];
    }

    private static List<ChangeMark> Latest(IEnumerable<ChangeMark> marks) =>
        [.. marks.GroupBy(mark => mark.Scope).Select(scope => new ChangeMark(scope.Key, scope.Max(mark => mark.At)))];

    private async Task SendAsync(ImmutableArray<ChangeNotice> notices)
    {
        try
        {
            await services.GetRequiredService<IGrainFactory>().GetGrain<IChangeHubGrain>(0).PublishAsync(notices);
        }
        catch (Exception exception)
        {
            // Whatever kept the hub from answering: the next notice is tried all the same.
            LogLost(logger, notices.Length, exception.GetType().Name);
        }
    }

    [LoggerMessage(EventId = 2401, Level = LogLevel.Warning, Message = "Changes of {Tenants} tenants could not be made known ({Kind}); copies of them live on for seconds.")]
    private static partial void LogLost(ILogger logger, int tenants, string kind);
}
