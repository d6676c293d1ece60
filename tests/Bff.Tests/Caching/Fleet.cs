using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;

namespace Bff.Tests.Caching;

/// <summary>
/// One thing at a slow source, an owner that is sometimes active twice and sometimes lost, three gateways, notices that are late or out
/// of order, and callers who carry nothing but their fence.
/// </summary>
internal sealed class Fleet
{
    private static readonly TenantId Tenant = TenantId.Parse("salon-hk");
    private static readonly CacheTag Thing = new(CacheArea.Parse("shop.products"), "mug");
    private static readonly CacheKey Key = CacheKey.One(Thing.Area, "mug");
    private static readonly CachePolicy OwnerPolicy = CachePolicy.Catalog(TimeSpan.FromMinutes(5));
    private static readonly CachePolicy NearPolicy = CachePolicy.Near(TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(5));
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly List<SteppingClock> _clocks = [];
    private readonly TenantCache[] _owners;
    private readonly NearCache[] _gateways;
    private readonly Fence[] _fences = [Fence.None, Fence.None, Fence.None, Fence.None];
    private readonly int[] _written = new int[4];
    private readonly List<(int Gateway, ChangeNotice Notice)> _notices = [];
    private readonly List<(TaskCompletionSource Gate, int Seen)> _upstream = [];
    private readonly List<(Task<Answer<Item>> Task, int Least)> _reads = [];
    private TimeSpan _passed;
    private int _truth;
    private int _moves;

    public Fleet()
    {
        // Two activations at once: their clocks agree, or else no order between them is known to anybody.
        _owners = [NewOwner(TimeSpan.Zero), NewOwner(TimeSpan.Zero)];
        _gateways = [.. Enumerable.Range(0, 3).Select(_ => new NearCache(Environment(TimeSpan.Zero)))];
    }

    public async Task PlayAsync(FleetMove move)
    {
        Pass(TimeSpan.FromMilliseconds(1));
        switch (move.Kind)
        {
            case FleetMoveKind.Read:
                _reads.Add((ReadAsync(move), _written[move.Caller]));
                break;
            case FleetMoveKind.Write:
                Write(move);
                break;
            case FleetMoveKind.Deliver when _notices.Count > 0:
                var (gateway, notice) = _notices[move.Caller % _notices.Count];
                _notices.RemoveAt(move.Caller % _notices.Count);
                _gateways[gateway].Apply(notice);
                break;
            case FleetMoveKind.LandUpstream when _upstream.Count > 0:
                var (gate, _) = _upstream[move.Caller % _upstream.Count];
                _upstream.RemoveAt(move.Caller % _upstream.Count);
                gate.SetResult();
                break;
            case FleetMoveKind.Tick:
                Pass(TimeSpan.FromMilliseconds(300));
                break;
            case FleetMoveKind.MoveOwner:
                // Losing an owner takes a second, and clocks differ by less than that: see ADR 0003.
                Pass(TimeSpan.FromSeconds(1));
                _owners[0] = _owners[1] = NewOwner(TimeSpan.FromMilliseconds(_moves++ % 2 == 0 ? -450 : 450));
                break;
        }

        await CheckAsync(all: false);
    }

    public async Task EndAsync()
    {
        while (_upstream.Count > 0)
        {
            _upstream[0].Gate.SetResult();
            _upstream.RemoveAt(0);
            await CheckAsync(all: false);
        }

        await CheckAsync(all: true);
    }

    private async Task CheckAsync(bool all)
    {
        foreach (var read in _reads.Where(read => all || read.Task.IsCompleted).ToList())
        {
            var answer = await read.Task.WaitAsync(TimeSpan.FromSeconds(20));
            answer.Value!.Number.ShouldBeGreaterThanOrEqualTo(read.Least);
            _reads.Remove(read);
        }
    }

    // The mutation is done; its owner drops, the forwarding gateway hears at once, the others when the notice arrives, the caller's fence knows.
    private void Write(FleetMove move)
    {
        _written[move.Caller] = ++_truth;
        var mark = _owners[move.Owner].Drop(Tenant, Thing);
        var notice = new ChangeNotice(Tenant, [mark], Start);
        _fences[move.Caller] = _fences[move.Caller].With([mark], Start);
        _gateways[move.Gateway].Apply(notice);
        _notices.AddRange(Enumerable.Range(0, _gateways.Length).Where(other => other != move.Gateway).Select(other => (other, notice)));
    }

    private Task<Answer<Item>> ReadAsync(FleetMove move) => _gateways[move.Gateway].GetAsync(
        Tenant,
        Key,
        NearPolicy,
        _fences[move.Caller],
        (Fleet: this, Owner: _owners[move.Owner]),
        static (at, floor, limit) => at.Owner.GetAsync(
            Tenant, Key, OwnerPolicy, at.Fleet, static (fleet, _) => fleet.AskUpstreamAsync(), floor, limit).AsTask()).AsTask();

    // Every second question is slow; what it brings is what was true when it was asked.
    private async Task<Fetched<Item>> AskUpstreamAsync()
    {
        var seen = _truth;
        if (++_moves % 2 == 0)
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _upstream.Add((gate, seen));
            await gate.Task;
        }

        return Item.Found(seen);
    }

    private TenantCache NewOwner(TimeSpan off) => new(Environment(off));

    private CacheEnvironment Environment(TimeSpan off)
    {
        var clock = new SteppingClock(Start + _passed) { Off = off };
        _clocks.Add(clock);
        return new CacheEnvironment(clock, ICacheObserver.None, () => 0);
    }

    private void Pass(TimeSpan span)
    {
        _passed += span;
        _clocks.ForEach(clock => clock.Advance(span));
    }
}
