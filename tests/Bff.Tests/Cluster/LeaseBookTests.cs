using Bff.Grains.Cluster;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Cluster;

/// <summary>
/// The rule that all silos together never have more calls of a tenant in flight than it has permits, whatever is lost: silos, the governor's
/// activation, replies, time.
/// </summary>
public sealed class LeaseBookTests
{
    private const int Permits = 12;
    private const int Silos = 3;
    private static readonly TimeSpan LeaseFor = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(3);

    private static readonly Gen<(int What, int Silo, int Amount)> Step =
        Gen.Select(Gen.Frequency((6, Gen.Const(0)), (8, Gen.Const(1)), (4, Gen.Const(2)), (2, Gen.Const(3)), (1, Gen.Const(4)), (1, Gen.Const(5)), (1, Gen.Const(6))),
            Gen.Int[0, Silos - 1], Gen.Int[0, Permits]);

    [Fact]
    public void The_silos_together_never_pass_the_tenant_s_permits() => Step.List[1, 120].Sample(steps =>
    {
        var cluster = new Model();
        foreach (var (what, silo, amount) in steps)
        {
            cluster.Take(what, silo, amount);
            if (cluster.Possible > Permits)
            {
                return false;
            }
        }

        return true;
    }, iter: 3000);

    [Fact]
    public void A_silo_that_wants_more_gets_its_share_from_one_that_has_all()
    {
        var book = new LeaseBook(Permits, LeaseFor, new FakeTimeProvider());
        book.Grant(new("a", 1, 0, 0, Permits)).ShouldBe(Permits);
        book.Grant(new("b", 1, 0, 0, Permits)).ShouldBe(0);

        book.Grant(new("a", 2, Permits, Permits, Permits)).ShouldBe(Permits / 2);
        book.Grant(new("b", 2, 0, 0, Permits)).ShouldBe(0, "the other's calls are still under way");
        book.Grant(new("a", 3, Permits / 2, Permits / 2, Permits));

        book.Grant(new("b", 3, 0, 0, Permits)).ShouldBe(Permits / 2);
    }

    [Fact]
    public void The_permits_of_a_silo_that_was_lost_come_back()
    {
        var time = new FakeTimeProvider();
        var book = new LeaseBook(Permits, LeaseFor, time);
        book.Grant(new("a", 1, 0, 0, Permits));

        time.Advance(LeaseFor);

        book.Grant(new("b", 1, 0, 0, Permits)).ShouldBe(Permits);
    }

    [Fact]
    public void A_silo_whose_lease_is_over_gets_permits_from_the_next_governor_too()
    {
        var time = new FakeTimeProvider();
        var first = new LeaseBook(Permits, LeaseFor + Budget, time);
        foreach (var silo in (string[])["a", "b", "c"])
        {
            first.Grant(new(silo, 1, 0, 0, Permits / 3));
        }

        var next = new LeaseBook(Permits, LeaseFor + Budget, time);
        next.Inherit(first.Shares, first.Total, first.EndsAt);

        next.Grant(new("a", 2, InFlight: 0, Held: 0, Permits / 3)).ShouldBe(Permits / 3);
        next.Grant(new("d", 1, 0, 0, 1)).ShouldBe(0, "b and c may be using theirs");
    }

    // What silos do with leases, as TenantGate does it: a lease admits from before it was asked for, a call ends within its budget.
    private sealed class Model
    {
        private readonly FakeTimeProvider time = new();
        private readonly Silo[] silos = [.. Enumerable.Range(0, Silos).Select(_ => new Silo())];
        private readonly List<DateTimeOffset> orphans = [];
        private LeaseBook book;
        private StoredLeases written = new();
        private int sequence;
        private int generation;

        public Model() => book = NewBook();

        private DateTimeOffset Now => time.GetUtcNow();

        /// <summary>Calls under way, and those that may begin at once.</summary>
        public int Possible => orphans.Count(end => end > Now) + silos.Sum(silo => silo.Possible(Now));

        public void Take(int what, int index, int amount)
        {
            var silo = silos[index];
            switch (what)
            {
                case 0:
                    Ask(silo, amount, isLost: false);
                    break;
                case 1 when silo.Calls.Count < silo.Room(Now):
                    silo.Calls.Add(Now + Budget);
                    break;
                case 2 when silo.Calls.Count > 0:
                    silo.Calls.RemoveAt(0);
                    break;
                case 3:
                    time.Advance(TimeSpan.FromSeconds(amount / 4.0));
                    Array.ForEach(silos, each => each.Calls.RemoveAll(end => end <= Now));
                    break;
                case 4:
                    // The silo dies; its calls may go on at v6.
                    orphans.AddRange(silo.Calls);
                    silos[index] = new Silo { Generation = ++generation };
                    break;
                case 5:
                    book = NewBook();
                    break;
                case 6:
                    Ask(silo, amount, isLost: true);
                    break;
            }
        }

        private LeaseBook NewBook()
        {
            var made = new LeaseBook(Permits, LeaseFor + Budget, time);
            made.Inherit(written.Shares, written.Most, written.Until);
            return made;
        }

        private void Ask(Silo silo, int wanted, bool isLost)
        {
            var held = Now < silo.AdmitsUntil ? silo.Permits : 0;
            var granted = book.Grant(new($"{Array.IndexOf(silos, silo)}/{silo.Generation}", ++sequence, silo.Calls.Count, held, wanted));
            if (!book.IsWithin(written))
            {
                written = new StoredLeases { Shares = book.Shares, Most = book.Total, Until = book.EndsAt };
            }

            if (!isLost)
            {
                (silo.Permits, silo.AdmitsUntil) = (granted, Now + LeaseFor);
            }
        }
    }

    private sealed class Silo
    {
        public int Generation { get; init; }

        public List<DateTimeOffset> Calls { get; } = [];

        public int Permits { get; set; }

        public DateTimeOffset AdmitsUntil { get; set; }

        public int Room(DateTimeOffset now) => now < AdmitsUntil ? Permits : 0;

        public int Possible(DateTimeOffset now) => Math.Max(Room(now), Calls.Count(end => end > now));
    }
}
