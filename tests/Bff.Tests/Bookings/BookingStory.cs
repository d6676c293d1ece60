using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>What customers can do in a story.</summary>
internal enum Deed
{
    Book,

    /// <summary>Two tries at once for the same place, each by a key of its own.</summary>
    BookTwice,

    /// <summary>One try, sent twice at once through both gateways by one key.</summary>
    BookImpatiently,

    Cancel,
    Move,

    /// <summary>Something that was asked before is asked again by its key.</summary>
    Retry,
}

/// <summary>One deed of a story.</summary>
/// <param name="Deed">What is done.</param>
/// <param name="Who">Which customer.</param>
/// <param name="Slot">Which slot is wanted.</param>
/// <param name="Which">Which of the customer's bookings or earlier tries, counted round.</param>
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
    private const string Booked = "BOOKED";
    private const string Unclear = "UnknownOutcomeError";

    // Said also of a repetition whose receipt cannot be reached: it was not sent, which tells nothing of the try before.
    private const string NotSent = "CLUSTER_UNAVAILABLE";
    private static readonly string[] Mutations = ["createGuestBooking", "rescheduleBooking", "cancelBooking"];

    // By booking: by which try it was made, and where its customer was told that it is; null for cancelled.
    private readonly Dictionary<string, (Try MadeBy, DateTimeOffset? StartsAt)> told = [];
    private readonly List<Try> tries = [];

    /// <summary>Outcomes that customers were not told at once.</summary>
    public int Lost { get; private set; }

    /// <summary>Of those, the ones that a receipt told later.</summary>
    public int Found { get; private set; }

    private string Tenant => customers[0].Tenant;

    public async Task PlayAsync(Scene scene)
    {
        bff.V6.Fail(scene.Fault is { } kind
            ? [.. Mutations.Select(mutation => new FaultRule { OperationId = mutation, Tenant = Tenant, Kind = kind, Status = 503, DelayMs = 300, Times = 1 })]
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

    /// <summary>Asks by their keys for all that nobody could tell: v6 can no longer be at work on any of it.</summary>
    public async Task ResolveAsync()
    {
        foreach (var lost in tries.Where(one => one.Word is Unclear).ToArray())
        {
            Lost++;
            string? status = null;
            await Eventually.BecomesAsync(
                async () =>
                {
                    var reply = await lost.Customer.TryReceiptAsync(lost.Key);
                    var receipt = reply.Errors.Count > 0 ? default : reply.Data.GetProperty("mutationReceipt");
                    status = receipt.ValueKind is System.Text.Json.JsonValueKind.Object ? receipt.GetProperty("status").GetString() : "";
                    return reply.Errors.Count == 0 && status != "PENDING";
                },
                $"the receipt of {lost}");
            if (status is "DONE" or "REJECTED")
            {
                Found++;
                lost.Word = status == "REJECTED" ? status : lost.Word;
            }

            if (status == "DONE")
            {
                await Eventually.BecomesAsync(
                    async () =>
                    {
                        Learn(lost, await SendAsync(lost, gateway: 1));
                        return lost.Word == Booked;
                    },
                    $"what the receipt says is what a retry is told of {lost}");
            }
        }
    }

    /// <summary>What v6 has is what the customers were told, but for what they were told that nobody knows.</summary>
    public void ShouldBeTrue()
    {
        var bookings = bff.V6.Bookings(Tenant);
        var unclear = tries.Where(one => one.Word is Unclear).ToArray();
        foreach (var (id, (_, startsAt)) in told.Where(entry => unclear.All(one => one.Booking != entry.Key)))
        {
            var booking = bookings.Single(found => found.Id == id);
            (booking.IsOpen ? booking.StartsAt : null as DateTimeOffset?).ShouldBe(startsAt, $"{id} is not where its customer was told");
        }

        // Each booking that nobody was told of is that of a try which was told that nobody knows: of one each.
        var maybe = unclear.Where(one => one.Deed is Deed.Book).Select(one => (one.Customer.Phone, StartsAt: (DateTimeOffset?)one.Slot.Start())).ToList();
        foreach (var booking in bookings.Where(booking => !told.ContainsKey(booking.Id)))
        {
            maybe.Remove((booking.Phone, booking.StartsAt)).ShouldBeTrue($"{booking} is one that no customer was told of");
        }

        bookings.Where(booking => booking.IsOpen).GroupBy(booking => (booking.ServiceId, booking.StartsAt))
            .ShouldAllBe(place => place.Count() <= slots.First(slot => slot.ServiceId == place.Key.ServiceId).RemainingCapacity, "sold twice");
    }

    private IEnumerable<Task<Action>> Begin(Step step, HashSet<string> touched)
    {
        var (customer, slot) = (customers[step.Who], slots[step.Slot]);
        switch (step.Deed)
        {
            case Deed.Book:
                return [DoAsync(New(Deed.Book, customer, slot))];
            case Deed.BookTwice:
                return [DoAsync(New(Deed.Book, customer, slot)), DoAsync(New(Deed.Book, customer, slot), gateway: 1)];
            case Deed.BookImpatiently:
                var impatient = New(Deed.Book, customer, slot);
                return [DoAsync(impatient), DoAsync(impatient, gateway: 1)];
            case Deed.Retry:
                return tries.Where(one => one.Customer == customer && (one.Booking is null || !touched.Contains(one.Booking))).ToArray() is { Length: > 0 } earlier
                    && earlier[step.Which % earlier.Length] is var again && (again.Booking is null || touched.Add(again.Booking))
                    ? [DoAsync(again, gateway: 1)]
                    : [];
            default:
                var own = told.Where(entry => entry.Value.MadeBy.Customer == customer && entry.Value.StartsAt is not null)
                    .Select(entry => entry.Key).Where(id => !touched.Contains(id) && tries.All(one => one.Booking != id || one.Word is not Unclear)).Order().ToArray();
                var id = own.Length == 0 ? null : own[step.Which % own.Length];
                return id is not null && touched.Add(id) ? [DoAsync(New(step.Deed, customer, slot, id))] : [];
        }
    }

    private Try New(Deed deed, Device customer, SeenSlot slot, string? booking = null)
    {
        var begun = new Try(deed, customer, slot, booking, Guid.NewGuid().ToString());
        tries.Add(begun);
        return begun;
    }

    private async Task<Action> DoAsync(Try asked, int gateway = 0)
    {
        var reply = await SendAsync(asked, gateway);
        return () => Learn(asked, reply);
    }

    private static Task<StorefrontReply> SendAsync(Try asked, int gateway) => asked.Deed switch
    {
        Deed.Book => asked.Customer.TryBookAsync(asked.Slot, gateway, asked.Key),
        Deed.Cancel => asked.Customer.TryCancelAsync(asked.Booking!, gateway, asked.Key),
        _ => asked.Customer.TryMoveAsync(asked.Booking!, asked.Slot, gateway, asked.Key),
    };

    private void Learn(Try asked, StorefrontReply reply)
    {
        // A top-level error says no more than that nobody knows: the call did not come back.
        var mutation = asked.Deed switch { Deed.Book => Mutations[0], Deed.Cancel => Mutations[2], _ => Mutations[1] };
        var word = reply.Errors.Count > 0 ? Unclear : reply.Data.GetProperty(mutation).ErrorCode() is NotSent ? NotSent : reply.Word(mutation);
        var id = word == Booked ? reply.Data.GetProperty(mutation).BookingId()! : null;
        if (asked.Word == Booked)
        {
            // What was told once stays so: a retry may not be answered now, but never otherwise.
            (word is Unclear or NotSent || id == asked.Told).ShouldBeTrue($"{asked} was told {asked.Told} and now {word} {id}");
            return;
        }

        (asked.Word, asked.Told) = (asked.Word is Unclear && (word is NotSent or "RefusedError") ? Unclear : word, id);
        if (id is null)
        {
            return;
        }

        if (asked.Deed is Deed.Book)
        {
            told.TryAdd(id, (asked, asked.Slot.Start())).ShouldBeTrue($"{id} was told to {asked} and to {(told.TryGetValue(id, out var other) ? other.MadeBy : null)}");
        }
        else
        {
            told[id] = (told[id].MadeBy, asked.Deed is Deed.Cancel ? null : asked.Slot.Start());
        }
    }

    /// <summary>Something that a customer has asked for, by a key.</summary>
    private sealed class Try(Deed deed, Device customer, SeenSlot slot, string? booking, string key)
    {
        public Deed Deed => deed;

        public Device Customer => customer;

        public SeenSlot Slot => slot;

        /// <summary>The booking that is to be changed.</summary>
        public string? Booking => booking;

        public string Key => key;

        /// <summary>What the customer was told last.</summary>
        public string? Word { get; set; }

        /// <summary>The booking that the customer was told of.</summary>
        public string? Told { get; set; }

        public override string ToString() => $"{deed} {booking} of {customer.Phone} at {slot.StartsAt} ({Word})";
    }
}

internal static class SeenSlotTimes
{
    public static DateTimeOffset Start(this SeenSlot slot) => DateTimeOffset.Parse(slot.StartsAt, null);
}
