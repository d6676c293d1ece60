namespace Bff.Tests.Fixture;

/// <summary>One system for all tests of a class; each test takes a tenant of its own.</summary>
public sealed class SharedBff : IAsyncLifetime
{
    internal BffFixture Bff { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bff = await BffFixture.StartAsync();

    public ValueTask DisposeAsync() => Bff.DisposeAsync();
}
