using System.Diagnostics.Metrics;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth;
using Bff.Grains.Auth.Refresh;
using Bff.Grains.Auth.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Orleans.Serialization;

namespace Bff.Tests.Auth.Renewal;

/// <summary>A session in storage, a v6 that rotates its token, and as many activations of it as a test wants.</summary>
internal sealed class RenewalRig
{
    private const string Key = "session-key";

    private static readonly Serializer<SessionRecord> Serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer<SessionRecord>>();

    private readonly SessionOptions _options = new();
    private readonly SessionProtector _protector = new(Options.Create(Keys()), Serializer);

    private readonly IMeterFactory _meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
    private readonly SessionMetrics _metrics;

    private RenewalRig()
    {
        V6 = new RotatingAuthority(Time);
        _metrics = new SessionMetrics(_meters);
    }

    /// <summary>The factory of the meters that this rig counts on.</summary>
    public IMeterFactory Meters => _meters;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public SharedRow Row { get; } = new();

    public RotatingAuthority V6 { get; }

    /// <summary>The token in storage; null without a session.</summary>
    public CustomerToken? Stored => OpenVault().Record?.Token.Token;

    public static async Task<RenewalRig> SignedInAsync()
    {
        var rig = new RenewalRig();
        var vault = rig.OpenVault();
        await vault.ChangeAsync(_ => new SessionRecord
        {
            Customer = new CustomerProfile(new CustomerKey(TenantId.Parse("salon-hk"), EntityId.Parse("customer-1")), "A", null, null),
            Token = rig.V6.Issue(),
            CreatedAt = rig.Time.GetUtcNow(),
            LastSeenAt = rig.Time.GetUtcNow(),
            Epoch = 0,
        });
        return rig;
    }

    public (TokenRenewal Renewal, SessionVault Vault) Activate()
    {
        var vault = OpenVault();
        return (new TokenRenewal(vault, V6, _options, new AuthTime(Time), _metrics, NullLogger<TokenRenewal>.Instance), vault);
    }

    /// <summary>Lets time pass until the work is done: it may wait on it.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!work.IsCompleted && TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(30))
        {
            Time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        work.IsCompleted.ShouldBeTrue("The work did not end.");
        return await work;
    }

    public void ToRenewalTime() => Time.Advance(V6.Life - TimeSpan.FromMinutes(5));

    public void PastExpiry() => Time.Advance(V6.Life + TimeSpan.FromSeconds(1));

    /// <summary>The session as a silo without its key sees it.</summary>
    public SessionVault OpenWithoutKey()
    {
        var other = new SessionKeyOptions { Active = "k2" };
        other.Ring["k2"] = Convert.ToBase64String(Enumerable.Repeat((byte)2, SessionKeyOptions.KeyBytes).ToArray());
        var vault = new SessionVault(Row.Open(), new SessionProtector(Options.Create(other), Serializer), Key);
        vault.Open();
        return vault;
    }

    private SessionVault OpenVault()
    {
        var vault = new SessionVault(Row.Open(), _protector, Key);
        vault.Open();
        return vault;
    }

    private static SessionKeyOptions Keys()
    {
        var options = new SessionKeyOptions { Active = "k1" };
        options.Ring["k1"] = Convert.ToBase64String(new byte[32]);
        return options;
    }
}
