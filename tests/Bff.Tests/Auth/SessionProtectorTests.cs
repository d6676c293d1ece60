using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Serialization;

namespace Bff.Tests.Auth;

public sealed class SessionProtectorTests
{
    private static readonly Serializer<SessionRecord> Serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer<SessionRecord>>();

    private static readonly SessionRecord Record = new()
    {
        Customer = new CustomerProfile(new CustomerKey(TenantId.Parse("salon-hk"), EntityId.Parse("c-1")), "CANARY-NAME", "+85290000001", "canary@example.com"),
        Token = new TokenLease(CustomerToken.Parse("CANARY-TOKEN"), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1)),
        CreatedAt = DateTimeOffset.UnixEpoch,
        LastSeenAt = DateTimeOffset.UnixEpoch,
        Epoch = 3,
    };

    private readonly SessionProtector _protector = Protector("new", ("old", 1), ("new", 2));

    [Fact]
    public void A_sealed_record_opens_again_and_shows_nothing()
    {
        var stored = _protector.Seal(Record, "key");

        _protector.TryOpen(stored, "key", out var opened).ShouldBeTrue();
        opened.ShouldBe(Record);
        System.Text.Encoding.Latin1.GetString(stored.Sealed).ShouldNotContain("CANARY");
        _protector.Seal(Record, "key").Sealed.ShouldNotBe(stored.Sealed);
    }

    [Fact]
    public void A_block_moved_to_another_row_or_tenant_does_not_open()
    {
        var stored = _protector.Seal(Record, "key");
        var elsewhere = new StoredSession { Tenant = "yoga-berlin", KeyId = stored.KeyId, Sealed = stored.Sealed };

        _protector.TryOpen(stored, "another-key", out _).ShouldBeFalse();
        _protector.TryOpen(elsewhere, "key", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_block_with_any_byte_changed_does_not_open()
    {
        var stored = _protector.Seal(Record, "key");

        for (var i = 0; i < stored.Sealed.Length; i++)
        {
            stored.Sealed[i] ^= 1;
            _protector.TryOpen(stored, "key", out _).ShouldBeFalse($"byte {i}");
            stored.Sealed[i] ^= 1;
        }
    }

    [Fact]
    public void What_the_old_key_sealed_opens_while_it_is_in_the_ring_and_is_sealed_anew_with_the_active_one()
    {
        var stored = Protector("old", ("old", 1)).Seal(Record, "key");

        _protector.TryOpen(stored, "key", out var opened).ShouldBeTrue();
        _protector.Seal(opened, "key").KeyId.ShouldBe("new");
        Protector("new", ("new", 2)).TryOpen(stored, "key", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_pseudonym_is_stable_differs_by_tenant_and_needs_the_key()
    {
        var phone = "+85290000001";
        var pseudonym = _protector.Pseudonym(Record.Customer.Key.Tenant, phone);

        pseudonym.ShouldBe(_protector.Pseudonym(Record.Customer.Key.Tenant, phone));
        pseudonym.ShouldNotBe(_protector.Pseudonym(TenantId.Parse("yoga-berlin"), phone));
        pseudonym.ShouldNotBe(Protector("old", ("old", 1)).Pseudonym(Record.Customer.Key.Tenant, phone));
    }

    [Fact]
    public void Every_fault_of_the_ring_is_named_and_no_key_is_shown()
    {
        var options = new SessionKeyOptions { Active = "missing" };
        options.Ring["short"] = Convert.ToBase64String(new byte[16]);
        options.Ring["not base64"] = "CANARY-KEY";

        var failures = string.Join('\n', options.Failures());

        failures.ShouldContain("Auth:Keys:Active");
        failures.ShouldContain("Auth:Keys:Ring:short");
        failures.ShouldContain("Auth:Keys:Ring:not base64");
        failures.ShouldNotContain("CANARY-KEY");
        options.ToString().ShouldNotContain("CANARY-KEY");
    }

    [Fact]
    public void An_empty_ring_says_how_to_make_a_key() =>
        string.Join('\n', new SessionKeyOptions().Failures()).ShouldContain("openssl rand -base64 32");

    private static SessionProtector Protector(string active, params (string Id, byte Fill)[] keys)
    {
        var options = new SessionKeyOptions { Active = active };
        foreach (var (id, fill) in keys)
        {
            options.Ring[id] = Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());
        }

        return new SessionProtector(Options.Create(options), Serializer);
    }
}
