using Bff.Contracts.Bookings;
using Bff.Contracts.Keys;
using Bff.Contracts.Mutations;
using Bff.Grains.Auth.Storage;
using Bff.Grains.Mutations.Receipts;
using Bff.Tests.Bookings;
using Bff.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Caller = Bff.Contracts.Auth.Caller;

namespace Bff.Tests.Mutations;

public sealed class ReceiptStorageTests : IAsyncLifetime
{
    private readonly ReceiptStore store = new();
    private readonly ShiftableTime time = new();
    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup { AuthTime = time, Receipts = store });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_nothing_can_be_written_down_nothing_is_sent_and_the_key_is_free_afterwards(bool atActivation)
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync();
        (store.IsDown, store.WritesLeft) = (atActivation, 0);

        var refused = await shopper.BookAsync(slot, "key");
        var sent = bff.V6.Calls("createGuestBooking", shopper.Tenant);
        (store.IsDown, store.WritesLeft) = (false, int.MaxValue);
        var booked = await shopper.BookAsync(slot, "key");

        (refused.Error(), sent).ShouldBe(("RefusedError", 0));
        refused.GetProperty("errors")[0].GetProperty("retryable").GetBoolean().ShouldBeTrue();
        booked.Id().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task When_the_outcome_cannot_be_written_the_caller_is_told_what_happened_all_the_same()
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync();
        store.WritesLeft = 1;

        var booked = await shopper.BookAsync(slot, "key");
        store.WritesLeft = int.MaxValue;
        var again = await shopper.BookAsync(slot, "key");

        booked.Id().ShouldNotBeEmpty();
        again.GetRawText().ShouldBe(booked.GetRawText());
        bff.V6.Calls("createGuestBooking", shopper.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_gateway_that_died_after_sending_leaves_a_pending_receipt_that_becomes_unknown_and_is_found()
    {
        var shopper = new Shopper(bff, bff.NewTenant(), member: 1);
        var slot = await shopper.FindSlotAsync();
        var caller = bff.V6.Member(shopper.Tenant);
        var receipt = bff.Cluster.Client.GetGrain<IReceiptGrain>(ReceiptKey.Of(caller, "key").ToString());
        var (start, end, attempt) = (DateTimeOffset.Parse(slot.StartsAt, null), DateTimeOffset.Parse(slot.EndsAt, null), Guid.NewGuid());
        var clue = new CreatedBookingClue(slot.ServiceId, start, end);
        await receipt.BeginAsync(new ReceiptRequest(caller, attempt, "createGuestBooking", "f", clue, IsRecognised: false, TimeSpan.Zero));
        var day = new SlotDayKey(TenantId.Parse(shopper.Tenant), EntityId.Parse(slot.ServiceId), DateOnly.Parse(slot.Date, null));
        var input = shopper.InputFor(slot, key: null);
        var booked = await bff.Cluster.Client.GetGrain<ISlotDayGrain>(day.ToString()).BookAsync(
            new GuestBookingRequest(day.Service, start, end, "Chan", (string)input["customerPhone"]!, (string)input["customerEmail"]!, null, null, caller) { Attempt = attempt });
        booked.IsDone.ShouldBeTrue();

        var before = await shopper.StatusAsync("key");
        time.Advance(TimeSpan.FromSeconds(45));
        var after = await shopper.StatusAsync("key");

        (before, after).ShouldBe(("PENDING", "DONE"));
        bff.V6.Calls("createGuestBooking", shopper.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_is_free_again_after_a_day()
    {
        var shopper = new Shopper(bff, bff.NewTenant());
        var slot = await shopper.FindSlotAsync();
        var first = (await shopper.BookAsync(slot, "key")).Id();

        time.Advance(TimeSpan.FromHours(25));
        var status = await shopper.StatusAsync("key");
        var second = (await shopper.BookAsync(await shopper.FindSlotAsync(), "key")).Id();

        status.ShouldBeNull();
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task A_booking_costs_two_writes_with_a_key_and_none_without()
    {
        var shopper = new Shopper(bff, bff.NewTenant());

        await shopper.BookAsync(await shopper.FindSlotAsync(), key: null);
        var without = store.Writes;
        await shopper.BookAsync(await shopper.FindSlotAsync(), "key");

        (without, store.Writes).ShouldBe((0, 2));
    }

    [Fact]
    public async Task No_phone_email_name_or_key_of_a_client_lies_in_storage_or_in_a_grain_key()
    {
        var shopper = new Shopper(bff, bff.NewTenant());

        await shopper.BookAsync(await shopper.FindSlotAsync(), "+85299990000", name: "Canary Bird");

        var grains = await bff.Cluster.Client.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics();
        grains.ShouldContain(grain => grain.GrainId.Type.ToString() == "receipt");
        store.Count.ShouldBe(1);
        var written = store.Everything + string.Join('\n', grains.Select(grain => grain.GrainId.ToString()));
        foreach (var secret in new[] { "99990000", "91234567", "chan@example.com", "Canary Bird" })
        {
            written.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Of_two_activations_of_one_receipt_only_one_may_send()
    {
        var key = ReceiptKey.Of(Caller.Anonymous(TenantId.Parse("salon-hk")), "key");
        var (one, other) = (Vault(key), Vault(key));
        await one.ReadAsync();
        await other.ReadAsync();

        var taken = (await one.TryWriteAsync(Record("one")), await other.TryWriteAsync(Record("other")));

        taken.ShouldBe((true, false));
        other.Record!.Mutation.ShouldBe("one");
    }

    private static ReceiptRecord Record(string mutation) => new() { Attempt = Guid.NewGuid(), Mutation = mutation, Fingerprint = "f", BegunAt = default };

    private ReceiptVault Vault(ReceiptKey key)
    {
        var services = bff.Cluster.Silos[0].ServiceProvider;
        return new ReceiptVault(
            new StateOf(store, GrainId.Create("receipt", key.ToString())),
            services.GetRequiredService<SessionProtector>(),
            services.GetRequiredService<Serializer<ReceiptRecord>>(),
            key);
    }

    /// <summary>What one activation has of the stored state.</summary>
    private sealed class StateOf(ReceiptStore store, GrainId id) : IPersistentState<StoredReceipt>
    {
        private readonly GrainState<StoredReceipt> state = new(new StoredReceipt());

        public StoredReceipt State { get => state.State!; set => state.State = value; }

        public string Etag => state.ETag!;

        public bool RecordExists => state.RecordExists;

        public Task ReadStateAsync() => store.ReadStateAsync("receipt", id, state);

        public Task WriteStateAsync() => store.WriteStateAsync("receipt", id, state);

        public Task ClearStateAsync() => store.ClearStateAsync("receipt", id, state);
    }
}
