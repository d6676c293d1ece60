using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>A system of two silos whose holds last longer than a test.</summary>
public sealed class HoldingBff : IAsyncLifetime
{
    /// <summary>Holds end while a test waits.</summary>
    internal static IReadOnlyDictionary<string, string?> ShortHolds { get; } = new Dictionary<string, string?>
    {
        ["Bookings:HoldUnknownFor"] = "00:00:01",
        ["Bookings:JustTakenFor"] = "00:00:01",
    };

    internal BffFixture Bff { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bff = await BffFixture.StartAsync(new BffSetup { Silos = 2 });

    public ValueTask DisposeAsync() => Bff.DisposeAsync();
}
