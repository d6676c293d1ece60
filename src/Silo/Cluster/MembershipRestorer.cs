using System.Globalization;
using Microsoft.Extensions.Options;
using Orleans.Clustering.Redis;
using Orleans.Configuration;
using StackExchange.Redis;

namespace Bff.Silo.Cluster;

/// <summary>
/// Writes the membership table back when Redis has lost it. Silos write their row once, when they join, and pass over a table that is older
/// than what they know: without this the running ones would go on among themselves, unseen by gateways and by every new silo, until all
/// are restarted at once.
/// </summary>
/// <remarks>
/// 1. While the table is as new as what this silo knows, a copy of it is kept, as it lies there.
/// 2. A table that is older has lost its data: a table's version never goes back by itself, whoever joins, dies or is forgotten.
/// 3. The copy is written in one transaction, with a version that is newer than what any silo has seen; rows of silos that have joined an
/// emptied table meanwhile stay. Of several silos one writes, and the others find nothing to do.
/// 4. What has changed since the copy was taken is found out as ever: silos probe each other, and each keeps its own row fresh.
/// </remarks>
internal sealed partial class MembershipRestorer(
    IOptions<RedisClusteringOptions> redis,
    IOptions<ClusterOptions> cluster,
    IClusterMembershipService membership,
    TimeProvider time,
    ILogger<MembershipRestorer> logger) : BackgroundService
{
    private const string VersionField = "Version";

    // Gateways read the table every two seconds and let go of silos that are not in it.
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private HashEntry[] _copy = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.Value.ConfigurationOptions!);
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(connection.GetDatabase());
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                // Redis is away: whether it has lost anything shows when it is back.
            }
        }
    }

    private async Task LookAsync(IDatabase database)
    {
        var key = redis.Value.CreateRedisKey(cluster.Value);
        var table = await database.HashGetAllAsync(key);
        var (version, known) = (VersionOf(table), membership.CurrentSnapshot.Version.Value);
        if (version >= known)
        {
            _copy = table; // Step 1
            return;
        }

        // Steps 2 and 3
        var next = Math.Max(known, VersionOf(_copy)) + 1;
        var transaction = database.CreateTransaction();
        transaction.AddCondition(table.Length == 0 ? Condition.KeyNotExists(key) : Condition.HashEqual(key, VersionField, Text(version)));
        var writing = transaction.HashSetAsync(key, [.. _copy.Where(row => row.Name != VersionField), new(VersionField, Text(next))]);
        if (await transaction.ExecuteAsync())
        {
            await writing;
            LogRestored(_copy.Length - 1, next);
        }
    }

    private static long VersionOf(HashEntry[] table) =>
        table.FirstOrDefault(row => row.Name == VersionField).Value is { HasValue: true } version ? (long)version : 0;

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(EventId = 7101, Level = LogLevel.Warning, Message = "Redis had lost the membership table: {Rows} rows were written back, at version {Version}.")]
    private partial void LogRestored(int rows, long version);
}
