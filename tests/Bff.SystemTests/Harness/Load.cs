using System.Collections.Concurrent;

namespace Bff.SystemTests.Harness;

/// <summary>A booking that was asked for by a key, so that it can be asked about again.</summary>
internal sealed record KeyedBooking(Place Place, string Guest, string Key, Outcome Outcome);

/// <summary>
/// A steady load while something goes wrong: readers, every second read of a tenant that no cache knows yet; members who read who they are
/// and what they have booked; and writers, each booking places that nobody else books, by keys. Requests are sent only to gateways that
/// say they are ready, as a load balancer does.
/// </summary>
internal sealed class Load : IAsyncDisposable
{
    private static readonly TimeSpan ReadPause = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan WritePause = TimeSpan.FromMilliseconds(100);

    // What is slower than this is no full service.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);
    private static int tenants = 1000;

    private readonly Balancer balancer;
    private readonly ConcurrentQueue<Place> places;
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> workers = [];

    private Load(Balancer balancer, IEnumerable<Place> places) => (this.balancer, this.places) = (balancer, new(places));

    public ConcurrentQueue<Outcome> Reads { get; } = new();

    /// <summary>Reads of members, who must be known at each.</summary>
    public ConcurrentQueue<Outcome> SignedIn { get; } = new();

    public ConcurrentQueue<KeyedBooking> Bookings { get; } = new();

    public IEnumerable<Outcome> Writes => Bookings.Select(booking => booking.Outcome);

    public IEnumerable<Outcome> FailedReads => Reads.Concat(SignedIn).Where(read => read.Verdict != Verdict.Done);

    /// <summary>For the record of a drill.</summary>
    public string Figures =>
        $"reads {Reads.Count} and {SignedIn.Count} signed in (failed {FailedReads.Count()}, slowest {Slowest(Reads.Concat(SignedIn))} ms); writes {Bookings.Count} "
        + $"(done {Count(Verdict.Done)}, refused {Count(Verdict.Refused)}, unknown {Count(Verdict.Unknown)}, failed {Count(Verdict.Failed)}, slowest {Slowest(Writes)} ms)";

    public int Count(Verdict verdict) => Writes.Count(write => write.Verdict == verdict);

    /// <summary>
    /// How long after a moment the last request was begun that was slow or not answered as it should be; zero when none was. What was under
    /// way at that moment does not count: a booking whose silo is lost waits for its reply until its time is up.
    /// </summary>
    public TimeSpan FullServiceAfter(long moment) => Reads.Concat(SignedIn).Concat(Writes)
        .Where(outcome => outcome.Took > Slow || outcome.Verdict is not (Verdict.Done or Verdict.Refused))
        .Select(outcome => TimeProvider.System.GetElapsedTime(moment, outcome.Ended) - outcome.Took)
        .Append(TimeSpan.Zero)
        .Max();

    /// <summary>Starts the load; it goes on until <see cref="StopAsync"/>.</summary>
    public static async Task<Load> StartAsync(Balancer balancer, int readers = 4, int writers = 2, IReadOnlyList<Member>? members = null)
    {
        List<Place> places = [];
        for (var tenant = 1; writers > 0 && tenant <= 3; tenant++)
        {
            places.AddRange(await Storefront.PlacesAsync(balancer.Next(), $"load-{tenant:00000}", inDays: 2 + tenant));
        }

        var load = new Load(balancer, places);
        load.workers.AddRange(Enumerable.Range(0, readers).Select(_ => load.RepeatAsync(ReadPause, load.ReadAsync)));
        load.workers.AddRange((members ?? []).Select(member => load.RepeatAsync(ReadPause * 2, () => load.ReadAsync(member))));
        load.workers.AddRange(Enumerable.Range(0, writers).Select(_ => load.RepeatAsync(WritePause, load.WriteAsync)));
        return load;
    }

    /// <summary>Lets the load run until that many further reads were answered.</summary>
    public Task PassAsync(int reads, double seconds = 60)
    {
        var goal = Reads.Count + reads;
        return Eventually.BecomesAsync(() => Task.FromResult(Reads.Count >= goal), TimeSpan.FromSeconds(seconds), $"{reads} further reads are answered", () => Figures);
    }

    /// <summary>Stops when the requests in flight have ended.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(workers);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private async Task RepeatAsync(TimeSpan pause, Func<Task> work)
    {
        while (!stop.IsCancellationRequested)
        {
            await work();
            await Task.Delay(pause, TimeProvider.System);
        }
    }

    private async Task ReadAsync()
    {
        var cold = Interlocked.Increment(ref tenants);
        Reads.Enqueue(await Storefront.ReadAsync(balancer.Next(), cold % 2 == 0 ? $"load-{cold % 9000 + 1000:00000}" : "load-00900"));
    }

    private async Task ReadAsync(Member member) => SignedIn.Enqueue(await member.ReadAsync(balancer.Next()));

    private async Task WriteAsync()
    {
        if (places.TryDequeue(out var place))
        {
            var (guest, key) = ($"Guest {Guid.NewGuid():N}", Guid.NewGuid().ToString());
            Bookings.Enqueue(new(place, guest, key, await Storefront.BookAsync(balancer.Next(), place, guest, key)));
        }
    }

    private static long Slowest(IEnumerable<Outcome> outcomes) => outcomes.Select(outcome => (long)outcome.Took.TotalMilliseconds).DefaultIfEmpty().Max();
}
