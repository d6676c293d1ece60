using Bff.Contracts.Mutations;
using Bff.Contracts.WarmUp;
using Bff.Gateway.Graph.Mutations;
using Bff.Tests.Cluster;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bff.Tests.Mutations;

/// <summary>A receipt that cannot be reached before anything was sent: its caller hears so while it still listens, which is 13.5 s.</summary>
public sealed class ReceiptDeskTests
{
    private static readonly TimeSpan Listens = TimeSpan.FromSeconds(13);

    private readonly JumpingTime time = new();
    private int tries;

    [Fact]
    public async Task A_receipt_that_says_nothing_is_given_up_in_time_and_nothing_is_sent()
    {
        var verdict = await Desk(() => new TaskCompletionSource<ReceiptVerdict>().Task).BeginAsync();

        verdict.Kind.ShouldBe(ReceiptVerdictKind.Unavailable);
        tries.ShouldBeGreaterThan(1);
        time.Passed.ShouldBeLessThan(Listens);
    }

    [Fact]
    public async Task A_receipt_whose_storage_fails_after_seconds_is_given_up_in_time_and_nothing_is_sent()
    {
        var verdict = await Desk(() =>
        {
            time.Pass(TimeSpan.FromSeconds(2.5));
            return Task.FromException<ReceiptVerdict>(new IOException("The store is away."));
        }).BeginAsync();

        verdict.Kind.ShouldBe(ReceiptVerdictKind.Unavailable);
        tries.ShouldBeGreaterThan(1);
        time.Passed.ShouldBeLessThan(Listens);
    }

    [Fact]
    public async Task A_receipt_that_died_with_its_silo_is_found_in_another()
    {
        var verdict = await Desk(() => tries < 3 ? new TaskCompletionSource<ReceiptVerdict>().Task : Task.FromResult(new ReceiptVerdict(ReceiptVerdictKind.Send))).BeginAsync();

        verdict.Kind.ShouldBe(ReceiptVerdictKind.Send);
        tries.ShouldBe(3);
    }

    private ReceiptDesk Desk(Func<Task<ReceiptVerdict>> begin)
    {
        var receipt = SiloLiveCheckTests.Stub.Of<IReceiptGrain>(_ =>
        {
            tries++;
            return begin();
        });
        return new ReceiptDesk(receipt, (ReceiptRequest)Samples.Of(typeof(ReceiptRequest))!, time, NullLogger<ReceiptDesk>.Instance);
    }

    /// <summary>Whoever waits finds that time over at once.</summary>
    private sealed class JumpingTime : TimeProvider
    {
        private long passed;

        public TimeSpan Passed => TimeSpan.FromTicks(Interlocked.Read(ref passed));

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan span) => Interlocked.Add(ref passed, span.Ticks);

        public override long GetTimestamp() => Interlocked.Read(ref passed);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return System.CreateTimer(callback, state, dueTime, period);
            }

            Pass(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
        }
    }
}
