using System.Collections.Immutable;
using Bff.Contracts.Auth;
using Bff.Grains.Auth;
using Bff.Upstream.Http;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Mutations.Attempts;

/// <summary>What a try wants.</summary>
/// <param name="Caller">Who tries. Without a session there is nothing in v6 that would be the caller's own, so nothing is written down or looked for.</param>
/// <param name="Id">The try, as the gateway names it.</param>
/// <param name="Subject">See <see cref="AttemptSubject"/>.</param>
/// <param name="Quantity">How many things it makes at most.</param>
internal sealed record Wanted(Caller? Caller, Guid Id, string Subject, int Quantity = 1)
{
    // A gateway of an older version names none.
    public Guid Id { get; } = Id == Guid.Empty ? Guid.NewGuid() : Id;
}

/// <summary>
/// Sends what v6 would do twice:
/// <list type="number">
/// <item>The try is written down with the customer's others.</item>
/// <item>v6 is asked, once.</item>
/// <item>When no usable answer comes, v6 is looked at. What is there is only then of this try when it can be of no other one.</item>
/// <item>What became of it is written down for the others.</item>
/// </list>
/// Nothing of this is worth refusing what v6 would do: a try that could not be written down is never found, and no more.
/// </summary>
internal sealed partial class CustomerAttempts(IGrainFactory grains, AuthTime time, ILogger<CustomerAttempts> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Sends.</summary>
    /// <param name="wanted">What is tried.</param>
    /// <param name="send">Asks v6.</param>
    /// <param name="idOf">Id of what v6 has made.</param>
    /// <param name="look">What v6 shows that it may have made; null when v6 shows nothing of it.</param>
    /// <param name="others">What is known to be of others, asked before and after.</param>
    public async Task<Sent<T>> SendAsync<T>(
        Wanted wanted,
        Func<Task<Sent<T>>> send,
        Func<T, string> idOf,
        Func<Task<IReadOnlyList<T>>>? look,
        Func<IEnumerable<string>>? others = null)
        where T : class
    {
        if (wanted.Caller?.Customer is not { Key: var customer })
        {
            return await send();
        }

        var attempt = await BeginAsync(customer, wanted, others?.Invoke() ?? []); // Step 1
        var sent = await send(); // Step 2
        if (sent.HasNoResult())
        {
            await EndAsync(customer, attempt with { Before = [.. others?.Invoke() ?? []] });
            var found = look is null ? [] : await look(); // Step 3
            var own = await ClaimAsync(customer, wanted.Id, found.Select(idOf));
            return found.FirstOrDefault(one => own.Contains(idOf(one))) is { } made ? new Sent<T>.Done(made) : sent;
        }

        await SettleAsync(customer, attempt, sent, idOf); // Step 4
        return sent;
    }

    /// <summary>Writes a try down.</summary>
    /// <param name="customer">Who tries.</param>
    /// <param name="wanted">What is tried.</param>
    /// <param name="before">What is there.</param>
    public async Task<CustomerAttempt> BeginAsync(CustomerKey customer, Wanted wanted, IEnumerable<string> before)
    {
        var attempt = new CustomerAttempt(wanted.Id, wanted.Subject, wanted.Quantity, time.Now, [.. before]);
        await AskAsync(customer, book => book.BeginAsync(attempt));
        return attempt;
    }

    /// <summary>Writes down what became of a try that has an outcome.</summary>
    public Task SettleAsync<T>(CustomerKey customer, CustomerAttempt attempt, Sent<T> sent, Func<T, string> idOf)
        where T : class => sent is Sent<T>.Done { Value: { } made }
        ? EndAsync(customer, attempt with { Made = [idOf(made)] })
        : AskAsync(customer, book => book.ForgetAsync(attempt.Id));

    /// <summary>Which of these are of this try; none when that cannot be told.</summary>
    public async Task<ImmutableArray<string>> ClaimAsync(CustomerKey customer, Guid attempt, IEnumerable<string> candidates)
    {
        ImmutableArray<string> own = [];
        ImmutableArray<string> some = [.. candidates];
        return !some.IsEmpty && await AskAsync(customer, async book => own = await book.ClaimAsync(new AttemptClaim(attempt, some))) ? own : [];
    }

    /// <summary>A try; null when it is not known, or when another one for the same thing came after it.</summary>
    public async Task<CustomerAttempt?> FindLatestAsync(CustomerKey customer, Guid attempt)
    {
        CustomerAttempt? found = null;
        await AskAsync(customer, async book => found = await book.FindLatestAsync(attempt));
        return found;
    }

    private Task<bool> EndAsync(CustomerKey customer, CustomerAttempt attempt) => AskAsync(customer, book => book.EndAsync(attempt));

    private async Task<bool> AskAsync(CustomerKey customer, Func<ICustomerAttemptsGrain, Task> ask)
    {
        try
        {
            await ask(grains.GetGrain<ICustomerAttemptsGrain>(customer.ToString())).WaitAsync(Patience, time.Clock);
            return true;
        }
        catch (Exception exception)
        {
            LogNotReached(exception.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(EventId = 2306, Level = LogLevel.Warning, Message = "What a customer has tried could not be written down or asked for ({Kind}).")]
    private partial void LogNotReached(string kind);
}
