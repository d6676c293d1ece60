namespace Bff.Gateway.Graph.Running;

/// <summary>
/// Gathers single asks of one request into one call: each kind of ask has a batch that is filled while fields are resolved and
/// sent when there is nothing left to do at once. The same ask twice is asked once. What is asked while no field is being resolved,
/// such as after a wait, is sent at once: nobody would send it later.
/// </summary>
internal sealed class RequestBatches
{
    private readonly Lock gate = new();
    private Dictionary<object, IBatch>? open;
    private int stretches;

    private interface IBatch
    {
        void Send();
    }

    /// <summary>Asks for one key; the call is made for all keys that are asked for at about the same time.</summary>
    /// <param name="kind">Tells kinds of asks apart; one kind has one <paramref name="load"/>.</param>
    /// <param name="key">What is asked for.</param>
    /// <param name="load">The one call; what it does not give back is null.</param>
    public Task<TValue?> AskAsync<TKey, TValue>(object kind, TKey key, Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> load)
        where TKey : notnull
        where TValue : class
    {
        Task<TValue?> answer;
        IBatch? alone = null;
        lock (gate)
        {
            open ??= [];
            if (!open.TryGetValue(kind, out var known))
            {
                open[kind] = known = new Batch<TKey, TValue>(load);
            }

            answer = ((Batch<TKey, TValue>)known).Add(key);
            if (stretches == 0)
            {
                open.Remove(kind);
                alone = known;
            }
        }

        alone?.Send();
        return answer;
    }

    /// <summary>Fields are being resolved from now on: asks are gathered.</summary>
    public void Begin()
    {
        lock (gate)
        {
            stretches++;
        }
    }

    /// <summary>There is nothing left to resolve at once: what was gathered is sent, unless fields are being resolved on another thread.</summary>
    public void End()
    {
        Dictionary<object, IBatch>? full = null;
        lock (gate)
        {
            if (--stretches == 0)
            {
                (full, open) = (open, null);
            }
        }

        foreach (var batch in full?.Values ?? Enumerable.Empty<IBatch>())
        {
            batch.Send();
        }
    }

    private sealed class Batch<TKey, TValue>(Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> load) : IBatch
        where TKey : notnull
        where TValue : class
    {
        private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> asked = [];

        public Task<TValue?> Add(TKey key)
        {
            if (!asked.TryGetValue(key, out var answer))
            {
                asked[key] = answer = new TaskCompletionSource<TValue?>(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return answer.Task;
        }

        public void Send() => _ = SendAsync();

        private async Task SendAsync()
        {
            try
            {
                var found = await load([.. asked.Keys]);
                foreach (var (key, answer) in asked)
                {
                    answer.SetResult(found.GetValueOrDefault(key));
                }
            }
            catch (Exception exception)
            {
                foreach (var answer in asked.Values)
                {
                    answer.TrySetException(exception);
                }
            }
        }
    }
}
