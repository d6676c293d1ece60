using Bff.Contracts.Answers;

namespace Bff.Tests.Caching;

/// <summary>A source that answers when the test says so, one call after the other or out of order.</summary>
internal sealed class ManualSource
{
    private readonly List<TaskCompletionSource<Fetched<Item>>> _calls = [];

    public int Calls
    {
        get
        {
            lock (_calls)
            {
                return _calls.Count;
            }
        }
    }

    public Task<Fetched<Item>> FetchAsync(CancellationToken cancellationToken)
    {
        var call = new TaskCompletionSource<Fetched<Item>>();
        lock (_calls)
        {
            _calls.Add(call);
        }

        return call.Task;
    }

    /// <summary>Answers the call of that number, counted from 1.</summary>
    public void Answer(int call, Fetched<Item> with)
    {
        TaskCompletionSource<Fetched<Item>> waiting;
        lock (_calls)
        {
            waiting = _calls[call - 1];
        }

        waiting.SetResult(with);
    }

    public void Throw(int call, Exception exception) => _calls[call - 1].SetException(exception);
}
