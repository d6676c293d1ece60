using Bff.Contracts.Mutations;

namespace Bff.Gateway.Graph.Mutations;

/// <summary>
/// One attempt's way to its receipt. Calls may be repeated, because each names the attempt; the mutation itself is never part of one. A
/// receipt that cannot be reached is no failure of the mutation, so nothing is thrown.
/// </summary>
internal sealed partial class ReceiptDesk(IReceiptGrain receipt, ReceiptRequest attempt, TimeProvider time, ILogger<ReceiptDesk> logger)
{
    private const int Tries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // Before anything is sent a try may be given up early and made elsewhere: the silo that was asked may be gone. With all its tries it ends
    // while the client still listens, so that it hears that nothing was sent instead of that nobody knows.
    private static readonly TimeSpan PatienceBeforeSending = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TriesBeforeSending = TimeSpan.FromSeconds(8);

    // More than a mutation takes at v6, less than a client waits.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The way to what this caller calls by that key. Looked up at once: the request's services may be gone when its last call comes back.</summary>
    public static ReceiptDesk Open(GraphContext request, string key, ReceiptRequest attempt) => new(
        request.Grains.GetGrain<IReceiptGrain>(ReceiptKey.Of(attempt.Caller, key).ToString()),
        attempt,
        request.Services.GetRequiredService<TimeProvider>(),
        request.Services.GetRequiredService<ILogger<ReceiptDesk>>());

    /// <summary>Asks whether to send; waits while another try of the same runs.</summary>
    public async Task<ReceiptVerdict> AskToSendAsync()
    {
        var started = time.GetTimestamp();
        var verdict = await BeginAsync();
        while (verdict.Kind is ReceiptVerdictKind.Pending && time.GetElapsedTime(started) < Patience)
        {
            var outcome = await CallAsync(receipt.WaitAsync);
            verdict = outcome is null ? await BeginAsync() : new ReceiptVerdict(ReceiptVerdictKind.Known, outcome);
        }

        return verdict;
    }

    /// <summary>Writes the attempt down, if the key is free.</summary>
    public async Task<ReceiptVerdict> BeginAsync() =>
        await CallAsync<ReceiptVerdict?>(async () => await receipt.BeginAsync(attempt).WaitAsync(PatienceBeforeSending, time), TriesBeforeSending)
        ?? new ReceiptVerdict(ReceiptVerdictKind.Unavailable);

    /// <summary>Notes the outcome and gives what the caller is told: the same, or what a look has found out.</summary>
    public async Task<ReceiptOutcome> CompleteAsync(ReceiptOutcome outcome) =>
        await CallAsync<ReceiptOutcome?>(async () => await receipt.CompleteAsync(new ReceiptCompletion(attempt.Caller, attempt.Attempt, outcome))) ?? outcome;

    private async Task<T?> CallAsync<T>(Func<Task<T?>> call, TimeSpan? within = null)
        where T : class?
    {
        var started = time.GetTimestamp();
        for (var number = 1; ; number++)
        {
            try
            {
                return await call();
            }
            catch (Exception exception)
            {
                // Whatever it was: a silo that goes away says so in many ways, and storage may be back in a moment.
                if (number == Tries || time.GetElapsedTime(started) >= within)
                {
                    LogUnreachable(exception.GetType().Name);
                    return null;
                }
            }

            await Task.Delay(Pause * number, time);
        }
    }

    [LoggerMessage(EventId = 2310, Level = LogLevel.Warning, Message = "A receipt could not be reached ({Kind}).")]
    private partial void LogUnreachable(string kind);
}
