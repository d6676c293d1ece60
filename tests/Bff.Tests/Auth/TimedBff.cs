using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>Two silos and two gateways for all tests of a class, whose sessions and v6 live by a clock that the tests move forward.</summary>
public class TimedBff : IAsyncLifetime
{
    private readonly ShiftableTime _time = new();

    internal BffFixture Bff { get; private set; } = null!;

    protected virtual Dictionary<string, string?> Settings => [];

    public async ValueTask InitializeAsync() =>
        Bff = await BffFixture.StartAsync(new BffSetup { Silos = 2, Gateways = 2, AuthTime = _time, Settings = Settings });

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Bff.DisposeAsync();
    }

    /// <summary>Lets time pass for sessions and for v6.</summary>
    public void PassTime(TimeSpan by)
    {
        _time.Advance(by);
        Bff.V6.Advance(by);
    }
}
