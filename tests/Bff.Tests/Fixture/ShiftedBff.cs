namespace Bff.Tests.Fixture;

/// <summary>One system for all tests of a class, whose caches live by a clock that the tests move forward; each test takes a tenant of its own.</summary>
public sealed class ShiftedBff : IAsyncLifetime
{
    private readonly ShiftableTime time = new();

    internal BffFixture Bff { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bff = await BffFixture.StartAsync(new BffSetup
    {
        CacheTime = time,
        Settings = new Dictionary<string, string?> { ["Gateway:ResponseCache:ShowVerdict"] = "On" },
    });

    public ValueTask DisposeAsync() => Bff.DisposeAsync();

    /// <summary>Lets time pass for all caches.</summary>
    internal void Advance(TimeSpan by) => time.Advance(by);
}
