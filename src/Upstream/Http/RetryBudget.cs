namespace Bff.Upstream.Http;

/// <summary>
/// Bounds the extra load that retries of this process can put on v6: every first try earns a part of a retry, every retry costs a whole
/// one, and only a few can be saved up. With v6 down, reads cost 1 + percent/100 calls instead of 1 + retries.
/// </summary>
internal sealed class RetryBudget(UpstreamOptions options)
{
    // Hundredths of a retry, so that a percent is a whole number.
    private const int Retry = 100;

    private readonly long most = (long)options.RetryReserve * Retry;
    private long balance = (long)options.RetryReserve * Retry;

    /// <summary>A first try was made.</summary>
    public void Earn() => Update(options.RetryPercent);

    /// <summary>Takes the price of one retry; false when there is not enough.</summary>
    public bool TrySpend() => Update(-Retry);

    private bool Update(int change)
    {
        while (true)
        {
            var before = Volatile.Read(ref balance);
            var after = Math.Min(before + change, most);
            if (after < 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref balance, after, before) == before)
            {
                return true;
            }
        }
    }
}
