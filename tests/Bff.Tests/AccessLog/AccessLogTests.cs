using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Bff.Gateway.AccessLog;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;
using Microsoft.Extensions.Logging;

namespace Bff.Tests.AccessLog;

/// <summary>What operators learn of each operation, and what they never learn.</summary>
public sealed class AccessLogTests
{
    private const string Services = "query Canary_name { services(first: 3) { nodes { id } } }";

    [Fact]
    public async Task A_line_says_which_document_for_whom_from_where_at_what_cost_and_how_it_ended()
    {
        using var lines = new Lines();
        await using var bff = await BffFixture.StartAsync(Read(lines));
        var tenant = bff.NewTenant();

        for (var i = 0; i < 2; i++)
        {
            (await bff.Storefront(tenant).SendAsync(Services)).Errors.ShouldBeEmpty();
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Services)));
        var (first, second) = lines.Two();
        first.ShouldStartWith($"query services document={hash} tenant={tenant} cost=");
        first.ShouldNotContain("cost=0 ");
        first.ShouldContain(" cache=miss upstream=1 outcome=OK ms=");
        second.ShouldContain(" cache=hit upstream=0 outcome=OK ms=");
    }

    [Fact]
    public async Task Refusals_and_failures_end_with_their_code()
    {
        using var lines = new Lines();
        await using var bff = await BffFixture.StartAsync(Read(lines));
        var tenant = bff.NewTenant();
        bff.V6.Fail(new FaultRule { OperationId = "listServices", Tenant = tenant, Kind = FaultKind.Refuse });

        await bff.Storefront(tenant).SendAsync("{ nothing_of_that_name }");
        await bff.Storefront(tenant).SendAsync(Services);

        var (refused, failed) = lines.Two();
        refused.ShouldStartWith($"- - document=- tenant={tenant} cost=0 cache=- upstream=0 outcome=GRAPHQL_VALIDATION_FAILED");
        failed.ShouldContain("outcome=UPSTREAM_UNAVAILABLE");
    }

    [Fact]
    public async Task A_mutation_shows_that_v6_was_asked_and_what_it_refused_and_nothing_that_was_said()
    {
        using var lines = new Lines();
        await using var bff = await BffFixture.StartAsync(Read(lines));
        var guest = new Guest(bff, bff.NewTenant());
        var slot = await guest.FindSlotAsync(capacity: 1);
        lines.Clear();

        await guest.BookAsync(slot);
        await guest.BookAsync(slot, change: ("customerName", "canary-of-a-name"));

        var (done, refused) = lines.Two();
        done.ShouldStartWith("mutation createGuestBooking document=");
        done.ShouldContain(" cache=- upstream=1 outcome=OK");
        refused.ShouldContain("outcome=SLOT_TAKEN");
        lines.All.ShouldNotContain(line => line.Contains("canary", StringComparison.OrdinalIgnoreCase) || line.Contains(slot.ServiceId) || line.Contains("+852"));
    }

    [Fact]
    public async Task Where_nobody_reads_it_nothing_is_written()
    {
        using var lines = new Lines();
        await using var bff = await BffFixture.StartAsync(new BffSetup
        {
            Log = lines,
            Settings = new Dictionary<string, string?> { [$"Logging:LogLevel:{OperationLog.Category}"] = "Warning" },
        });

        (await bff.Storefront(bff.NewTenant()).SendAsync(Services)).Errors.ShouldBeEmpty();

        lines.All.ShouldBeEmpty();
    }

    // Whatever the host's own settings say.
    private static BffSetup Read(Lines lines) => new()
    {
        Log = lines,
        Settings = new Dictionary<string, string?> { [$"Logging:LogLevel:{OperationLog.Category}"] = "Information" },
    };

    /// <summary>The lines of the access log.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> All => lines;

        public void Clear() => lines.Clear();

        // The line is written before the reply is sent, which the client has.
        public (string First, string Second) Two() =>
            lines.ToArray() is [var first, var second] ? (first, second) : throw new InvalidOperationException(string.Join('\n', lines));

        public ILogger CreateLogger(string categoryName) => categoryName == OperationLog.Category ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
