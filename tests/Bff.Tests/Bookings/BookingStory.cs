using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>What customers can do in a story.</summary>
internal enum Deed
{
    Book,
    BookTwice,
    Cancel,
    Move,
}

/// <summary>One deed of a story.</summary>
/// <param name="Deed">What is done.</param>
/// <param name="Who">Which customer.</param>
/// <param name="Slot">Which slot is wanted.</param>
/// <param name="Which">Which of the customer's bookings, counted round.</param>
internal sealed record Step(Deed Deed, int Who, int Slot, int Which);

/// <summary>Deeds done at once.</summary>
/// <param name="Steps">The deeds.</param>
/// <param name="Fault">What goes wrong with the first mutation that v6 gets; null for nothing.</param>
/// <param name="Kills">A silo dies meanwhile.</param>
internal sealed record Scene(Step[] Steps, FaultKind? Fault, bool Kills)
{
    public override string ToString() => $"{string.Join(", ", Steps.AsEnumerable())}; fault {Fault}; {(Kills ? "a silo dies" : "")}";
}

/// <summary>Plays a story in a tenant of its own and keeps what the customers were told.</summary>
internal sealed class BookingStory(BffFixture bff, Device[] customers, IReadOnlyList<SeenSlot> slots)
{
    private static readonly string[] Mutations = ["createGuestBooking", "rescheduleBooking", "cancelBooking"];

    // By booking: where its customer was told that it is; null for cancelled.
    private readonly Dictionary<string, (Device Owner, DateTimeOffset? StartsAt)> told = [];
    private readonly HashSet<string> unclear = [];
    private readonly List<(string Phone, DateTimeOffset StartsAt)> maybe = [];

    public async Task PlayAsync(Scene scene)
    {
        bff.V6.Fail(scene.Fault is { } kind
            ? [.. Mutations.Select(mutation => new FaultRule { OperationId = mutation, Tenant = customers[0].Tenant, Kind = kind, Status = 503, Times = 1 })]
            : []);

        // Of the deeds of one scene no two touch the same booking: which came last could not be told.
        var touched = new HashSet<string>();
        var deeds = scene.Steps.SelectMany(step => Begin(step, touched)).ToList();
        if (scene.Kills)
        {
            await bff.Cluster.KillSiloAsync(bff.Cluster.Silos.First(silo => silo.IsActive), CancellationToken.None);
        }

        foreach (var deed in deeds)
        {
            (await deed)();
        }

        if (scene.Kills)
        {
            await bff.Cluster.StartAdditionalSiloAsync();
        }
    }

    /// <summary>What v6 has is what the customers were told, but for what they were told that nobody knows.</summary>
    public void ShouldBeTrue()
    {
        var bookings = bff.V6.Bookings(customers[0].Tenant);
        foreach (var (id, (_, startsAt)) in told.Where(entry => !unclear.Contains(entry.Key)))
        {
            var booking = bookings.Single(found => found.Id == id);
            (booking.IsOpen ? booking.StartsAt : null as DateTimeOffset?).ShouldBe(startsAt, $"{id} is not where its customer was told");
        }

        var untold = bookings.Where(booking => !told.ContainsKey(booking.Id)).Select(booking => (booking.Phone, booking.StartsAt)).ToList();
        untold.ShouldAllBe(booking => maybe.Contains(booking), "a booking that no customer was told of");
        bookings.Where(booking => booking.IsOpen).GroupBy(booking => (booking.ServiceId, booking.StartsAt))
            .ShouldAllBe(place => place.Count() <= slots.First(slot => slot.ServiceId == place.Key.ServiceId).RemainingCapacity, "sold twice");
    }

    private IEnumerable<Task<Action>> Begin(Step step, HashSet<string> touched)
    {
        var (customer, slot) = (customers[step.Who], slots[step.Slot]);
        var own = told.Where(entry => entry.Value.Owner == customer && entry.Value.StartsAt is not null && !unclear.Contains(entry.Key))
            .Select(entry => entry.Key).Where(id => !touched.Contains(id)).Order().ToArray();
        var id = own.Length == 0 ? null : own[step.Which % own.Length];
        if (step.Deed is Deed.Cancel or Deed.Move && (id is null || !touched.Add(id)))
        {
            return [];
        }

        return step.Deed switch
        {
            Deed.Book => [BookAsync(customer, slot)],
            Deed.BookTwice => [BookAsync(customer, slot), BookAsync(customer, slot)],
            Deed.Cancel => [CancelAsync(customer, id!)],
            _ => [MoveAsync(customer, id!, slot)],
        };
    }

    private async Task<Action> BookAsync(Device customer, SeenSlot slot)
    {
        var reply = await customer.TryBookAsync(slot);
        var startsAt = DateTimeOffset.Parse(slot.StartsAt, null);
        return () =>
        {
            if (IsUnclear(reply, "createGuestBooking"))
            {
                maybe.Add((customer.Phone, startsAt));
            }
            else if (reply.Data.GetProperty("createGuestBooking").BookingId() is { } id)
            {
                told[id] = (customer, startsAt);
            }
        };
    }

    private async Task<Action> CancelAsync(Device customer, string id)
    {
        var reply = await customer.TryCancelAsync(id);
        return () => Learn(reply, "cancelBooking", customer, id, startsAt: null);
    }

    private async Task<Action> MoveAsync(Device customer, string id, SeenSlot slot)
    {
        var reply = await customer.TryMoveAsync(id, slot);
        return () => Learn(reply, "rescheduleBooking", customer, id, DateTimeOffset.Parse(slot.StartsAt, null));
    }

    private void Learn(StorefrontReply reply, string mutation, Device customer, string id, DateTimeOffset? startsAt)
    {
        if (IsUnclear(reply, mutation))
        {
            unclear.Add(id);
        }
        else if (reply.Word(mutation) == "BOOKED")
        {
            told[id] = (customer, startsAt);
        }
    }

    // A top-level error says no more: the call did not come back.
    private static bool IsUnclear(StorefrontReply reply, string mutation) => reply.Errors.Count > 0 || reply.Word(mutation) == "UnknownOutcomeError";
}
