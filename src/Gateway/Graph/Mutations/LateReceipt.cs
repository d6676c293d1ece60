using Bff.Contracts.Mutations;

namespace Bff.Gateway.Graph.Mutations;

/// <summary>
/// The receipt of a mutation that was asked without a key. It is only begun when the outcome is unknown, or when the client has been told so
/// because its time was up: whoever is given a key must find something by it, whatever becomes of the mutation then.
/// </summary>
/// <param name="open">Finds the way to the receipt.</param>
internal sealed class LateReceipt(Func<Task<ReceiptDesk>> open)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private Task<ReceiptDesk?>? begun;
    private bool isNeedless;

    /// <summary>The outcome is known and goes to the client. False when the client has a key already, so that the outcome must be noted.</summary>
    public bool TryDoWithout()
    {
        lock (gate)
        {
            return isNeedless = begun is null;
        }
    }

    /// <summary>The client is given the key, whatever becomes of the mutation. Waits a moment only: the client's time is up.</summary>
    public async Task PromiseAsync(TimeProvider time) =>
        await ((Task)BegunAsync().WaitAsync(Patience, time)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Begins it, once; null when it cannot be written down.</summary>
    public Task<ReceiptDesk?> BegunAsync()
    {
        lock (gate)
        {
            return isNeedless ? Task.FromResult<ReceiptDesk?>(null) : begun ??= BeginAsync();
        }
    }

    private async Task<ReceiptDesk?> BeginAsync()
    {
        var desk = await open();
        return (await desk.BeginAsync()).Kind is ReceiptVerdictKind.Send ? desk : null;
    }
}
