namespace Bff.SystemTests.Harness;

/// <summary>What a drill changes against production's defaults.</summary>
internal sealed record FleetSettings
{
    public int Silos { get; init; } = 2;

    public int Gateways { get; init; } = 1;

    /// <summary>Hosts practise before they are ready, as in production. Off, because most drills ask for nothing that it would change, and it takes its time.</summary>
    public bool WarmsUp { get; init; }

    /// <summary>Settings by name for every silo, as on its command line.</summary>
    public IReadOnlyDictionary<string, string> Silo { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings by name for every gateway.</summary>
    public IReadOnlyDictionary<string, string> Gateway { get; init; } = new Dictionary<string, string>();
}
