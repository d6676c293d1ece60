namespace Bff.Sandbox.Counting;

/// <summary>One request's hold on its counters: over all tenants at once, and in its tenant as soon as that is known.</summary>
internal sealed class CallScope : IDisposable
{
    private readonly Counters _counters;
    private readonly OperationCounter _total;
    private OperationCounter? _ofTenant;

    public CallScope(Counters counters, string operation)
    {
        _counters = counters;
        Operation = operation;
        _total = counters[operation];
        _total.Enter();
    }

    public string Operation { get; }

    public void EnterTenant(string tenant)
    {
        _ofTenant = _counters[Operation, tenant];
        _ofTenant.Enter();
    }

    public void Commit()
    {
        _total.Commit();
        _ofTenant?.Commit();
    }

    public void Send(long bytes)
    {
        _total.Send(bytes);
        _ofTenant?.Send(bytes);
    }

    public void Dispose()
    {
        _total.Leave();
        _ofTenant?.Leave();
    }
}
