namespace Bff.SystemTests.Harness;

/// <summary>What a drill changes against production's defaults.</summary>
internal sealed record FleetSettings
{
    public int Silos { get; init; } = 2;

    public int Gateways { get; init; } = 1;

    /// <summary>Settings by name for every silo, as on its command line.</summary>
    public IReadOnlyDictionary<string, string> Silo { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings by name for every gateway.</summary>
    public IReadOnlyDictionary<string, string> Gateway { get; init; } = new Dictionary<string, string>();
}
