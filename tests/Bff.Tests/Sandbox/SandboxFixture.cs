using Bff.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Sandbox;

/// <summary>One sandbox on free ports with a clock that the test moves, and clients for its tenants.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    /// <summary>A Wednesday noon in Hong Kong, early morning in Berlin, far from any change of clocks.</summary>
    private static readonly DateTimeOffset Start = new(2026, 6, 10, 4, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; } = new(Start);

    internal SandboxServer Server { get; private set; } = null!;

    internal SandboxWorld World => Server.World;

    /// <summary>Fails the run when the class called a route that the contract does not have.</summary>
    public async ValueTask InitializeAsync() => Server = await SandboxServer.StartAsync(SandboxOptions.InProcess(), Time);

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    internal SandboxClient Salon() => new(Server.ApiAddress, "salon-hk");

    internal SandboxClient Yoga() => new(Server.ApiAddress, "yoga-berlin");

    internal SandboxClient For(string? tenant) => new(Server.ApiAddress, tenant);

    /// <summary>A client for answers that faults or quirks have bent.</summary>
    internal SandboxClient Unchecked(string tenant) => new(Server.ApiAddress, tenant) { ChecksContract = false };

    internal HttpClient Admin() => new() { BaseAddress = Server.AdminAddress };
}
