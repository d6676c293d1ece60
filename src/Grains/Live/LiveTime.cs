namespace Bff.Grains.Live;

/// <summary>The clock of polls and leases. Its own, so that a test can let a minute pass without the cluster believing that its silos are dead.</summary>
internal sealed record LiveTime(TimeProvider Clock);
