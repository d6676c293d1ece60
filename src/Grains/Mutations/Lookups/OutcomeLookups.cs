using Bff.Contracts.Mutations;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Mutations.Lookups;

/// <summary>All lookups. A clue that leads nowhere tells nothing.</summary>
internal sealed partial class OutcomeLookups(IEnumerable<IOutcomeLookup> lookups, ILogger<OutcomeLookups> logger)
{
    private readonly IOutcomeLookup[] lookups = [.. lookups];

    /// <summary>What became of it; null when nobody can tell now.</summary>
    public async Task<ReceiptOutcome?> LookAsync(OutcomeClue clue, LookRequest request)
    {
        // Without a session there is nothing in v6 that would be the caller's own.
        if (request.Caller.IsAnonymous || Array.Find(lookups, lookup => lookup.Follows(clue)) is not { } follower)
        {
            return null;
        }

        try
        {
            var look = await follower.LookAsync(clue, request);
            LogLooked(clue.GetType().Name, look.Outcome?.Status);
            return look.Outcome;
        }
        catch (Exception exception)
        {
            LogFailed(clue.GetType().Name, exception.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(EventId = 2303, Level = LogLevel.Information, Message = "Looked for the outcome of a {Clue}: {Status}.")]
    private partial void LogLooked(string clue, ReceiptStatus? status);

    [LoggerMessage(EventId = 2304, Level = LogLevel.Warning, Message = "Looking for the outcome of a {Clue} failed ({Kind}).")]
    private partial void LogFailed(string clue, string kind);
}
