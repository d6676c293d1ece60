using System.Collections.Immutable;
using Bff.Grains.Auth;
using Bff.Grains.Mutations.Receipts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Bff.Grains.Mutations.Attempts;

/// <summary>
/// Calls take turns. Storage takes a write only from whoever has seen the last one (ETag); after a conflict it is decided anew. Storage that
/// is away holds nobody up: what it missed goes with the next write.
/// </summary>
[GrainType("customer-attempts")]
internal sealed partial class CustomerAttemptsGrain(
    [PersistentState("attempts", ReceiptOptions.Storage)] IPersistentState<StoredAttempts> stored,
    IOptions<ReceiptOptions> options,
    AuthTime time,
    ILogger<CustomerAttemptsGrain> logger)
    : Grain, ICustomerAttemptsGrain
{
    private const int Tries = 5;

    private AttemptBook book = new([]);

    // v6's clock may be off by the skew, either way, and it may be at work on a try until it has settled.
    private TimeSpan Reach => options.Value.SettleAfter + (2 * options.Value.ClockSkew);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        book = new([.. stored.State.Attempts]);
        return Task.CompletedTask;
    }

    public Task BeginAsync(CustomerAttempt attempt) => ChangeAsync(known => (known.With(attempt), true));

    public Task EndAsync(CustomerAttempt attempt) => ChangeAsync(known => (known.With(attempt), true));

    public Task ForgetAsync(Guid attempt) => ChangeAsync(known => (known.Without(attempt), true));

    public Task<ImmutableArray<string>> ClaimAsync(AttemptClaim claim) => ChangeAsync(known => known.Claim(claim, Reach));

    public Task<CustomerAttempt?> FindLatestAsync(Guid attempt) => Task.FromResult(book.FindLatest(attempt));

    private async Task<T> ChangeAsync<T>(Func<AttemptBook, (AttemptBook Book, T Outcome)> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (next, outcome) = change(book.Since(time.Now - options.Value.KeepFor));
            if (next == book)
            {
                return outcome;
            }

            stored.State = new StoredAttempts { Attempts = [.. next.All] };
            try
            {
                await stored.WriteStateAsync();
            }
            catch (InconsistentStateException) when (attempt < Tries)
            {
                await stored.ReadStateAsync();
                book = book.And(stored.State.Attempts);
                continue;
            }
            catch (Exception exception)
            {
                LogNotWritten(exception.GetType().Name);
            }

            book = next;
            return outcome;
        }
    }

    [LoggerMessage(EventId = 2305, Level = LogLevel.Warning, Message = "What a customer has tried could not be stored ({Kind}).")]
    private partial void LogNotWritten(string kind);
}
