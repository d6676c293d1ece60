using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Bff.Tests.Fixture;

/// <summary>How a system under test is put together; the defaults are one of each.</summary>
internal sealed record BffSetup
{
    public short Silos { get; init; } = 1;

    public int Gateways { get; init; } = 1;

    /// <summary>Where grains keep what must outlive their silo; null keeps it in the silos' memory, and a killed silo takes its part along.</summary>
    public OutlivingStorage? Storage { get; init; }

    /// <summary>Another system whose v6 this one speaks to as well; null gives it one of its own.</summary>
    public BffFixture? SameV6As { get; init; }

    /// <summary>Settings for silos and gateways, by their configuration names.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Clock under all caches of ours; Orleans and sockets keep real time.</summary>
    public TimeProvider CacheTime { get; init; } = TimeProvider.System;

    /// <summary>Gets every log line of silos and gateways, down to the finest; null keeps them quiet.</summary>
    public ILoggerProvider? Log { get; init; }

    /// <summary>Clock of sessions, tokens, sign-in limits and receipts in the silos.</summary>
    public TimeProvider AuthTime { get; init; } = TimeProvider.System;

    /// <summary>Clock of the silos' polls and leases for what is watched.</summary>
    public TimeProvider LiveTime { get; init; } = TimeProvider.System;

    /// <summary>Counts the calls that reach grains; null counts nothing.</summary>
    public GrainCallLog? GrainCalls { get; init; }

    /// <summary>Sees every call that a grain gets, so that a test can break one; null for none.</summary>
    public IIncomingGrainCallFilter? CallFilter { get; init; }

    /// <summary>Takes the place of parts of the silos; null leaves all of them as they are.</summary>
    public Action<IServiceCollection>? SiloParts { get; init; }

    /// <summary>Keeps receipts outside the silos, as Redis does; null keeps them in the silos' memory.</summary>
    public IGrainStorage? Receipts { get; init; }
}
