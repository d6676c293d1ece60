using Bff.Contracts.Changes;

namespace Bff.Grains.Changes;

/// <summary>
/// Orders that must not be taken twice:
/// <list type="number">
/// <item>One that was given before this book was begun is refused: it may stand in the book of a hub that is gone. Its sender signs it anew.</item>
/// <item>One that is under way is waited for, by whoever else gives it.</item>
/// <item>One that reached everybody is remembered and refused; one that did not may be given again.</item>
/// </list>
/// </summary>
internal sealed class OrderBook(TimeProvider time)
{
    private readonly Dictionary<string, Order> orders = [];

    // Senders write whole seconds.
    private readonly DateTimeOffset begun = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Does it, or says why not.</summary>
    public async Task<PurgeReport> OnceAsync(string id, DateTimeOffset? givenAt, Func<Task<PurgeReport>> run)
    {
        // Step 1
        if (givenAt < begun)
        {
            return new PurgeReport(0, 0, 0, 0) { IsTooOld = true };
        }

        Forget();
        if (orders.TryGetValue(id, out var known))
        {
            // Step 2
            if (!known.Work.IsCompleted)
            {
                return await known.Work;
            }

            // Step 3
            if (known.IsDone)
            {
                return new PurgeReport(0, 0, 0, 0) { IsRepeated = true };
            }
        }

        var order = new Order(time.GetTimestamp(), run());
        orders[id] = order;
        return await order.Work;
    }

    private void Forget()
    {
        foreach (var (id, order) in orders)
        {
            if (time.GetElapsedTime(order.At) > PurgeOrder.RememberedFor)
            {
                orders.Remove(id);
            }
        }
    }

    private sealed record Order(long At, Task<PurgeReport> Work)
    {
        public bool IsDone => Work is { IsCompletedSuccessfully: true, Result.IsComplete: true };
    }
}
